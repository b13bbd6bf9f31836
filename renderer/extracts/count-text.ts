import { toPersianDigits } from '#core/kernel/digits.ts'

/** A count in Persian digits, grouped by ٬. */
export function countText(count: number): string {
  return toPersianDigits(String(count).replace(/\B(?=(\d{3})+$)/g, '٬'))
}
