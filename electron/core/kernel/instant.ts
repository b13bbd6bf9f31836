import { z } from 'zod'
import type { Day } from './day.ts'

/** A moment: ISO 8601 in UTC with milliseconds, as `Date.toISOString` writes it, so text order is time order. */
export const Instant = z.iso.datetime({ precision: 3, error: 'instant' }).brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** The instant of a count of milliseconds since 1970-01-01T00:00Z; throws when it is no time. */
export function instantAt(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant
}

/** The last change of Iran's clock, 30 Shahrivar 1401; since then the offset is +03:30 all year. */
const LAST_CHANGE = Date.UTC(2022, 8, 21, 19, 30)
const OFFSET = 3.5 * 3_600_000

let earlier: Intl.DateTimeFormat | undefined

/** Made when first needed: it costs a process more than all the rest of this module. */
function earlierClock(): Intl.DateTimeFormat {
  earlier ??= new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Tehran',
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return earlier
}

/** Wall clock of Tehran as 'YYYY-MM-DDTHH:MM'. */
function tehranClock(instant: Instant): string {
  const time = Date.parse(instant)
  if (time >= LAST_CHANGE) return new Date(time + OFFSET).toISOString().slice(0, 16)
  const parts = new Map(
    earlierClock()
      .formatToParts(time)
      .map((part) => [part.type, part.value]),
  )
  const of = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? ''
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`
}

/** The day it was in Tehran; near midnight not the day of UTC. */
export function dayInTehran(instant: Instant): Day {
  return tehranClock(instant).slice(0, 10) as Day
}

/** Time of day in Tehran, 'HH:MM' from 00:00 to 23:59, Latin digits. */
export function tehranTime(instant: Instant): string {
  return tehranClock(instant).slice(11)
}
