import { jalaliMonthName } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { Movement } from '#core/pensions/decree.model.ts'
import { hasText, t } from '../locales/texts.ts'

/** How much an amount moved, in percent with its sign; a new or a dropped one in words. */
export function changeText({ change, bp }: Movement): string {
  if (change === 'NEW' || change === 'GONE' || change === 'SAME')
    return t(`pensions.decree.moved.${change}`)
  const percent = toPersianDigits(Math.abs(bp ?? 0) / 100).replace('.', '٫')
  // Isolated from left to right, so that the sign stands before the number.
  return `\u2066${change === 'RAISED' ? '+' : '−'}${percent}٪\u2069`
}

/** What a line of a decree is; of an item that this program does not know, nothing. */
export function itemText(item: string): string | undefined {
  const key = `pensions.decreeItem.${item}`
  return hasText(key) ? t(key) : undefined
}

/** A month written as year × 100 + month: فروردین ۱۴۰۴. */
export function monthText(written: number): string {
  return `${jalaliMonthName(written % 100)} ${toPersianDigits(Math.floor(written / 100))}`
}
