import type { Day } from '#core/kernel/day.ts'
import { instantAt, type Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import type { LiveCode } from './one-time-codes.ports.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** How codes are drawn and how long they live, on one day. */
export interface CodeLimits {
  readonly digits: number
  readonly minutes: number
  readonly tries: number
  /** Between one code and the next. */
  readonly waitSeconds: number
  readonly perHour: number
}

/** Least and most that each may be: outside of it a code would protect nothing, or nobody could use it. */
const SAFE: Readonly<Record<keyof CodeLimits, readonly [least: number, most: number]>> = {
  digits: [4, 8],
  minutes: [1, 30],
  tries: [1, 10],
  waitSeconds: [1, 600],
  perHour: [1, 20],
}

/** @refuses a limit that is not known on that day, or out of all reason (`rule`): none is guessed */
export function codeLimits(rows: readonly Parameter[], day: Day): CodeLimits {
  const known = {
    digits: parameterOn(rows, 'ONE_TIME_CODE_DIGITS', 'FACTOR', day),
    minutes: parameterOn(rows, 'ONE_TIME_CODE_MINUTES', 'FACTOR', day),
    tries: parameterOn(rows, 'ONE_TIME_CODE_TRIES', 'FACTOR', day),
    waitSeconds: parameterOn(rows, 'ONE_TIME_CODE_WAIT_SECONDS', 'FACTOR', day),
    perHour: parameterOn(rows, 'ONE_TIME_CODE_PER_HOUR', 'FACTOR', day),
  }
  const value = (limit: keyof CodeLimits): number => {
    const found = known[limit]?.value
    const [least, most] = SAFE[limit]
    if (found === undefined || found < least || found > most)
      throw new Refusal('rule', { what: 'code-limit-missing', values: { day } })
    return found
  }
  return {
    digits: value('digits'),
    minutes: value('minutes'),
    tries: value('tries'),
    waitSeconds: value('waitSeconds'),
    perHour: value('perHour'),
  }
}

function later(at: Instant, milliseconds: number): Instant {
  return instantAt(Date.parse(at) + milliseconds)
}

/** The moment from which drawn codes count towards the limit of an hour. */
export function hourBefore(now: Instant): Instant {
  return later(now, -HOUR)
}

/** From this moment on a code drawn at `drawnAt` cannot be used. */
export function expiryOf(drawnAt: Instant, { minutes }: CodeLimits): Instant {
  return later(drawnAt, minutes * MINUTE)
}

/** The first moment at which another code may be sent. */
export function resendFrom(drawnAt: Instant, { waitSeconds }: CodeLimits): Instant {
  return later(drawnAt, waitSeconds * SECOND)
}

/**
 * Whole seconds until another code may be drawn, 0 when it may be now: the wait after the last one, and the limit of
 * an hour. A clock set back does not lengthen the wait.
 *
 * @param drawn moments of the codes of the last hour, oldest first
 */
export function secondsToWait(
  drawn: readonly Instant[],
  now: Instant,
  { waitSeconds, perHour }: CodeLimits,
): number {
  const time = Date.parse(now)
  const until = (at: Instant | undefined, wait: number): number =>
    at === undefined ? 0 : Math.min(wait, Date.parse(at) + wait - time)
  const afterLast = until(drawn.at(-1), waitSeconds * SECOND)
  const ofHour = drawn.length < perHour ? 0 : until(drawn[drawn.length - perHour], HOUR)
  return Math.ceil(Math.max(0, afterLast, ofHour) / SECOND)
}

/** Why a live code cannot be used, before the typed one is compared; undefined when it can. */
export function faultOfCode(
  code: LiveCode | undefined,
  mobile: string,
  now: Instant,
): 'code-none' | 'code-other-mobile' | 'code-expired' | 'code-tries' | undefined {
  if (!code?.delivery) return 'code-none'
  if (code.mobile !== mobile) return 'code-other-mobile'
  if (now >= code.expiresAt) return 'code-expired'
  return code.tries >= code.mostTries ? 'code-tries' : undefined
}

/** How often a code may still be typed wrong. */
export function triesLeft({ mostTries, tries }: Pick<LiveCode, 'mostTries' | 'tries'>): number {
  return Math.max(0, mostTries - tries)
}
