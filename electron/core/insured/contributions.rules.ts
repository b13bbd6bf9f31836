import { monthLength, type Day } from '#core/kernel/day.ts'
import { addRial, rial } from '#core/kernel/rial.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import type {
  ContributionGap,
  ContributionHistory,
  ContributionMonth,
  ContributionRow,
  ContributionYear,
  JalaliMonth,
  RecordSpan,
  SpanLengths,
} from './contribution.model.ts'

const MONTHS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

function monthOf(rows: readonly ContributionRow[], year: number, month: number): ContributionMonth {
  const length = monthLength(year, month)
  let recordedDays = 0
  let wage = rial(0)
  let count = 0
  for (const row of rows) {
    const days = row.days[month - 1] ?? 0
    const paid = row.wages[month - 1] ?? rial(0)
    recordedDays += days
    wage = addRial(wage, paid)
    if (days > 0 || paid > 0) count++
  }
  return { month, length, days: Math.min(recordedDays, length), recordedDays, wage, rows: count }
}

/**
 * The records of one year month by month. Workshops that overlap in a month give no more days than the month
 * has; their wages add up.
 */
export function contributionYear(year: number, rows: readonly ContributionRow[]): ContributionYear {
  const months = MONTHS.map((month) => monthOf(rows, year, month))
  return {
    year,
    months,
    days: months.reduce((sum, month) => sum + month.days, 0),
    wage: addRial(...months.map((month) => month.wage)),
    rows,
  }
}

/** Months counted from year 0, so that they can be subtracted. */
function serial(at: JalaliMonth): number {
  return at.year * 12 + at.month - 1
}

function monthAt(n: number): JalaliMonth {
  return { year: Math.floor(n / 12), month: (n % 12) + 1 }
}

function gapsBetween(paid: readonly JalaliMonth[]): readonly ContributionGap[] {
  const gaps: ContributionGap[] = []
  for (let i = 1; i < paid.length; i++) {
    const [before, after] = [paid[i - 1], paid[i]]
    if (!before || !after) continue
    const months = serial(after) - serial(before) - 1
    if (months > 0)
      gaps.push({ from: monthAt(serial(before) + 1), to: monthAt(serial(after) - 1), months })
  }
  return gaps
}

/**
 * Days as years, months and days. With 365 and 30 the rest of a year can be twelve months and four days: that is
 * how the organisation counts and it is not smoothed.
 */
export function recordSpan(totalDays: number, yearDays: number, monthDays: number): RecordSpan {
  const rest = totalDays % yearDays
  return {
    totalDays,
    years: Math.floor(totalDays / yearDays),
    months: Math.floor(rest / monthDays),
    days: rest % monthDays,
  }
}

/** Years that have records, oldest first. */
function yearsOf(rows: readonly ContributionRow[]): readonly ContributionYear[] {
  const byYear = new Map<number, ContributionRow[]>()
  for (const row of rows) {
    const sameYear = byYear.get(row.year)
    if (sameYear) sameYear.push(row)
    else byYear.set(row.year, [row])
  }
  return [...byYear]
    .sort(([a], [b]) => a - b)
    .map(([year, ofYear]) => contributionYear(year, ofYear))
}

/** YEAR_DAYS and MONTH_DAYS of a day; null when either is missing. */
export function spanLengths(parameters: readonly Parameter[], today: Day): SpanLengths | null {
  const yearDays = parameterOn(parameters, 'YEAR_DAYS', 'DAYS', today)?.value
  const monthDays = parameterOn(parameters, 'MONTH_DAYS', 'DAYS', today)?.value
  return yearDays && monthDays ? { yearDays, monthDays } : null
}

/**
 * The whole record of a person from the rows of all his insurance numbers, in any order. The last one or two
 * months before today are normally not there yet: an employer sends a list by the end of the following month.
 *
 * @law domain brief §3.3; YEAR_DAYS and MONTH_DAYS are dated parameters
 */
export function contributionHistory(
  rows: readonly ContributionRow[],
  parameters: readonly Parameter[],
  today: Day,
): ContributionHistory {
  return historyOf(rows, spanLengths(parameters, today))
}

/** The record that some rows give by themselves, as if there were no others; lengths as by `spanLengths`. */
export function historyOf(
  rows: readonly ContributionRow[],
  lengths: SpanLengths | null,
): ContributionHistory {
  const years = yearsOf(rows)
  const cells = years.flatMap(({ year, months }) => months.map((cell) => ({ year, ...cell })))
  const place = ({ year, month }: JalaliMonth): JalaliMonth => ({ year, month })
  const paid = cells.filter((cell) => cell.days > 0).map(place)
  const totalDays = years.reduce((sum, year) => sum + year.days, 0)
  return {
    years: years.toReversed(),
    totalDays,
    totalWage: addRial(...years.map((year) => year.wage)),
    span: lengths && recordSpan(totalDays, lengths.yearDays, lengths.monthDays),
    firstMonth: paid[0] ?? null,
    lastPaidMonth: paid.at(-1) ?? null,
    gaps: gapsBetween(paid),
    lowMonths: cells.filter((cell) => cell.days > 0 && cell.days < cell.length).map(place),
    overlaps: cells.filter((cell) => cell.rows > 1).map(place),
  }
}
