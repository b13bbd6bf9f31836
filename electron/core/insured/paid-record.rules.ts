import { dayOfJalali, type Day } from '#core/kernel/day.ts'
import type { ContributionRow, RecordType } from './contribution.model.ts'
import { daysWithin } from './record-window.rules.ts'

/**
 * Records for which a premium was paid to the organisation, by an employer or by the person. Benefits, credited
 * years, military service and years brought from another fund are record but no contribution.
 */
export const PAID_TYPES: readonly RecordType[] = [
  'COMPULSORY',
  'VOLUNTARY',
  'SELF_EMPLOYED',
  'STUDENT',
  'DRIVER',
  'CONSTRUCTION',
  'CARPET',
  'AGREED',
  'TOPUP',
]

/** Days of paid contributions in the whole record before a day; a month gives no more days than it has. */
export function paidDaysBefore(rows: readonly ContributionRow[], day: Day): number {
  let first = Infinity
  for (const { year } of rows) first = Math.min(first, year)
  const from = dayOfJalali(first, 1, 1)
  return from === undefined ? 0 : daysWithin(rows, PAID_TYPES, from, day)
}
