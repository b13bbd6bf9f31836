import type { CustomScheme, Privileges } from 'electron'

/**
 * Custom schemes live inside the browser under another name: `app://bundle/x` is
 * `https://bundle.app.localhost/x`, a secure context that Chromium knows how to treat. Every
 * request is answered by interception, so no socket is ever opened.
 */
export type Handler = (request: Request) => Response | Promise<Response>

const registered = new Map<string, Privileges>()
const handlers = new Map<string, Handler>()

export function registerSchemes(schemes: readonly CustomScheme[]): void {
  for (const { scheme, privileges } of schemes) registered.set(scheme, privileges ?? {})
}

export function isRegistered(scheme: string): boolean {
  return registered.has(scheme)
}

export function setHandler(scheme: string, handler: Handler): void {
  if (handlers.has(scheme)) throw new Error(`The scheme '${scheme}' is already handled`)
  if (!registered.has(scheme)) registered.set(scheme, {})
  handlers.set(scheme, handler)
}

export function removeHandler(scheme: string): void {
  handlers.delete(scheme)
}

/** The handler for this address, if its scheme has one; what it throws becomes a rejection. */
export function handlerOf(url: string): ((request: Request) => Promise<Response>) | undefined {
  const handler = handlers.get(schemeOf(url))
  return handler && (async (request) => await handler(request))
}

/** Lower-case scheme without its colon; empty for what is no address. */
export function schemeOf(url: string): string {
  return /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? ''
}

/** From the application's name of an address to the browser's. */
export function toBrowser(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url)
  const [, scheme = '', name = '', rest = ''] = match ?? []
  if (!registered.has(scheme)) return url
  return `https://${name || 'x'}.${scheme}.localhost${rest.startsWith('/') ? rest : `/${rest}`}`
}

/** From the browser's name of an address to the application's. */
export function fromBrowser(url: string): string {
  const match = /^https:\/\/([^/?#]*)\.([a-z0-9+-]+)\.localhost(.*)$/i.exec(url)
  const [, name = '', scheme = '', rest = ''] = match ?? []
  return registered.has(scheme) ? `${scheme}://${name}${rest}` : url
}

/** Origin of an address in the application's terms, for example `app://bundle`; else `null`. */
export function originOf(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(url)
  const [, scheme = '', name = ''] = match ?? []
  if (registered.get(scheme)?.standard) return `${scheme}://${name}`
  return URL.canParse(url) ? new URL(url).origin : 'null'
}

/** A content security policy that names custom schemes, for the browser. */
export function policyToBrowser(policy: string): string {
  return policy.replace(
    /(^|[\s;])([a-z][a-z0-9+.-]*):(?:\/\/([^\s;/]+))?(?=[\s;]|$)/gi,
    (whole, before: string, scheme: string, name: string | undefined) =>
      registered.has(scheme) ? `${before}https://${name ?? '*'}.${scheme}.localhost` : whole,
  )
}
