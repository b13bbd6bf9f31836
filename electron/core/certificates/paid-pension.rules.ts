import { monthSerial } from '#core/insured/month-serial.rules.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { addRial, type Rial } from '#core/kernel/rial.ts'
import { isPaid } from '#core/pensions/pension-status.rules.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import type { StoredSlipSummary } from '#core/pensions/pensions.ports.ts'
import { isNetRight } from '#core/pensions/slips.rules.ts'
import type { PayMonth } from './paper-issue.model.ts'

/**
 * The slip whose figures a certificate states: that of the newest month; where a month has several, the first, since
 * the others are supplements.
 */
export function latestMonthlySlip(
  slips: readonly StoredSlipSummary[],
): StoredSlipSummary | undefined {
  const monthly = slips.filter((slip) => slip.paymentType === 'MONTHLY')
  return monthly.reduce<StoredSlipSummary | undefined>((latest, slip) => {
    if (!latest) return slip
    const later = monthSerial(slip) - monthSerial(latest)
    return later > 0 || (later === 0 && slip.seq < latest.seq) ? slip : latest
  }, undefined)
}

/** What is paid of a pension share in a month: gross − deductions = net; loan instalments count as deductions. */
export interface PaidFigures {
  readonly period: PayMonth
  readonly gross: Rial
  readonly deductions: Rial
  readonly net: Rial
}

/**
 * The figures of the newest month paid to the pensioner's own share.
 *
 * @law domain brief §3.15, §4.1
 * @refuses `rule` when the file or the share is not being paid, nothing was paid yet, or the slip's figures differ
 */
export function paidFigures(file: PensionFile, slips: readonly StoredSlipSummary[]): PaidFigures {
  const slip = paidSlip(file, slips)
  return {
    period: { year: slip.year, month: slip.month },
    gross: slip.totalPayments,
    deductions: addRial(slip.totalDeductions, slip.totalLoans),
    net: slip.net,
  }
}

/**
 * The slip of the newest month paid to the pensioner's own share.
 *
 * @law domain brief §3.15, §4.1
 * @refuses `rule` when the file or the share is not being paid, nothing was paid yet, or the slip's figures differ
 */
export function paidSlip(
  file: PensionFile,
  slips: readonly StoredSlipSummary[],
): StoredSlipSummary {
  if (!isPaid(file))
    throw new Refusal('rule', {
      what: 'pension-inactive',
      values: { status: file.status === 'ACTIVE' ? file.shareStatus : file.status },
    })
  const slip = latestMonthlySlip(slips)
  if (!slip) throw new Refusal('rule', { what: 'no-slip' })
  if (!isNetRight(slip)) throw new Refusal('rule', { what: 'slip-figures-differ' })
  return slip
}
