import type { ContributionRow } from '#core/insured/contribution.model.ts'
import type { Institution } from './certificate.model.ts'
import { keyFigures } from './key-figures.rules.ts'
import type { OfficialPaper, Stating } from './official-paper.ts'
import { recipientOf } from './recipient.rules.ts'
import { paperPerson } from './paper-person.rules.ts'
import { validForMonths } from './paper-validity.rules.ts'
import { RecordCertificate, type RecordSort } from './record-certificate.model.ts'
import {
  insuredBranch,
  recordFacts,
  recordTotals,
  rowsOfScope,
  type RecordFacts,
} from './record-totals.rules.ts'

const FIGURES = ['nationalId', 'totalDays', 'totalWage'] as const

type Kind = 'record-certificate'

/**
 * What the organisation declares of a record to one institution, after the person accepted it.
 *
 * @law domain brief §3.4, §4.4
 * @refuses `rule` when there is no record of the scope
 */
export function recordCertificate(
  { order, identity, issue, trackingCode, parameters }: Stating<Kind>,
  { profiles, rows, asOf }: RecordFacts,
  recipient: Institution,
): RecordCertificate {
  const { scope } = order
  const branch = insuredBranch(profiles)
  const stated = rowsOfScope(scope, rows)
  return RecordCertificate.parse({
    kind: 'record-certificate',
    issue,
    trackingCode,
    recipient: { name: recipient.name, branchName: order.recipientBranch },
    person: paperPerson(identity),
    insuranceNumbers: profiles.map(({ insuranceNumber }) => insuranceNumber),
    branch,
    totals: recordTotals(scope, stated, asOf, parameters, issue.day),
    sorts: recordSorts(stated),
    lastWorkshop: lastWorkshop(stated),
    acceptedOn: issue.day,
  })
}

function daysOf({ days }: ContributionRow): number {
  return days.reduce((sum, each) => sum + each, 0)
}

/** Days of each kind of record as they stand, the kind that began first at the top. */
export function recordSorts(rows: readonly ContributionRow[]): RecordSort[] {
  const sorts = new Map<ContributionRow['recordType'], RecordSort>()
  for (const row of rows) {
    const days = daysOf(row)
    if (days === 0) continue
    const { recordType, year } = row
    const sort = sorts.get(recordType) ?? { recordType, days: 0, firstYear: year, lastYear: year }
    sorts.set(recordType, {
      recordType,
      days: sort.days + days,
      firstYear: Math.min(sort.firstYear, year),
      lastYear: Math.max(sort.lastYear, year),
    })
  }
  return [...sorts.values()].sort((a, b) => a.firstYear - b.firstYear || b.days - a.days)
}

/** The workshop with the latest month of days; of several, the first by code. Null where no row names one. */
export function lastWorkshop(rows: readonly ContributionRow[]): RecordCertificate['lastWorkshop'] {
  let last: RecordCertificate['lastWorkshop'] = null
  for (const { workshopCode, workshopName, year, days } of rows) {
    const month = days.findLastIndex((each) => each > 0) + 1
    if (workshopCode === null || month === 0) continue
    const later = last === null ? 1 : year * 12 + month - (last.month.year * 12 + last.month.month)
    if (later > 0 || (later === 0 && last !== null && workshopCode < last.code))
      last = { code: workshopCode, name: workshopName, month: { year, month } }
  }
  return last
}

export const recordCertificatePaper: OfficialPaper<Kind> = {
  kind: 'record-certificate',
  digit: '7',
  part: 'RECORDS',
  presence: null,
  validUntil: validForMonths('RECORD_CERT_VALID_MONTHS'),
  async state(stating, sources) {
    const recipient = await recipientOf(stating.order.institutionCode, sources)
    return recordCertificate(stating, await recordFacts(stating.citizenId, sources), recipient)
  },
  figureNames: FIGURES,
  figures: ({ person, totals }) =>
    keyFigures(FIGURES, {
      nationalId: person.nationalId,
      totalDays: totals.totalDays,
      totalWage: totals.totalWage,
    }),
}
