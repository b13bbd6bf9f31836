import type { Actor } from '#core/kernel/actor.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { keepsSecret } from './gateway-secret.rules.ts'
import type { GatewayChange, GatewayView } from './messages.model.ts'
import type { GatewayBook, KeptGateway } from './messages.ports.ts'

interface Needs {
  readonly gateways: GatewayBook
  readonly actor: Actor
  readonly now: () => Instant
  /** Seals a secret so that only this office opens it. */
  readonly sealSecret: (secret: string) => string
  readonly note: (about: { readonly object: string }) => void
}

/**
 * Puts another gateway into use. A secret that is there is kept for the same address only.
 *
 * @refuses a change of what was changed meanwhile (`conflict`); a gateway of a network without its secret
 * (`invalid-input`, field `secret`)
 */
export async function setGateway(change: GatewayChange, needs: Needs): Promise<GatewayView> {
  const { actor, gateways, note, now } = needs
  const before = await gateways.findGateway()
  if (before.version !== change.version) throw new Refusal('conflict', { what: 'gateway-changed' })
  const { settings } = change
  const next: KeptGateway = {
    ...{ version: before.version + 1, settings, setAt: now() },
    ...secretFor(change, before, needs),
  }
  await gateways.setGateway(next, { at: now(), clerkId: actor.clerkId })
  note({ object: `gateway ${next.version} ${settings.kind}` })
  return gatewayView(next)
}

function secretFor(
  { settings, secret }: GatewayChange,
  before: KeptGateway,
  { sealSecret }: Needs,
): Pick<KeptGateway, 'hasSecret' | 'sealedSecret'> {
  if (settings.kind === 'DESK') return { hasSecret: false, sealedSecret: null }
  if (secret !== null) return { hasSecret: true, sealedSecret: sealSecret(secret) }
  if (before.sealedSecret !== null && keepsSecret(before.settings, settings))
    return { hasSecret: true, sealedSecret: before.sealedSecret }
  throw new Refusal('invalid-input', {
    field: 'secret',
    fault: before.sealedSecret === null ? 'required' : 'secret-again',
  })
}

/** Without the secret. */
export function gatewayView({ version, settings, hasSecret, setAt }: KeptGateway): GatewayView {
  return { version, settings, hasSecret, setAt }
}
