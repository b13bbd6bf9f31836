import type { Day } from '#core/kernel/day.ts'
import { dayInTehran, type Instant, instantAt, tehranTime } from '#core/kernel/instant.ts'

/** The one clock of an office: every rule, number and entry takes its day and time from here. */
export interface Clock {
  readonly today: () => Day
  readonly now: () => Instant
}

/** The time that it is. */
export const realClock: Clock = {
  today: () => dayInTehran(instantAt(Date.now())),
  now: () => instantAt(Date.now()),
}

const MINUTE = 60_000

/** A clock that stands on one day while the time of day goes on; for demonstration and tests only. */
export function clockOn(day: Day): Clock {
  return {
    today: () => day,
    now: () => {
      const real = Date.now()
      const [hour = 0, minute = 0] = tehranTime(instantAt(real)).split(':').map(Number)
      return instantAt(startOfDay(day) + (hour * 60 + minute) * MINUTE + (real % MINUTE))
    },
  }
}

/** Midnight in Tehran, from whatever offset was in force on that day. */
function startOfDay(day: Day): number {
  const noon = Date.parse(`${day}T12:00:00.000Z`)
  const [hour = 0, minute = 0] = tehranTime(instantAt(noon)).split(':').map(Number)
  return noon - (hour * 60 + minute) * MINUTE
}

/**
 * The real clock, or one that stands on a day as long as the office allows that: a real office never
 * does, whatever was asked for.
 */
export function officeClock(day: Day | undefined, mayStandStill: () => boolean): Clock {
  if (day === undefined) return realClock
  const fixed = clockOn(day)
  const clock = () => (mayStandStill() ? fixed : realClock)
  return { today: () => clock().today(), now: () => clock().now() }
}
