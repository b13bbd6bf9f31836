import type { Instant } from '#core/kernel/instant.ts'
import type { DeliveryFault } from '#core/messages/messages.model.ts'
import type { Delivery, WaitingMessage } from '#core/messages/messages.ports.ts'
import { nextTry } from '#core/messages/outbox.rules.ts'
import type { OfficeDatabase } from '../database/engines/encrypted-sqlite.ts'
import { readOnly } from '../database/read-only.ts'
import { secretBox } from '../database/sealed-text.ts'
import { GatewaysRepository } from './gateways.repository.ts'
import type { MessageLines } from './message-lines.ts'
import type { NetworkGateway } from './network-gateway.ts'
import { OutboxBookRepository, OutboxRepository } from './outbox.repository.ts'

/** Between one look at what waits and the next. */
const PAUSE = 15_000
const AT_ONCE = 20

/** After these the next message would fare alike. */
const NOBODY_THERE: readonly DeliveryFault[] = ['NO_CONNECTION', 'TIMEOUT', 'SIGN_IN']

export interface MessagePumpParts {
  readonly isOpen: () => boolean
  /** Works in the open office, which does not close meanwhile. */
  readonly use: <T>(
    work: (office: { readonly database: OfficeDatabase }) => Promise<T>,
  ) => Promise<T>
  readonly lines: MessageLines
  readonly now: () => Instant
  readonly onIncident: (cause: unknown) => void
}

/**
 * Sends what waits in the outbox, while the office is open. No transaction is open while a gateway answers; a message
 * whose answer was lost is sent again.
 */
export class MessagePump {
  readonly #parts: MessagePumpParts
  #running: Promise<void> | undefined
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(parts: MessagePumpParts) {
    this.#parts = parts
  }

  start(): void {
    this.#timer = setInterval(() => void this.run(), PAUSE)
    this.#timer.unref()
  }

  /** Sends what is due; a run under way is joined. Never rejects. */
  run(): Promise<void> {
    this.#running ??= this.#sendDue()
      .catch(this.#parts.onIncident)
      .finally(() => (this.#running = undefined))
    return this.#running
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#parts.lines.close()
    await this.#running
  }

  async #sendDue(): Promise<void> {
    const { isOpen, lines } = this.#parts
    if (!isOpen()) {
      await lines.close()
      return
    }
    const { gateway, due } = await this.#look()
    if (!gateway) return
    for (const message of due) {
      const delivery = await gateway.send({ kind: 'NOTICE', ...message })
      if (!isOpen()) return
      await this.#record(message, delivery)
      if (!delivery.delivered && NOBODY_THERE.includes(delivery.reason)) return
    }
  }

  async #look(): Promise<{
    readonly gateway: NetworkGateway | undefined
    readonly due: readonly WaitingMessage[]
  }> {
    const { lines, now, use } = this.#parts
    return await use(async ({ database }) => {
      const { kept, due } = await database.read(async (db) => ({
        kept: await new GatewaysRepository(db).findGateway(),
        due: await new OutboxRepository(db).listDue(now(), AT_ONCE),
      }))
      if (due.length === 0) return { gateway: undefined, due }
      return {
        gateway: await lines.gatewayOf(
          kept,
          secretBox(() => database.key),
        ),
        due,
      }
    })
  }

  async #record({ messageId, tries }: WaitingMessage, delivery: Delivery): Promise<void> {
    const { now, use } = this.#parts
    await use(({ database }) =>
      database.transaction(async (tx) => {
        const outbox = new OutboxBookRepository(readOnly(tx), tx)
        if (delivery.delivered) await outbox.sent(messageId, now())
        else {
          const next = nextTry(delivery.reason, tries + 1, now())
          await outbox.notSent(messageId, delivery.reason, next)
        }
      }),
    )
  }
}
