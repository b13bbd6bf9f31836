import type { Actor } from '#core/kernel/actor.ts'
import type { Desk } from '#core/kernel/desk.ts'
import { maskMobile } from '#core/kernel/masking.ts'
import type { CodeSlip } from '#core/messages/code-slip.model.ts'
import type { CodeMessage, Delivery, MessageGateway } from '#core/messages/messages.ports.ts'

export interface DeskGatewayParts {
  readonly desk: Desk
  readonly office: CodeSlip['office']
  readonly actor: Actor
  readonly drawSlip: (slip: CodeSlip) => Promise<Uint8Array>
}

/**
 * The gateway of an office that has none: a code is printed for the citizen, and the record says so. Nothing else is
 * taken, since nobody would get it.
 */
export function deskGateway(parts: DeskGatewayParts): MessageGateway {
  return {
    channel: 'DESK',
    send: (message) =>
      message.kind === 'CODE'
        ? printed(message, parts)
        : Promise.resolve({ delivered: false, reason: 'NO_GATEWAY' }),
  }
}

async function printed(
  { purpose, mobile, code, sentAt, expiresAt }: CodeMessage,
  { actor, desk, drawSlip, office }: DeskGatewayParts,
): Promise<Delivery> {
  try {
    const pdf = await drawSlip({
      ...{ office, at: sentAt, purpose, code, expiresAt, maskedMobile: maskMobile(mobile) },
      ...{ clerkCode: actor.clerkCode, workstation: actor.workstation },
    })
    const { printer } = await desk.readSettings()
    const outcome = await desk.print({
      ...{ pdf, printer, title: 'one-time code', tray: null, copies: 1, duplex: 'simplex' },
      fileAllowed: office.kind !== 'real',
    })
    if (outcome.printed) return { delivered: true }
    return {
      delivered: false,
      reason: outcome.reason === 'no-printer' ? 'NO_PRINTER' : 'PRINT_FAILED',
    }
  } catch {
    return { delivered: false, reason: 'PRINT_FAILED' }
  }
}
