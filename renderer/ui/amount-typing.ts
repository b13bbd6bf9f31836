import { toLatinDigits } from '#core/kernel/digits.ts'
import { formatRial, parseRial, type Rial } from '#core/kernel/rial.ts'

/** The most digits of an amount that can be counted with exactly. */
const MOST_DIGITS = 15

/** The digits of what was typed, in Latin, without whatever stands between them and without leading zeros. */
function digitsOf(typed: string): string {
  const digits = toLatinDigits(typed).replace(/\D/g, '')
  return digits.replace(/^0+(?=\d)/, '').slice(0, MOST_DIGITS)
}

/** An amount as it is typed, in rial; undefined while there is none. */
export function readAmount(typed: string): Rial | undefined {
  return parseRial(digitsOf(typed))
}

/** What was typed of an amount, grouped by ٬ in Persian digits; empty without a digit. */
export function groupedAmount(typed: string): string {
  const amount = readAmount(typed)
  return amount === undefined ? '' : formatRial(amount)
}

/** A count as it is typed; undefined without a digit or beyond four of them. */
export function readCount(typed: string): number | undefined {
  const digits = digitsOf(typed)
  return digits === '' || digits.length > 4 ? undefined : Number(digits)
}
