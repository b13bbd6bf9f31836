import type { Day } from '#core/kernel/day.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { isPaid, standingOf } from '#core/pensions/pension-status.rules.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import { keyFigures } from './key-figures.rules.ts'
import type { OfficialPaper, Stating } from './official-paper.ts'
import { paperPerson } from './paper-person.rules.ts'
import { withoutEnd } from './paper-validity.rules.ts'
import { PensionStatusPaper } from './pension-status.model.ts'

const FIGURES = ['nationalId', 'pensionNumber', 'files', 'paidFiles'] as const

type Kind = 'pension-status'

/**
 * What the data says of a person's pensions: each file with its state, since when and why, without amounts; nobody's
 * file is a statement too («مستمری‌بگیر نیست»).
 *
 * @law domain brief §3.12
 */
export function pensionStatus(
  { identity, issue, trackingCode }: Stating<Kind>,
  files: readonly PensionFile[],
  asOf: Day,
): PensionStatusPaper {
  return PensionStatusPaper.parse({
    kind: 'pension-status',
    issue,
    trackingCode,
    person: paperPerson(identity),
    asOf,
    pensions: files.map((file) => {
      const { status, since, reason } = standingOf(file, issue.day)
      const { pensionNumber, pensionType, insuranceNumber, relation, shareBp } = file
      const { establishedOn, lastPaidOn, branchCode, branchName, ownerName } = file
      return {
        ...{ pensionNumber, pensionType, insuranceNumber, relation, shareBp },
        ...{ status, since, reason, establishedOn, lastPaidOn },
        ownerName: pensionType === 'SURVIVORS' ? ownerName : null,
        branch: { code: branchCode, name: branchName },
      }
    }),
    files: files.length,
    paid: files.filter(isPaid).length,
  })
}

export const pensionStatusPaper: OfficialPaper<Kind> = {
  kind: 'pension-status',
  digit: '0',
  part: 'PENSION',
  presence: null,
  validUntil: withoutEnd,
  async state(stating, { pensions, insured }) {
    const asOf = await insured.findDataDay()
    if (asOf === undefined) throw new Refusal('unavailable')
    return pensionStatus(stating, await pensions.listFiles(stating.citizenId), asOf)
  },
  figureNames: FIGURES,
  figures: ({ person, pensions, files, paid }) =>
    keyFigures(FIGURES, {
      nationalId: person.nationalId,
      pensionNumber: pensions[0]?.pensionNumber ?? null,
      files,
      paidFiles: paid,
    }),
}
