import { findBank } from '#core/kernel/banks.ts'
import { maskAccount } from '#core/kernel/masking.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { ownPensionFile } from '#core/pensions/own-file.rules.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import type { StoredSlip } from '#core/pensions/pensions.ports.ts'
import { slipNotices, type SlipBlock } from '#core/pensions/slips.rules.ts'
import { keyFigures, monthFigure } from './key-figures.rules.ts'
import type { OfficialPaper, Stating } from './official-paper.ts'
import { fullName } from './paper-person.rules.ts'
import { withoutEnd } from './paper-validity.rules.ts'
import { PensionSlip, type SlipLine } from './pension-slip.model.ts'

const FIGURES = [
  'nationalId',
  'pensionNumber',
  'period',
  'totalPayments',
  'totalDeductions',
  'totalLoans',
  'net',
] as const

type Kind = 'pension-slip'

function blockOf({ lines }: StoredSlip, block: SlipBlock): SlipLine[] {
  return lines
    .filter((line) => line.block === block)
    .map(({ title, amount, remaining }) => ({
      title,
      amount,
      remainingCount: block === 'LOAN' ? remaining : null,
    }))
}

/** Days paid of one payment; an Eid bonus or arrears count none. */
function daysPaid({ daysPaid: days }: StoredSlip): number | null {
  return days === null || days === 0 ? null : days
}

/**
 * What a pension slip states: the slip's own figures, line by line.
 *
 * @law domain brief §4.3
 * @refuses `rule` when the figures the centre sent do not add up: such a slip is shown with its notice, not printed
 */
export function slipStatement(
  { issue, identity }: Pick<Stating<Kind>, 'issue' | 'identity'>,
  { file, slip }: { readonly file: PensionFile; readonly slip: StoredSlip },
): PensionSlip {
  const [notice] = slipNotices(slip, slip.lines)
  if (notice !== undefined)
    throw new Refusal('rule', { what: 'slip-figures-differ', values: { notice } })
  return PensionSlip.parse({
    kind: 'pension-slip',
    issue,
    fullName: fullName(identity),
    nationalId: identity.personId,
    pensionNumber: slip.pensionNumber,
    insuranceNumber: file.insuranceNumber,
    branch: { code: file.branchCode, name: file.branchName },
    bankName: slip.bankCode === null ? null : (findBank(slip.bankCode)?.name ?? slip.bankCode),
    maskedAccount: slip.accountNumber === null ? null : maskAccount(slip.accountNumber),
    period: { year: slip.year, month: slip.month },
    paymentType: slip.paymentType,
    daysPaid: daysPaid(slip),
    payments: blockOf(slip, 'PAYMENT'),
    deductions: blockOf(slip, 'DEDUCTION'),
    loans: blockOf(slip, 'LOAN'),
    totalPayments: slip.totalPayments,
    totalDeductions: slip.totalDeductions,
    totalLoans: slip.totalLoans,
    net: slip.net,
  })
}

export const pensionSlipPaper: OfficialPaper<Kind> = {
  kind: 'pension-slip',
  digit: '2',
  part: 'PENSION',
  presence: null,
  validUntil: withoutEnd,
  async state(stating, sources) {
    const { citizenId, order } = stating
    const slip = await sources.pensions.findSlip(citizenId, order.slipNumber)
    if (!slip) throw new Refusal('not-found', { what: 'slip' })
    const file = await ownPensionFile(citizenId, slip.pensionNumber, sources)
    return slipStatement(stating, { file, slip })
  },
  figureNames: FIGURES,
  figures: (slip) =>
    keyFigures(FIGURES, {
      nationalId: slip.nationalId,
      pensionNumber: slip.pensionNumber,
      period: monthFigure(slip.period),
      totalPayments: slip.totalPayments,
      totalDeductions: slip.totalDeductions,
      totalLoans: slip.totalLoans,
      net: slip.net,
    }),
}
