import type { ContributionRow, RecordType } from '#core/insured/contribution.model.ts'

/** The first year of which the organisation keeps wages. */
const WAGES_SINCE = 1386

/** COMBINED: the paper era and the electronic one together; WAGES: from 1386 on, where wages are kept. */
export type RecordEra = 'COMBINED' | 'WAGES'

/** What is looked at of a record; null is all of it. Rows without a workshop are one more workshop, ''. */
export interface RecordFilter {
  readonly era: RecordEra
  readonly workshop: string | null
  readonly recordType: RecordType | null
  readonly from: number | null
  readonly to: number | null
}

export const WHOLE_RECORD: RecordFilter = {
  era: 'COMBINED',
  workshop: null,
  recordType: null,
  from: null,
  to: null,
}

/** Whether a filter leaves out anything at all, beside the era that is looked at. */
export function isNarrowed({ workshop, recordType, from, to }: RecordFilter): boolean {
  return workshop !== null || recordType !== null || from !== null || to !== null
}

/** The same workshop may have rows of several contracts and branches: its code is what people know it by. */
function workshopOf(row: ContributionRow): string {
  return row.workshopCode ?? ''
}

/** The rows that a filter lets through, in their order. */
export function rowsWithin(
  rows: readonly ContributionRow[],
  { era, workshop, recordType, from, to }: RecordFilter,
): readonly ContributionRow[] {
  const first = Math.max(from ?? 0, era === 'WAGES' ? WAGES_SINCE : 0)
  return rows.filter(
    (row) =>
      row.year >= first &&
      (to === null || row.year <= to) &&
      (workshop === null || workshopOf(row) === workshop) &&
      (recordType === null || row.recordType === recordType),
  )
}

/** What the fields of the filter offer: everything that occurs, the newest first. */
export interface FilterChoices {
  readonly workshops: readonly { readonly code: string; readonly name: string | null }[]
  readonly recordTypes: readonly RecordType[]
  readonly years: readonly number[]
}

/** The choices that a record gives. */
export function filterChoices(rows: readonly ContributionRow[]): FilterChoices {
  const newest = rows.toSorted((a, b) => b.year - a.year)
  const workshops = new Map<string, string | null>()
  for (const row of newest)
    if (!workshops.get(workshopOf(row))) workshops.set(workshopOf(row), row.workshopName)
  return {
    workshops: [...workshops].map(([code, name]) => ({ code, name })),
    recordTypes: [...new Set(newest.map((row) => row.recordType))],
    years: [...new Set(newest.map((row) => row.year))],
  }
}
