import { jalaliOf, type Day } from '#core/kernel/day.ts'
import { toLatinDigits, toPersianDigits } from '#core/kernel/digits.ts'
import { formatRial, parseRial, type Rial } from '#core/kernel/rial.ts'
import type { PayMonth } from '#core/certificates/paper-issue.model.ts'
import { readPayMonth } from './pay-month.ts'

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

/** A month as it is typed; without its year it is the next month of that number, this one included. */
export function readComingMonth(typed: string, today: Day): PayMonth | undefined {
  const month = readPayMonth(typed)
  if (!month) return undefined
  if (month.year !== null) return { year: month.year, month: month.month }
  const now = jalaliOf(today)
  return { year: now.year + (month.month < now.month ? 1 : 0), month: month.month }
}

/** A month as it is typed back: ۱۴۰۵/۱۰. */
export function monthText({ year, month }: PayMonth): string {
  return toPersianDigits(`${year}/${String(month).padStart(2, '0')}`)
}
