import type { ContributionRow, RecordType } from '#core/insured/contribution.model.ts'
import { addJalaliMonths, dayOfJalali, jalaliOf, monthLength, type Day } from '#core/kernel/day.ts'

/**
 * Years that a law gives without a premium do not count towards a pension by themselves; every other kind of record
 * does, of one insurance number or several.
 */
const NOT_COUNTED: RecordType = 'CREDITED'
const MONTHS_OF_YEAR = 12

/** A whole record, summed once for everything that a pension asks of it. Pay is in rial. */
export interface Career {
  /** Counted days, no month above its length. */
  readonly days: number
  /** Days of credited years, not among `days`. */
  readonly creditedDays: number
  /** Counted days before the day the seventh plan took effect. */
  readonly daysBeforePlan: number
  /** Pay of the last months of the record that art. 77 looks at, whether paid or not. */
  readonly lastPay: number
  /** How many of those months have a day. */
  readonly lastPaidMonths: number
  /** Pay of the last twelve months of the record. */
  readonly lastYearPay: number
  /** First day of the months of `lastPay`; null without a record. */
  readonly lastFrom: Day | null
  /** First day after the last month with a day; null without a record. */
  readonly endsOn: Day | null
}

/** A person without a single day. */
const NO_CAREER: Career = {
  days: 0,
  creditedDays: 0,
  daysBeforePlan: 0,
  lastPay: 0,
  lastPaidMonths: 0,
  lastYearPay: 0,
  lastFrom: null,
  endsOn: null,
}

/**
 * The record summed for a pension. Workshops that overlap give no more days than the month has; their wages add up.
 * In the month of `planEffect` days count as far as the month has days before it, in favour of the insured.
 *
 * @law Social Security Act, art. 77; domain brief §3.3, §3.19
 */
export function careerOf(
  rows: readonly ContributionRow[],
  averageMonths: number,
  planEffect: Day | undefined,
): Career {
  const [first, last] = yearsOf(rows)
  if (first > last) return NO_CAREER
  const months = (last - first + 1) * MONTHS_OF_YEAR
  // Plain arrays: typed ones of this size live outside the heap and cost more than the summing itself.
  const counted = new Array<number>(months).fill(0)
  const credited = new Array<number>(months).fill(0)
  const pay = new Array<number>(months).fill(0)
  for (const { year, recordType, days, wages } of rows) {
    const isCounted = recordType !== NOT_COUNTED
    const into = isCounted ? counted : credited
    const at = (year - first) * MONTHS_OF_YEAR
    for (let month = 0; month < MONTHS_OF_YEAR; month++) {
      into[at + month] = (into[at + month] ?? 0) + (days[month] ?? 0)
      if (isCounted) pay[at + month] = (pay[at + month] ?? 0) + (wages[month] ?? 0)
    }
  }
  const plan = planEffect === undefined ? undefined : jalaliOf(planEffect)
  const planMonth = plan ? (plan.year - first) * MONTHS_OF_YEAR + plan.month - 1 : 0
  let [days, creditedDays, daysBeforePlan, end] = [0, 0, 0, 0]
  for (let i = 0; i < months; i++) {
    const month = i % MONTHS_OF_YEAR
    const length = monthLength(first + (i - month) / MONTHS_OF_YEAR, month + 1)
    const ofMonth = Math.min(counted[i] ?? 0, length)
    creditedDays += Math.min(credited[i] ?? 0, length)
    if (ofMonth === 0) continue
    days += ofMonth
    end = i + 1
    if (i < planMonth) daysBeforePlan += ofMonth
    else if (i === planMonth && plan) daysBeforePlan += Math.min(ofMonth, plan.day - 1)
  }
  if (end === 0) return { ...NO_CAREER, creditedDays }
  const endsOn = firstOfMonth(first, end)
  const lastFirst = Math.max(0, end - averageMonths)
  return {
    days,
    creditedDays,
    daysBeforePlan,
    lastPay: sum(pay, lastFirst, end),
    lastPaidMonths: counted.slice(lastFirst, end).filter((ofMonth) => ofMonth > 0).length,
    lastYearPay: sum(pay, Math.max(0, end - MONTHS_OF_YEAR), end),
    lastFrom: endsOn === null ? null : addJalaliMonths(endsOn, -averageMonths),
    endsOn,
  }
}

function yearsOf(rows: readonly ContributionRow[]): readonly [first: number, last: number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { year } of rows) {
    if (year < first) first = year
    if (year > last) last = year
  }
  return [first, last]
}

function firstOfMonth(year: number, months: number): Day | null {
  const [years, month] = [Math.floor(months / MONTHS_OF_YEAR), (months % MONTHS_OF_YEAR) + 1]
  return dayOfJalali(year + years, month, 1) ?? null
}

function sum(values: readonly number[], from: number, to: number): number {
  let total = 0
  for (let i = from; i < to; i++) total += values[i] ?? 0
  return total
}
