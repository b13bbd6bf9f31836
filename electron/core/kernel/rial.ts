import { z } from 'zod'
import { toLatinDigits, toPersianDigits } from './digits.ts'

/** An amount in whole rial, 0 to 2^53 - 1; never toman. */
export const Rial = z.int().min(0).brand<'Rial'>()
export type Rial = z.infer<typeof Rial>

/** The number as an amount; throws when it is negative, a fraction or beyond 2^53 - 1. */
export function rial(n: number): Rial {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError('not an amount in rial')
  return (n === 0 ? 0 : n) as Rial
}

const SEPARATORS = /[,٬،\s\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const DIGITS = /^\d{1,24}$/

/**
 * Reads an amount in digits of any script; thousands separators (, ٬ ،) and spaces are dropped.
 * Undefined for empty text, a sign, a decimal part, letters, or more than 2^53 - 1.
 */
export function parseRial(text: string): Rial | undefined {
  if (text.length > 0 && text.length <= 15) {
    let value = 0
    for (let i = 0; i < text.length; i++) {
      const digit = text.charCodeAt(i) - 48
      if (!(digit >= 0 && digit <= 9)) return parseWritten(text)
      value = value * 10 + digit
    }
    return value as Rial
  }
  return parseWritten(text)
}

function parseWritten(text: string): Rial | undefined {
  const digits = toLatinDigits(text).replace(SEPARATORS, '')
  if (!DIGITS.test(digits)) return undefined
  const value = Number(digits)
  return Number.isSafeInteger(value) ? (value as Rial) : undefined
}

/** Persian digits grouped by «٬», without the unit: ۱۶۶٬۲۵۵٬۵۰۰. */
export function formatRial(amount: Rial): string {
  return toPersianDigits(String(amount).replace(/\B(?=(\d{3})+$)/g, '٬'))
}

/** Sum of amounts, 0 for none; throws beyond 2^53 - 1. */
export function addRial(...amounts: readonly Rial[]): Rial {
  let sum = 0
  for (const amount of amounts) sum = rial(sum + amount)
  return rial(sum)
}

/**
 * amount × numerator ÷ denominator, exact and rounded once, half up, to one rial.
 *
 * Throws unless numerator and denominator are whole, the first not negative and the second positive.
 */
export function multiplyRounded(amount: Rial, numerator: number, denominator: number): Rial {
  if (numerator < 0 || denominator <= 0) throw new RangeError('not a ratio of an amount')
  const [n, d] = [BigInt(numerator), BigInt(denominator)]
  return roundedRial(BigInt(amount) * n, d)
}

/** An exact amount rounded once, half up, to one rial; the denominator is positive. */
export function roundedRial(numerator: bigint, denominator: bigint): Rial {
  return rial(Number((2n * numerator + denominator) / (2n * denominator)))
}
