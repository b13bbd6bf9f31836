import { jalaliMonthName } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { PaymentType, PaySlipSummary } from '#core/pensions/pension.model.ts'
import { t } from '../locales/texts.ts'

/** Which slips are looked at; null for all. */
export interface SlipFilter {
  readonly year: number | null
  readonly paymentType: PaymentType | null
}

/** Against which slip the chosen one is compared: the one before it, a marked one, or none. */
export type Against =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'BEFORE' }
  | { readonly kind: 'SLIP'; readonly slipNumber: string }

type Placed = Pick<PaySlipSummary, 'year' | 'month' | 'paymentType' | 'seq'>

/** The slips that a filter leaves, in their order. */
export function shownSlips(
  slips: readonly PaySlipSummary[],
  { year, paymentType }: SlipFilter,
): readonly PaySlipSummary[] {
  return slips.filter(
    (slip) =>
      (year === null || slip.year === year) &&
      (paymentType === null || slip.paymentType === paymentType),
  )
}

const monthOf = ({ year, month }: Placed) => year * 12 + month

/** The slip of the month before, of the same kind; where that month has none, the nearest earlier one. */
export function slipBefore(
  slips: readonly PaySlipSummary[],
  of: Placed,
): PaySlipSummary | undefined {
  const earlier = slips.filter(
    (slip) => slip.paymentType === of.paymentType && monthOf(slip) < monthOf(of),
  )
  const nearest = Math.max(...earlier.map(monthOf))
  const there = earlier.filter((slip) => monthOf(slip) === nearest)
  return (
    there.find(({ seq }) => seq === of.seq) ??
    there.reduce<PaySlipSummary | undefined>(
      (first, slip) => (first && first.seq <= slip.seq ? first : slip),
      undefined,
    )
  )
}

/** The numbers of two slips in the order of time, those of one month by their number in it. */
export function inTime(a: PaySlipSummary, b: PaySlipSummary): readonly [string, string] {
  const order = monthOf(a) - monthOf(b) || a.seq - b.seq
  return order <= 0 ? [a.slipNumber, b.slipNumber] : [b.slipNumber, a.slipNumber]
}

/** A slip by its month, with its kind where that is not the usual one and its number where there are several. */
export function slipName({ year, month, paymentType, seq }: Placed): string {
  const period = `${jalaliMonthName(month)} ${toPersianDigits(year)}`
  const type = paymentType === 'MONTHLY' ? '' : ` ${t(`enums.paymentType.${paymentType}`)}`
  return `${period}${type}${seq > 1 ? ` (${toPersianDigits(seq)})` : ''}`
}
