import type { ContributionRow } from '#core/insured/contribution.model.ts'
import { addRial } from '#core/kernel/rial.ts'
import { keyFigures } from './key-figures.rules.ts'
import type { OfficialPaper, Stating } from './official-paper.ts'
import { paperPerson } from './paper-person.rules.ts'
import { withoutEnd } from './paper-validity.rules.ts'
import { RecordStatement, type RecordRow, type RecordScope } from './record-statement.model.ts'
import {
  insuredBranch,
  recordFacts,
  recordTotals,
  rowsOfScope,
  statesWages,
  type RecordFacts,
} from './record-totals.rules.ts'

const FIGURES = ['nationalId', 'totalDays', 'totalWage', 'rows'] as const

type Kind = 'record-statement'

/**
 * What a statement of records states: every year and workshop of the scope, and their totals.
 *
 * @law domain brief §3.3, §4.4
 * @refuses `rule` when there is no record of the scope
 */
export function recordStatement(
  { order, identity, issue, trackingCode, parameters }: Stating<Kind>,
  { profiles, rows, asOf }: RecordFacts,
): RecordStatement {
  const { scope } = order
  const branch = insuredBranch(profiles)
  const stated = rowsOfScope(scope, rows)
  return RecordStatement.parse({
    kind: 'record-statement',
    issue,
    trackingCode,
    person: paperPerson(identity),
    insuranceNumbers: profiles.map(({ insuranceNumber }) => insuranceNumber),
    branch,
    totals: recordTotals(scope, stated, asOf, parameters, issue.day),
    rows: stated.map((row) => recordRow(scope, row)),
  })
}

function recordRow(scope: RecordScope, row: ContributionRow): RecordRow {
  const { year, workshopCode, workshopName, branchCode, recordType } = row
  const wages = statesWages(scope, row) ? [...row.wages] : null
  return {
    ...{ year, workshopCode, workshopName, branchCode, recordType, wages },
    days: [...row.days],
    yearDays: row.days.reduce((sum, days) => sum + days, 0),
    yearWage: wages && addRial(...wages),
  }
}

export const recordStatementPaper: OfficialPaper<Kind> = {
  kind: 'record-statement',
  digit: '6',
  part: 'RECORDS',
  presence: null,
  validUntil: withoutEnd,
  state: async (stating, sources) =>
    recordStatement(stating, await recordFacts(stating.citizenId, sources)),
  figureNames: FIGURES,
  figures: ({ person, totals, rows }) =>
    keyFigures(FIGURES, {
      nationalId: person.nationalId,
      totalDays: totals.totalDays,
      totalWage: totals.totalWage,
      rows: rows.length,
    }),
}
