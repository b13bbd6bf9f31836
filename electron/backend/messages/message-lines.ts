import type { Instant } from '#core/kernel/instant.ts'
import type { GatewaySettings, GatewayState } from '#core/messages/messages.model.ts'
import type { KeptGateway } from '#core/messages/messages.ports.ts'
import type { SecretBox } from '../database/sealed-text.ts'
import { httpGateway } from './http-gateway.ts'
import type { NetworkGateway } from './network-gateway.ts'
import { smppGateway } from './smpp-gateway.ts'

/** What the secret of a gateway is sealed for. */
export const GATEWAY_SECRET = 'message-gateway'

const UNUSED: GatewayState = { connected: false, lastSentAt: null, lastFault: null }

function networkGateway(settings: GatewaySettings, secret: string): NetworkGateway | undefined {
  switch (settings.kind) {
    case 'DESK':
      return undefined
    case 'SMPP':
      return smppGateway(settings, secret)
    case 'HTTP':
      return httpGateway(settings, secret)
  }
}

/** The gateway in use with its open line, one at a time, and how it fared since it is in use. */
export class MessageLines {
  readonly #now: () => Instant
  #current: { readonly kept: KeptGateway; readonly gateway: NetworkGateway } | undefined
  #state: GatewayState = UNUSED

  constructor(now: () => Instant) {
    this.#now = now
  }

  /** The gateway as it is kept, its line opened when first needed; undefined for the desk, which has none. */
  async gatewayOf(kept: KeptGateway, secrets: SecretBox): Promise<NetworkGateway | undefined> {
    if (this.#current?.kept.version === kept.version) return this.#current.gateway
    await this.close()
    const { sealedSecret, settings } = kept
    const secret = sealedSecret === null ? '' : secrets.open(sealedSecret, GATEWAY_SECRET)
    const gateway = networkGateway(settings, secret)
    if (!gateway) return undefined
    const watched = this.#watched(gateway)
    this.#current = { kept, gateway: watched }
    return watched
  }

  get state(): GatewayState {
    return { ...this.#state, connected: this.#current?.gateway.isConnected() ?? false }
  }

  /** Ends the line, and forgets the secret and how it fared. */
  async close(): Promise<void> {
    const { gateway } = this.#current ?? {}
    this.#current = undefined
    this.#state = UNUSED
    await gateway?.close()
  }

  #watched(gateway: NetworkGateway): NetworkGateway {
    return {
      ...gateway,
      send: async (message) => {
        const delivery = await gateway.send(message)
        const at = this.#now()
        this.#state = delivery.delivered
          ? { ...this.#state, lastSentAt: at, lastFault: null }
          : { ...this.#state, lastFault: { at, reason: delivery.reason } }
        return delivery
      },
    }
  }
}
