import type { ContributionRow, RecordType } from '#core/insured/contribution.model.ts'
import { PAID_TYPES } from '#core/insured/paid-record.rules.ts'
import {
  addDays,
  addJalaliMonths,
  daysBetween,
  jalaliOf,
  monthLength,
  type Day,
} from '#core/kernel/day.ts'

/** A stretch of service: `to` is the day of discharge and no longer part of it. */
export interface ServiceSpan {
  readonly from: Day
  readonly to: Day
}

/** Whole Jalali months from the first day, and the days that remain. */
export interface ServiceLength {
  readonly months: number
  readonly days: number
}

/**
 * Length of a service by the calendar: months from day to same day, as 10 Tir to 10 Mordad, then days. From 1389/04/01
 * to 1391/01/01 it is 21 months.
 */
export function serviceLength({ from, to }: ServiceSpan): ServiceLength {
  const [first, last] = [jalaliOf(from), jalaliOf(to)]
  let months = (last.year - first.year) * 12 + last.month - first.month
  if (addJalaliMonths(from, months) > to) months--
  return { months, days: daysBetween(addJalaliMonths(from, months), to) }
}

/** Records that stand for the service itself. */
export const SERVICE_TYPES: readonly RecordType[] = ['MILITARY', 'FRONT']
/** Records that cannot be in the same days as a service. */
export const WORKING_TYPES: readonly RecordType[] = [
  ...PAID_TYPES,
  'UNEMPLOYMENT',
  'SICKNESS',
  'MATERNITY',
]

/** Days of the record for which the months of a service have no room; `from` is the first of those months. */
export interface Overlap {
  readonly days: number
  readonly from: Day
}

/**
 * How far records of some types and a service exceed the days of their months. A month in which he worked until the
 * day he went, or from the day he came back, is no overlap.
 */
export function overlapOf(
  span: ServiceSpan,
  rows: readonly ContributionRow[],
  types: readonly RecordType[],
): Overlap | undefined {
  let overlap: Overlap | undefined
  for (let day = span.from; day < span.to;) {
    const { year, month, day: date } = jalaliOf(day)
    const length = monthLength(year, month)
    const served = Math.min(length - date + 1, daysBetween(day, span.to))
    let recorded = 0
    for (const row of rows)
      if (row.year === year && types.includes(row.recordType)) recorded += row.days[month - 1] ?? 0
    const days = Math.max(0, Math.min(recorded, length) + served - length)
    if (days > 0)
      overlap = { days: days + (overlap?.days ?? 0), from: overlap?.from ?? addDays(day, 1 - date) }
    day = addDays(day, served)
  }
  return overlap
}

/** Whether contributions were paid before a service and after it; the months of its ends count where they have room. */
export function insuredAround(
  { from, to }: ServiceSpan,
  rows: readonly ContributionRow[],
): { readonly before: boolean; readonly after: boolean } {
  const [first, last] = [jalaliOf(from), jalaliOf(to)]
  const lastBefore = first.year * 12 + first.month - (first.day > 1 ? 1 : 2)
  const firstAfter = last.year * 12 + last.month - 1
  let [before, after] = [false, false]
  for (const row of rows) {
    if (!PAID_TYPES.includes(row.recordType)) continue
    for (const [i, days] of row.days.entries()) {
      if (days === 0) continue
      const serial = row.year * 12 + i
      if (serial <= lastBefore) before = true
      if (serial >= firstAfter) after = true
    }
  }
  return { before, after }
}
