import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import {
  type CodeLimits,
  codeLimits,
  expiryOf,
  faultOfCode,
  hourBefore,
  resendFrom,
  secondsToWait,
  triesLeft,
} from './code-limits.rules.ts'
import type { DeliveryFault } from './messages.model.ts'
import type { MessageGateway, MessageWordings } from './messages.ports.ts'
import type { CodeChannel, CodePurpose, CodeSubject, SentCode } from './one-time-codes.model.ts'
import type { CodeMaker, DrawnCode, LiveCode, OneTimeCodeBook } from './one-time-codes.ports.ts'

/** For what a code is, whose it is and where it goes. */
export interface CodeOrder {
  readonly purpose: CodePurpose
  readonly subject: CodeSubject
  readonly mobile: string
}

interface Writing {
  readonly codes: OneTimeCodeBook
  readonly parameters: Parameters
}

/** What sending a code needs, from the scope of a task; a backend makes it with `codeSending`. */
export interface SendCodeNeeds {
  readonly gateway: MessageGateway
  readonly codeMaker: CodeMaker
  readonly messageWordings: MessageWordings
  readonly today: () => Day
  readonly now: () => Instant
  readonly newId: () => string
  /** Writes in one transaction with its audit entry. */
  readonly writing: <T>(work: (needs: Writing) => Promise<T>) => Promise<T>
}

/**
 * Draws a code, keeps its hash and hands the message to the gateway. It can be used once the gateway took it; the one
 * before it cannot be used from the moment this one is drawn.
 *
 * @refuses another code too soon, or too many in an hour (`rule`); a message that the gateway did not take
 * (`unavailable`, with its reason)
 */
export async function sendCode(order: CodeOrder, needs: SendCodeNeeds): Promise<SentCode> {
  const { codeMaker, gateway, messageWordings, newId, now, today } = needs
  const salt = codeMaker.newSalt()
  const codeId = newId()
  const { code, drawn, limits } = await needs.writing(async ({ codes, parameters }) => {
    const limits = codeLimits(await parameters.list(), today())
    const drawnAt = now()
    await requirePause(order, { codes, drawnAt, limits })
    const code = codeMaker.newCode(limits.digits)
    const drawn: DrawnCode = {
      ...{ codeId, purpose: order.purpose, subject: order.subject, mobile: order.mobile },
      ...{ salt, hash: await codeMaker.hash(code, salt), drawnAt },
      ...{ expiresAt: expiryOf(drawnAt, limits), mostTries: limits.tries },
    }
    await codes.draw(drawn)
    return { code, drawn, limits }
  })
  const delivery = await gateway.send({
    ...{ kind: 'CODE', mobile: order.mobile, purpose: order.purpose, code },
    ...{ sentAt: drawn.drawnAt, expiresAt: drawn.expiresAt },
    text: messageWordings.code(order.purpose, code, limits.minutes),
  })
  if (!delivery.delivered) throw await notSent(codeId, delivery.reason, needs)
  const isLive = await needs.writing(({ codes }) => codes.deliver(codeId, gateway.channel, now()))
  if (!isLive) throw new Refusal('conflict', { what: 'code-replaced' })
  return sentCode({ ...drawn, tries: 0 }, gateway.channel, limits)
}

async function requirePause(
  { subject, mobile }: CodeOrder,
  about: {
    readonly codes: OneTimeCodeBook
    readonly drawnAt: Instant
    readonly limits: CodeLimits
  },
): Promise<void> {
  const { codes, drawnAt, limits } = about
  const drawn = await codes.listDrawnSince({ subject, mobile }, hourBefore(drawnAt))
  const seconds = secondsToWait(drawn, drawnAt, limits)
  if (seconds > 0) throw new Refusal('rule', { what: 'code-too-soon', values: { seconds } })
}

async function notSent(
  codeId: string,
  reason: DeliveryFault,
  { now, writing }: SendCodeNeeds,
): Promise<Refusal> {
  // Whoever does not say whether it was sent may have sent it: that counts towards the limit of an hour.
  const because = reason === 'TIMEOUT' ? 'UNCERTAIN' : 'NOT_SENT'
  await writing(({ codes }) => codes.end(codeId, because, now()))
  return new Refusal('unavailable', {
    ...{ what: 'code-not-sent', fault: reason },
    values: { deliveryFault: reason },
  })
}

/** What the screen may know of a code that was sent. */
export function sentCode(
  code: Pick<LiveCode, 'drawnAt' | 'expiresAt' | 'mostTries' | 'tries'>,
  channel: CodeChannel,
  limits: CodeLimits,
): SentCode {
  return {
    channel,
    sentAt: code.drawnAt,
    expiresAt: code.expiresAt,
    resendAt: resendFrom(code.drawnAt, limits),
    triesLeft: triesLeft(code),
  }
}

/** What using a code needs, in the transaction of a command; all of it is among a command's `writingNeeds`. */
export interface TakeCodeNeeds {
  readonly codes: OneTimeCodeBook
  readonly codeMaker: CodeMaker
  readonly now: () => Instant
}

/** A code that was used: by what it was proved. */
export interface TakenCode {
  readonly codeId: string
  readonly channel: CodeChannel
}

/**
 * Uses up a code in the transaction of the command that it proves. A wrong one is counted even though the command is
 * refused and undone.
 *
 * @refuses a code that was never sent, is over, was typed wrong too often or went to another number (`rule`); a wrong
 * one (`invalid-input`, field `code`)
 */
export async function takeCode(
  order: CodeOrder & { readonly code: string },
  { codes, codeMaker, now }: TakeCodeNeeds,
): Promise<TakenCode> {
  const at = now()
  const live = await codes.findLive(order.purpose, order.subject)
  const fault = faultOfCode(live, order.mobile, at)
  if (fault || !live?.delivery)
    throw new Refusal('rule', { what: fault ?? 'code-none', field: 'code' })
  if ((await codeMaker.hash(order.code, live.salt)) !== live.hash) {
    codes.countTry(live.codeId, at)
    const left = triesLeft(live) - 1
    if (left <= 0) throw new Refusal('rule', { what: 'code-tries', field: 'code' })
    throw new Refusal('invalid-input', { what: 'code-wrong', field: 'code', values: { left } })
  }
  await codes.end(live.codeId, 'USED', at)
  return { codeId: live.codeId, channel: live.delivery.channel }
}
