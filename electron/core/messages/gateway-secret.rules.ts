import type { GatewaySettings } from './messages.model.ts'

/** To whom a secret is told, and how. */
function addressee(settings: GatewaySettings): readonly unknown[] {
  switch (settings.kind) {
    case 'DESK':
      return ['DESK']
    case 'SMPP':
      return ['SMPP', settings.host, settings.port, settings.tls, settings.systemId]
    case 'HTTP':
      return ['HTTP', settings.address, settings.tokenHeader]
  }
}

/**
 * Whether a secret may be kept when settings change: it goes to the same address, no less protected. Otherwise whoever
 * may change the address could have the secret told to himself.
 */
export function keepsSecret(before: GatewaySettings, after: GatewaySettings): boolean {
  return JSON.stringify(addressee(before)) === JSON.stringify(addressee(after))
}
