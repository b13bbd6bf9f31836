/**
 * What a page of this program may load: only what the program itself ships. Fetching from
 * elsewhere, inline scripts and styles, frames and forms are refused by the window itself.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  // Voice messages of 1420, which the window holds itself.
  'media-src blob:',
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
