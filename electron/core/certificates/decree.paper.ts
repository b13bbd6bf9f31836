import { Refusal } from '#core/kernel/refusal.ts'
import { rial } from '#core/kernel/rial.ts'
import type { ArrearsStep, Decree } from '#core/pensions/decree.model.ts'
import { areDecreeLinesRight, decreesOf } from '#core/pensions/decrees.rules.ts'
import { ownPensionFile } from '#core/pensions/own-file.rules.ts'
import { presentGross } from '#core/pensions/pension-status.rules.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import type { PensionHeir } from '#core/pensions/pensions.ports.ts'
import { DecreePaper, type HeirShare, type PaperArrears } from './decree.model.ts'
import { keyFigures } from './key-figures.rules.ts'
import type { OfficialPaper, Stating } from './official-paper.ts'
import { paperPerson } from './paper-person.rules.ts'
import { withoutEnd } from './paper-validity.rules.ts'

const FIGURES = ['nationalId', 'decreeNumber', 'totalBefore', 'totalAfter', 'payable'] as const

type Kind = 'decree'

interface DecreeFacts {
  readonly file: PensionFile
  readonly decree: Decree
  readonly heirs: readonly PensionHeir[]
}

/**
 * What a decree states: the whole file before and after the increase, and what the person himself receives of it now.
 *
 * @law domain brief §3.13, §4.5; Social Security Act, arts. 96 and 111
 * @refuses `rule` for a decree without lines, which would pass for a whole one, and where its lines do not add up to
 * their totals; anything else that is wrong stands on it in words
 */
export function decreeStatement(
  { citizenId, identity, issue, trackingCode }: Stating<Kind>,
  { file, decree, heirs }: DecreeFacts,
): DecreePaper {
  if (decree.lines.length === 0) throw new Refusal('rule', { what: 'decree-without-lines' })
  if (!areDecreeLinesRight(decree)) throw new Refusal('rule', { what: 'decree-figures-differ' })
  const payable = presentGross(file)
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
    payable,
    heirs: survivors ? heirShares(heirs, citizenId) : [],
    ownAfter: survivors && decree.own.after !== payable ? decree.own.after : null,
    replaces: decree.replaces,
    replacedBy: decree.replacedBy,
    arrears: (decree.arrears?.steps ?? []).map(arrearsLine),
    notices: decree.notices,
  })
}

function arrearsLine({ monthly, months, from, to, sum }: ArrearsStep): PaperArrears {
  const month = (written: number) => ({ year: Math.floor(written / 100), month: written % 100 })
  return {
    ...{ monthly: rial(Math.abs(monthly)), months, from: month(from), to: month(to) },
    ...{ sum: rial(Math.abs(sum)), overpaid: sum < 0 },
  }
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
    const file = await ownPensionFile(citizenId, pensionNumber, sources)
    const decrees = decreesOf(await sources.pensions.listDecrees(pensionNumber), file, [])
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
