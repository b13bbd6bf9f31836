import { toPersianDigits } from '#core/kernel/digits.ts'

/** The number of a paper inside a Persian sentence: without the isolate its parts would change places. */
export function numberText(number: string): string {
  return `\u2066${toPersianDigits(number)}\u2069`
}
