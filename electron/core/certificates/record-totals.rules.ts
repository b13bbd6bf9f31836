import type { ContributionRow } from '#core/insured/contribution.model.ts'
import { contributionHistory } from '#core/insured/contributions.rules.ts'
import type { InsuredProfile } from '#core/insured/insured.model.ts'
import type { Day } from '#core/kernel/day.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { addRial } from '#core/kernel/rial.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import type { PaperSources } from './paper-sources.ports.ts'
import type { RecordScope, RecordTotals } from './record-statement.model.ts'

/** The first year of which the organisation keeps wages. */
const WAGES_SINCE = 1386

/** What both papers of records are made from; `asOf` the day on which the centre's data was frozen. */
export interface RecordFacts {
  readonly profiles: readonly InsuredProfile[]
  readonly rows: readonly ContributionRow[]
  readonly asOf: Day
}

/** The records of a citizen, read once for either paper. @refuses `rule` (no-records) when he has no insurance number */
export async function recordFacts(
  citizenId: number,
  { insured }: Pick<PaperSources, 'insured'>,
): Promise<RecordFacts> {
  const asOf = await insured.findDataDay()
  if (asOf === undefined) throw new Refusal('unavailable')
  const profiles = await insured.listProfiles(citizenId)
  return { profiles, rows: await insured.listContributions(citizenId), asOf }
}

/** Where the insured belongs: the branch of his first active number. @refuses `rule` (no-records) without a number */
export function insuredBranch([first]: readonly InsuredProfile[]): {
  readonly code: string
  readonly name: string
} {
  if (!first) throw new Refusal('rule', { what: 'no-records' })
  return { code: first.branchCode, name: first.branchName }
}

/** Whether a paper of this scope states the wages of a row: there are none before 1386. */
export function statesWages(scope: RecordScope, row: ContributionRow): boolean {
  return scope !== 'ALL' && row.year >= WAGES_SINCE && row.wages.some((wage) => wage > 0)
}

/** Farvardin = 0; 12 for a row without a day. */
function firstMonth({ days }: ContributionRow): number {
  const month = days.findIndex((each) => each > 0)
  return month === -1 ? days.length : month
}

function before(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : Number((a ?? '') > (b ?? ''))
}

/**
 * The rows a paper of this scope states, oldest first; within a year by their first month, then by workshop.
 *
 * @refuses `rule` (no-records) when there is none
 */
export function rowsOfScope(
  scope: RecordScope,
  rows: readonly ContributionRow[],
): readonly ContributionRow[] {
  const stated = scope === 'WAGES' ? rows.filter((row) => statesWages(scope, row)) : rows
  if (stated.length === 0) throw new Refusal('rule', { what: 'no-records' })
  return stated.toSorted(
    (a, b) =>
      a.year - b.year ||
      firstMonth(a) - firstMonth(b) ||
      before(a.workshopCode, b.workshopCode) ||
      before(a.branchCode, b.branchCode) ||
      before(a.contractRow, b.contractRow) ||
      before(a.recordType, b.recordType),
  )
}

/**
 * The totals of the rows a paper states: days capped at their month, the span by the lengths of the day.
 *
 * @law domain brief §3.3, §4.4
 */
export function recordTotals(
  scope: RecordScope,
  rows: readonly ContributionRow[],
  asOf: Day,
  parameters: readonly Parameter[],
  today: Day,
): RecordTotals {
  const history = contributionHistory(rows, parameters, today)
  const paid = rows.filter((row) => statesWages(scope, row))
  return {
    scope,
    asOf,
    totalDays: history.totalDays,
    span: history.span,
    firstMonth: history.firstMonth,
    lastMonth: history.lastPaidMonth,
    totalWage: scope === 'ALL' ? null : addRial(...paid.flatMap((row) => row.wages)),
  }
}
