import type { Citizens } from '#core/citizens/citizens.ports.ts'
import { instantAt, type Instant } from '#core/kernel/instant.ts'
import type { DeliveryFault, MessageKind } from './messages.model.ts'
import type { MessageWordings, OutboxBook } from './messages.ports.ts'

/** A notice to a citizen. `mobile`: null for the one that he has now. Values fill its text and hold no code. */
export interface QueuedNotice {
  readonly kind: MessageKind
  readonly citizenId: number
  readonly mobile: string | null
  readonly values: Readonly<Record<string, string>>
}

/** What queueing needs, in the transaction of a command; all of it is among a command's `writingNeeds`. */
export interface QueueNeeds {
  readonly citizens: Pick<Citizens, 'findHidden'>
  readonly outbox: OutboxBook
  readonly messageWordings: MessageWordings
  readonly now: () => Instant
  readonly newId: () => string
}

/**
 * Queues a notice in the transaction of the command that it tells of; it leaves after that, when a gateway takes it.
 *
 * @returns the id of the message; null when the citizen has no mobile, so that nothing can be sent
 */
export async function queueMessage(
  { kind, citizenId, mobile, values }: QueuedNotice,
  { citizens, outbox, messageWordings, now, newId }: QueueNeeds,
): Promise<string | null> {
  const to = mobile ?? (await citizens.findHidden(citizenId, 'MOBILE'))
  if (to === undefined) return null
  const messageId = newId()
  await outbox.queue({
    ...{ messageId, kind, citizenId, mobile: to, queuedAt: now() },
    text: messageWordings.notice(kind, values),
  })
  return messageId
}

const MINUTE = 60_000
const LONGEST = 60 * MINUTE
/** About a day of tries. */
const MOST_TRIES = 28

/** Faults that trying again does not mend: the message, or the number, is not wanted. */
const FINAL: readonly DeliveryFault[] = ['REFUSED']
/** Refusals may be of a moment; after so many the gateway means it. */
const MOST_REFUSALS = 3

/**
 * When a notice that was not sent is tried again: after 1, 2, 4 … minutes and then every hour; null when it has
 * failed.
 *
 * @param fault of the last try
 * @param tries how often it was tried, this time included
 * @param now the moment of the last try
 */
export function nextTry(fault: DeliveryFault, tries: number, now: Instant): Instant | null {
  const most = FINAL.includes(fault) ? MOST_REFUSALS : MOST_TRIES
  if (tries >= most) return null
  const wait = Math.min(LONGEST, MINUTE * 2 ** Math.min(tries - 1, 10))
  return instantAt(Date.parse(now) + wait)
}
