import type {
  ContributionHistory,
  ContributionMonth,
  ContributionYear,
  JalaliMonth,
} from '#core/insured/contribution.model.ts'
import { jalaliOf, monthLength, type Day } from '#core/kernel/day.ts'
import { rial } from '#core/kernel/rial.ts'

/**
 * How a month looks: `later` has not arrived yet, `outside` lies before the first or after the last paid month,
 * `elsewhere` has days only in rows that the filter leaves out.
 */
export type CellState = 'full' | 'low' | 'gap' | 'overlap' | 'elsewhere' | 'later' | 'outside'

export interface GridCell extends ContributionMonth {
  readonly year: number
  readonly state: CellState
}

export interface GridYear {
  readonly year: number
  readonly cells: readonly GridCell[]
  readonly days: number
  readonly wage: ContributionYear['wage']
}

const serial = ({ year, month }: JalaliMonth) => year * 12 + month

function emptyYear(year: number): ContributionYear {
  const months = Array.from({ length: 12 }, (_, at) => ({
    month: at + 1,
    length: monthLength(year, at + 1),
    days: 0,
    recordedDays: 0,
    wage: rial(0),
    rows: 0,
  }))
  return { year, months, days: 0, wage: rial(0), rows: [] }
}

interface Bounds {
  readonly first: number
  readonly last: number
  /** From here on lists may still be on their way. */
  readonly frozen: number
  /** Months with days in any row, whatever the filter. */
  readonly paid: ReadonlySet<number>
}

function stateOf(cell: ContributionMonth, at: number, bounds: Bounds): CellState {
  const { first, last, frozen, paid } = bounds
  if (cell.rows > 1) return 'overlap'
  if (cell.days > 0) return cell.days < cell.length ? 'low' : 'full'
  if (paid.has(at)) return 'elsewhere'
  if (at > first && at < last) return 'gap'
  return at >= frozen ? 'later' : 'outside'
}

function boundsOf(whole: ContributionHistory, asOf: Day | null): Bounds {
  const frozenAt = asOf === null ? undefined : jalaliOf(asOf)
  const paid = whole.years.flatMap(({ year, months }) =>
    months.filter(({ days }) => days > 0).map(({ month }) => serial({ year, month })),
  )
  return {
    first: whole.firstMonth ? serial(whole.firstMonth) : 0,
    last: whole.lastPaidMonth ? serial(whole.lastPaidMonth) : 0,
    frozen: frozenAt ? serial(frozenAt) - 1 : Number.POSITIVE_INFINITY,
    paid: new Set(paid),
  }
}

/**
 * The record as a grid of every year from the first to the last, newest first, also those without a row. Months
 * from `asOf` on that are empty count as not yet arrived, the month before it too: its list has still time. Where
 * `history` is a part only, `whole` tells a gap from a month that lies in other rows.
 */
export function contributionGrid(
  history: ContributionHistory,
  asOf: Day | null,
  whole: ContributionHistory = history,
): readonly GridYear[] {
  const years = history.years.map((one) => one.year)
  if (years.length === 0) return []
  const bounds = boundsOf(whole, asOf)
  const newest = Math.max(...years)
  const known = new Map(history.years.map((one) => [one.year, one]))
  return Array.from({ length: newest - Math.min(...years) + 1 }, (_, back) => {
    const year = newest - back
    const { months, days, wage } = known.get(year) ?? emptyYear(year)
    const cells = months.map((cell) => ({
      ...cell,
      year,
      state: stateOf(cell, serial({ year, month: cell.month }), bounds),
    }))
    return { year, cells, days, wage }
  })
}
