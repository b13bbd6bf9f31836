import { maskMobile } from '#core/kernel/masking.ts'
import type { GatewayState, MessageOffice, UnsentMessage } from './messages.model.ts'
import type { Gateways, Outbox } from './messages.ports.ts'
import { gatewayView } from './set-gateway.use-case.ts'

interface Needs {
  readonly gateways: Gateways
  readonly outbox: Outbox
  readonly gatewayState: GatewayState
}

/** More than anybody reads; the counts tell of the rest. */
const SHOWN = 100

/** The gateway, how it fares, and what has not left: numbers only in part, of the texts nothing. */
export async function readMessages({
  gateways,
  outbox,
  gatewayState,
}: Needs): Promise<MessageOffice> {
  const counts = await outbox.countByState()
  const kept = await outbox.listUnsent(SHOWN)
  const unsent = kept.flatMap(({ mobile, state, ...message }): UnsentMessage[] =>
    state === 'SENT' ? [] : [{ ...message, state, mobileMasked: maskMobile(mobile) }],
  )
  return {
    gateway: gatewayView(await gateways.findGateway()),
    state: gatewayState,
    counts: { waiting: counts.WAITING, sent: counts.SENT, failed: counts.FAILED },
    unsent,
  }
}
