import { toLatinDigits } from '#core/kernel/digits.ts'

/** What was typed of a month; the year is missing when only a month was typed. */
export interface TypedMonth {
  readonly year: number | null
  readonly month: number
}

/** Two-digit years above this belong to the 1300s. */
const LAST_SHORT_YEAR = 20

function whole(year: number): number {
  if (year >= 100) return year
  return year + (year > LAST_SHORT_YEAR ? 1300 : 1400)
}

/**
 * Reads a month as clerks type it, in digits of any script: 1405/8, 140508, 0508, or 8 alone.
 * Undefined while it is incomplete or no month.
 */
export function readMonth(typed: string): TypedMonth | undefined {
  const text = toLatinDigits(typed).trim()
  const parts = text.split(/\D+/).filter((part) => part !== '')
  const [first = '', second = ''] = parts
  const of = (year: number | null, month: number) =>
    month >= 1 && month <= 12 ? { year, month } : undefined
  if (parts.length === 2) return of(whole(Number(first)), Number(second))
  if (parts.length !== 1) return undefined
  if (first.length <= 2) return of(null, Number(first))
  if (first.length !== 4 && first.length !== 6) return undefined
  return of(whole(Number(first.slice(0, -2))), Number(first.slice(-2)))
}
