import type { DeliveryFault } from '#core/messages/messages.model.ts'
import type { MessageGateway } from '#core/messages/messages.ports.ts'

/** A gateway at the other end of a network: to the one address that the administrator set, and nowhere else. */
export interface NetworkGateway extends MessageGateway {
  readonly isConnected: () => boolean
  /** Ends what is open; nothing is sent after that. */
  close(): Promise<void>
}

/** Thrown inside a gateway; it becomes the reason of a delivery. Says nothing of the message or the secret. */
export class LineFault extends Error {
  readonly reason: DeliveryFault

  constructor(reason: DeliveryFault) {
    super(reason)
    this.name = 'LineFault'
    this.reason = reason
  }
}

/** The reason of whatever was thrown. */
export function reasonOf(cause: unknown): DeliveryFault {
  return cause instanceof LineFault ? cause.reason : 'BROKEN'
}
