import { HealthCategory, type HealthRow } from '#core/care/health.model.ts'
import { addJalaliMonths, type Day } from '#core/kernel/day.ts'
import { nameKey } from '#core/kernel/text.ts'

export const PERIODS = ['MONTH', 'HALF_YEAR', 'YEAR', 'ALL', 'CUSTOM'] as const
export type HealthPeriod = (typeof PERIODS)[number]

/** Which rows of an opened list are looked at. Null and an empty text let everything through. */
export interface HealthFilter {
  readonly personId: string | null
  readonly period: HealthPeriod
  /** Of CUSTOM; both days count, null is open. */
  readonly from: Day | null
  readonly to: Day | null
  readonly category: HealthCategory | null
  readonly text: string
}

/** What an opened list begins with. */
export const WHOLE_LIST: HealthFilter = {
  ...{ personId: null, period: 'ALL', from: null, to: null, category: null, text: '' },
}

const MONTHS = { MONTH: 1, HALF_YEAR: 6, YEAR: 12 } as const

/** Whether the filter leaves anything out. */
export function isNarrowed({ personId, period, category, text }: HealthFilter): boolean {
  return personId !== null || period !== 'ALL' || category !== null || text.trim() !== ''
}

/** First and last day of the period. */
function spanOf({ period, from, to }: HealthFilter, today: Day): readonly [Day | null, Day | null] {
  if (period === 'CUSTOM') return [from, to]
  return period === 'ALL' ? [null, null] : [addJalaliMonths(today, -MONTHS[period]), null]
}

/** The rows that the filter lets through, in their order. The text finds doctors and centres by parts of their names. */
export function rowsWithin(
  rows: readonly HealthRow[],
  filter: HealthFilter,
  today: Day,
): readonly HealthRow[] {
  const { personId, category } = filter
  const [from, to] = spanOf(filter, today)
  const words = filter.text
    .split(/\s+/)
    .map(nameKey)
    .filter((word) => word !== '')
  const names = ({ doctorName, centre }: HealthRow) =>
    [doctorName, centre].map((name) => nameKey(name ?? '')).join(' ')
  return rows.filter(
    (row) =>
      (personId === null || row.personId === personId) &&
      (category === null || row.category === category) &&
      (from === null || row.issuedOn >= from) &&
      (to === null || row.issuedOn <= to) &&
      words.every((word) => names(row).includes(word)),
  )
}

/** The categories that a list has, in the order of the service. */
export function categoriesOf(rows: readonly HealthRow[]): readonly HealthCategory[] {
  const found = new Set(rows.map(({ category }) => category))
  return HealthCategory.options.filter((category) => found.has(category))
}
