import {
  addDays,
  daysBetween,
  dayOfJalali,
  jalaliOf,
  monthLength,
  type Day,
} from '#core/kernel/day.ts'
import type { ContributionRow, RecordType } from './contribution.model.ts'

/** Part of a month that lies in a window: `inside` of its `length` days. */
interface MonthPart {
  readonly year: number
  readonly month: number
  readonly inside: number
  readonly length: number
}

/** An exact sum in rial, rounded only by whoever prints it. */
export interface ExactSum {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** The months of [from, to), the first and last possibly cut. */
function monthsWithin(from: Day, to: Day): readonly MonthPart[] {
  const parts: MonthPart[] = []
  for (let day = from; day < to;) {
    const { year, month, day: first } = jalaliOf(day)
    const length = monthLength(year, month)
    const inside = Math.min(length - first + 1, daysBetween(day, to))
    parts.push({ year, month, inside, length })
    day = addDays(day, inside)
  }
  return parts
}

function rowsByYear(
  rows: readonly ContributionRow[],
  types: readonly RecordType[],
): ReadonlyMap<number, readonly ContributionRow[]> {
  const byYear = new Map<number, ContributionRow[]>()
  for (const row of rows) {
    if (!types.includes(row.recordType)) continue
    const sameYear = byYear.get(row.year)
    if (sameYear) sameYear.push(row)
    else byYear.set(row.year, [row])
  }
  return byYear
}

/**
 * Days of the given record types in [from, to). Records tell how many days of a month were worked, not which: in a
 * month cut by the window's edge they count as far as the month has days inside, in favour of the insured. Days
 * of overlapping records never exceed the days of the month that lie inside.
 */
export function daysWithin(
  rows: readonly ContributionRow[],
  types: readonly RecordType[],
  from: Day,
  to: Day,
): number {
  const byYear = rowsByYear(rows, types)
  let sum = 0
  for (const { year, month, inside } of monthsWithin(from, to)) {
    let days = 0
    for (const row of byYear.get(year) ?? []) days += row.days[month - 1] ?? 0
    sum += Math.min(days, inside)
  }
  return sum
}

/**
 * Insured pay of the given record types in [from, to), exact. Wages of overlapping records add up. Of a month cut
 * by the window's edge a record gives the part of its wage that falls to the days counted by `daysWithin`; a
 * record without days gives by the length of the month.
 */
export function wagesWithin(
  rows: readonly ContributionRow[],
  types: readonly RecordType[],
  from: Day,
  to: Day,
): ExactSum {
  const byYear = rowsByYear(rows, types)
  let sum: ExactSum = { numerator: 0n, denominator: 1n }
  for (const part of monthsWithin(from, to))
    for (const row of byYear.get(part.year) ?? []) sum = add(sum, wageShare(row, part))
  return sum
}

function wageShare(row: ContributionRow, { month, inside, length }: MonthPart): ExactSum {
  const wage = BigInt(row.wages[month - 1] ?? 0)
  const days = row.days[month - 1] ?? 0
  if (inside === length || (days > 0 && days <= inside)) return { numerator: wage, denominator: 1n }
  return { numerator: wage * BigInt(inside), denominator: BigInt(days > 0 ? days : length) }
}

function add(a: ExactSum, b: ExactSum): ExactSum {
  if (a.denominator === b.denominator)
    return { numerator: a.numerator + b.numerator, denominator: a.denominator }
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }
}

/** First day of the month after the last one with days of the given types; undefined without such a month. */
export function dayAfterRecord(
  rows: readonly ContributionRow[],
  types: readonly RecordType[],
): Day | undefined {
  let last = 0
  for (const row of rows) {
    if (!types.includes(row.recordType)) continue
    const month = row.days.findLastIndex((days) => days > 0) + 1
    if (month > 0) last = Math.max(last, row.year * 12 + month)
  }
  return last === 0 ? undefined : dayOfJalali(Math.floor(last / 12), (last % 12) + 1, 1)
}
