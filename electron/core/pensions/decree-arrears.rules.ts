import { monthAt, monthSerial } from '#core/insured/month-serial.rules.ts'
import { jalaliOf, type Day } from '#core/kernel/day.ts'
import { addRial, multiplyRounded, rial } from '#core/kernel/rial.ts'
import type { ArrearsStep, DecreeArrears } from './decree.model.ts'
import type { PlacedDecree } from './decree-years.rules.ts'
import type { PensionFile } from './pension.model.ts'
import type { StoredSlipSummary } from './pensions.ports.ts'

type Held = Pick<PensionFile, 'establishedOn' | 'endedOn' | 'shareBp'>

/**
 * What the decrees of one year that came late owe: the difference from what was paid until then, for each month from
 * the effective one to the one before the decree was issued, from which it is paid itself. Months count whole; none
 * lies before the pension began, after it ended or in the time of the next year's decree. The own share is rounded
 * once, half up. Null where nothing is owed and no arrears were paid.
 *
 * @law domain brief §3.13, §3.14
 * @param ofYear the decrees of one year in the order in which they took each other's place
 */
export function decreeArrears(
  ofYear: readonly PlacedDecree[],
  file: Held,
  slips: readonly StoredSlipSummary[],
): DecreeArrears | null {
  const year = ofYear[0]?.decree.year
  const steps = ofYear.flatMap((placed) => stepOf(placed, file) ?? [])
  const paid = slips.filter((slip) => slip.paymentType === 'ARREARS' && slip.year === year)
  const sum = steps.reduce((all, step) => all + step.sum, 0)
  if (steps.length === 0 && paid.length === 0) return null
  return {
    ...{ steps, sum },
    own: Math.sign(sum) * multiplyRounded(rial(Math.abs(sum)), file.shareBp, 10_000),
    slips: paid.map(({ slipNumber, year: paidYear, month, totalPayments }) => ({
      ...{ slipNumber, year: paidYear, month, amount: totalPayments },
    })),
    paid: addRial(...paid.map((slip) => slip.totalPayments)),
  }
}

function stepOf({ decree, replaces, next }: PlacedDecree, file: Held): ArrearsStep | undefined {
  if (decree.kind === 'ESTABLISHMENT') return undefined
  const before =
    replaces && replaces.kind !== 'ESTABLISHMENT' ? replaces.totalAfter : decree.totalBefore
  const first = Math.max(monthOf(decree.effectiveOn), monthOf(file.establishedOn))
  const ends = [monthOf(decree.issuedOn)]
  if (next) ends.push(monthOf(next.effectiveOn))
  if (file.endedOn !== null) ends.push(monthOf(file.endedOn) + 1)
  const last = Math.min(...ends) - 1
  const months = last - first + 1
  const monthly = decree.totalAfter - before
  if (months <= 0 || monthly === 0) return undefined
  return {
    ...{ decreeNumber: decree.decreeNumber, monthly, months },
    from: written(first),
    to: written(last),
    sum: monthly * months,
  }
}

function monthOf(day: Day): number {
  return monthSerial(jalaliOf(day))
}

function written(serial: number): number {
  const { year, month } = monthAt(serial)
  return year * 100 + month
}
