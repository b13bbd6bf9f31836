import type {
  ContributionHistory,
  ContributionRow,
  ContributionYear,
} from '#core/insured/contribution.model.ts'
import { addRial, rial, type Rial } from '#core/kernel/rial.ts'

/** One month of a line. `recorded` above `days` where overlapping rows were capped at the month. */
export interface LineMonth {
  readonly days: number
  readonly recorded: number
  readonly wage: Rial
}

/** A line of the table: one row of the centre, or the sum of a year that has several. */
export interface RecordLine {
  readonly key: string
  readonly year: number
  /** Null in the line of a sum. */
  readonly row: ContributionRow | null
  /** Rows that a sum adds up; 1 for a row. */
  readonly count: number
  readonly months: readonly LineMonth[]
  readonly days: number
  readonly wage: Rial
  /** The first line of its year. */
  readonly isFirst: boolean
}

function firstMonth({ days }: ContributionRow): number {
  const month = days.findIndex((each) => each > 0)
  return month === -1 ? days.length : month
}

function inOrder(a: ContributionRow, b: ContributionRow): number {
  const places = (row: ContributionRow) =>
    [row.workshopCode ?? '', row.branchCode, row.contractRow, row.recordType].join(' ')
  return firstMonth(a) - firstMonth(b) || (places(a) < places(b) ? -1 : 1)
}

const NOTHING = rial(0)

function lineOf(row: ContributionRow, at: number): RecordLine {
  const months = row.days.map((days, month) => ({
    days,
    recorded: days,
    wage: row.wages[month] ?? NOTHING,
  }))
  return {
    key: `${row.year}-${at}`,
    year: row.year,
    row,
    count: 1,
    months,
    days: months.reduce((sum, month) => sum + month.days, 0),
    wage: addRial(...row.wages),
    isFirst: at === 0,
  }
}

function sumOf({ year, months, days, wage, rows }: ContributionYear): RecordLine {
  return {
    key: `${year}-sum`,
    year,
    row: null,
    count: rows.length,
    months: months.map((month) => ({
      days: month.days,
      recorded: month.recordedDays,
      wage: month.wage,
    })),
    days,
    wage,
    isFirst: false,
  }
}

/**
 * The rows of a record as lines, newest year first, in a year by their first month. A year of several rows ends with
 * their sum, where days are capped at the month and wages add up.
 */
export function recordLines({ years }: Pick<ContributionHistory, 'years'>): readonly RecordLine[] {
  return years.flatMap((year) => {
    const lines = year.rows.toSorted(inOrder).map(lineOf)
    return year.rows.length > 1 ? [...lines, sumOf(year)] : lines
  })
}
