import { Refusal } from '#core/kernel/refusal.ts'
import { areDecreeLinesRight } from '#core/pensions/decrees.rules.ts'
import { presentGross } from '#core/pensions/pension-status.rules.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import type { PensionHeir, StoredDecree } from '#core/pensions/pensions.ports.ts'
import { DecreePaper, type HeirShare } from './decree.model.ts'
import { keyFigures } from './key-figures.rules.ts'
import type { OfficialPaper, Stating } from './official-paper.ts'
import { pensionFileOf } from './ordered-things.rules.ts'
import { paperPerson } from './paper-person.rules.ts'
import { withoutEnd } from './paper-validity.rules.ts'

const FIGURES = ['nationalId', 'decreeNumber', 'totalBefore', 'totalAfter', 'payable'] as const

type Kind = 'decree'

interface DecreeFacts {
  readonly file: PensionFile
  readonly decree: StoredDecree
  readonly heirs: readonly PensionHeir[]
}

/**
 * What a decree states: the whole file before and after the increase, and what the person himself receives of it now.
 *
 * @law domain brief §3.13, §4.5; Social Security Act, arts. 96 and 111
 * @refuses `rule` when the lines the centre sent do not add up to their totals
 */
export function decreeStatement(
  { citizenId, identity, issue, trackingCode }: Stating<Kind>,
  { file, decree, heirs }: DecreeFacts,
): DecreePaper {
  if (!areDecreeLinesRight(decree)) throw new Refusal('rule', { what: 'decree-figures-differ' })
  const survivors = file.pensionType === 'SURVIVORS'
  return DecreePaper.parse({
    kind: 'decree',
    issue,
    trackingCode,
    person: paperPerson(identity),
    owner: survivors ? { fullName: file.ownerName } : null,
    insuranceNumber: file.insuranceNumber,
    pensionNumber: file.pensionNumber,
    pensionType: file.pensionType,
    branch: { code: file.branchCode, name: file.branchName },
    establishedOn: file.establishedOn,
    contributionDays: file.contributionDays,
    averageWage: file.averageWage,
    proportional: file.proportional,
    decreeNumber: decree.decreeNumber,
    decreeKind: decree.kind,
    year: decree.year,
    month: decree.month,
    decidedOn: decree.issuedOn,
    effectiveOn: decree.effectiveOn,
    basis: decree.basis,
    lines: decree.lines.map(({ title, amountBefore, amountAfter }) => ({
      title,
      before: amountBefore,
      after: amountAfter,
    })),
    totalBefore: decree.totalBefore,
    totalAfter: decree.totalAfter,
    payable: presentGross(file),
    heirs: survivors ? heirShares(heirs, citizenId) : [],
  })
}

/** The heirs who have a share now, and the person himself; what the others receive is theirs to know. */
function heirShares(heirs: readonly PensionHeir[], citizenId: number): HeirShare[] {
  return heirs
    .filter((heir) => heir.shareStatus === 'ACTIVE' || heir.citizenId === citizenId)
    .map((heir) => {
      const own = heir.citizenId === citizenId
      const { fullName, relation, shareBp, amount, toDate } = heir
      return { fullName, relation, shareBp, amount: own ? amount : null, until: toDate, own }
    })
}

export const decreePaper: OfficialPaper<Kind> = {
  kind: 'decree',
  digit: '5',
  part: 'PENSION',
  presence: null,
  validUntil: withoutEnd,
  async state(stating, sources) {
    const { order, citizenId } = stating
    const { pensionNumber } = order
    const file = await pensionFileOf(citizenId, pensionNumber, sources)
    const decrees = await sources.pensions.listDecrees(pensionNumber)
    const decree = decrees.find((each) => each.decreeNumber === order.decreeNumber)
    if (!decree) throw new Refusal('not-found', { what: 'decree' })
    return decreeStatement(stating, {
      ...{ file, decree },
      heirs: await sources.pensions.listHeirs(pensionNumber),
    })
  },
  figureNames: FIGURES,
  figures: ({ person, decreeNumber, totalBefore, totalAfter, payable }) =>
    keyFigures(FIGURES, {
      nationalId: person.nationalId,
      ...{ decreeNumber, totalBefore, totalAfter, payable },
    }),
}
