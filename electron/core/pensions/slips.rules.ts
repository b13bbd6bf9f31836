import { dayOfJalali } from '#core/kernel/day.ts'
import { addRial, type Rial } from '#core/kernel/rial.ts'
import type { PaySlipLine, PaySlipSummary, SlipNotice } from './pension.model.ts'

export type SlipTotals = Pick<
  PaySlipSummary,
  'totalPayments' | 'totalDeductions' | 'totalLoans' | 'net'
>
export type SlipBlock = PaySlipLine['block']

/** What the lines of a slip sum to, by block, rial. */
export type LineSums = Readonly<Record<'payments' | 'deductions' | 'loans', number>>

/** Sum of the lines of one block of a slip, rial. */
export function blockTotal(
  lines: readonly Pick<PaySlipLine, 'block' | 'amount'>[],
  block: SlipBlock,
): Rial {
  return addRial(...lines.filter((line) => line.block === block).map((line) => line.amount))
}

/** Whether payments − deductions − loans is the net that the slip states. */
export function isNetRight(slip: SlipTotals): boolean {
  return slip.totalPayments - slip.totalDeductions - slip.totalLoans === slip.net
}

/**
 * What is wrong with a slip: its net against its totals, and its totals against its lines. Without lines (a list of
 * slips) only the net can be checked. A slip with a notice is shown with it, never corrected.
 *
 * @law domain brief §4.3; extract format, payslips.csv and payslip_lines.csv
 */
export function slipNotices(
  slip: SlipTotals,
  lines?: readonly Pick<PaySlipLine, 'block' | 'amount'>[],
): readonly SlipNotice[] {
  return figureNotices(
    slip,
    lines && {
      payments: blockTotal(lines, 'PAYMENT'),
      deductions: blockTotal(lines, 'DEDUCTION'),
      loans: blockTotal(lines, 'LOAN'),
    },
  )
}

function figureNotices(slip: SlipTotals, sums: LineSums | undefined): SlipNotice[] {
  const notices: SlipNotice[] = []
  if (!isNetRight(slip)) notices.push('NET_DIFFERS')
  if (sums === undefined) return notices
  if (sums.payments !== slip.totalPayments) notices.push('PAYMENTS_DIFFER')
  if (sums.deductions !== slip.totalDeductions) notices.push('DEDUCTIONS_DIFFER')
  if (sums.loans !== slip.totalLoans) notices.push('LOANS_DIFFER')
  return notices
}

type Dated = Pick<PaySlipSummary, 'year' | 'month' | 'paidOn'>

/** Whether a slip says that it was paid before the month began for which it pays. */
export function isPaidBeforeMonth({ year, month, paidOn }: Dated): boolean {
  const first = dayOfJalali(year, month, 1)
  return paidOn !== null && first !== undefined && paidOn < first
}

const NO_LINES: LineSums = { payments: 0, deductions: 0, loans: 0 }

/**
 * Slips of one file and person, each with everything that is wrong with it: figures, a payment before its month, two
 * slips that claim the same place of a month. `sums` by slip number; a slip without any has no lines.
 *
 * @law domain brief §4.3, §5 (key of a slip); extract format, payslips.csv
 */
export function withNotices<Slip extends Omit<PaySlipSummary, 'notices'>>(
  slips: readonly Slip[],
  sums: ReadonlyMap<string, LineSums>,
): (Slip & { notices: SlipNotice[] })[] {
  const place = (slip: Slip) => `${slip.year}/${slip.month}/${slip.paymentType}/${slip.seq}`
  const taken = new Map<string, number>()
  for (const slip of slips) taken.set(place(slip), (taken.get(place(slip)) ?? 0) + 1)
  return slips.map((slip) => {
    const notices = figureNotices(slip, sums.get(slip.slipNumber) ?? NO_LINES)
    if (isPaidBeforeMonth(slip)) notices.push('PAID_BEFORE_MONTH')
    if ((taken.get(place(slip)) ?? 0) > 1) notices.push('SAME_SEQ')
    return { ...slip, notices }
  })
}
