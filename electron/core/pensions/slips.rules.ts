import { addRial, type Rial } from '#core/kernel/rial.ts'
import type { PaySlipLine, PaySlipSummary, SlipNotice } from './pension.model.ts'

export type SlipTotals = Pick<
  PaySlipSummary,
  'totalPayments' | 'totalDeductions' | 'totalLoans' | 'net'
>
export type SlipBlock = PaySlipLine['block']

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
  const notices: SlipNotice[] = []
  if (!isNetRight(slip)) notices.push('NET_DIFFERS')
  if (lines === undefined) return notices
  if (blockTotal(lines, 'PAYMENT') !== slip.totalPayments) notices.push('PAYMENTS_DIFFER')
  if (blockTotal(lines, 'DEDUCTION') !== slip.totalDeductions) notices.push('DEDUCTIONS_DIFFER')
  if (blockTotal(lines, 'LOAN') !== slip.totalLoans) notices.push('LOANS_DIFFER')
  return notices
}
