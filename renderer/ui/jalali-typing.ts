import { addDays, dayOfJalali, jalaliOf, parseJalali, type Day } from '#core/kernel/day.ts'
import { toLatinDigits } from '#core/kernel/digits.ts'

/** Two-digit years above this belong to the 1300s. */
const LAST_SHORT_YEAR = 20

function short(year: number): number {
  if (year >= 100) return year
  return year + (year > LAST_SHORT_YEAR ? 1300 : 1400)
}

/**
 * Reads a Jalali day as clerks type it, in digits of any script: 1405/8/12, 14050812, 050812 or, within the year
 * of `today`, 0812. Undefined for a day that does not exist.
 */
export function readJalali(typed: string, today: Day): Day | undefined {
  const text = toLatinDigits(typed).trim()
  const parts = text.split(/\D+/).filter((part) => part !== '')
  const digits = text.replace(/\D/g, '')
  if (/[^\d/\-. \u200e\u200f]/.test(text)) return undefined
  if (parts.length === 3) {
    const [year = 0, month = 0, day = 0] = parts.map(Number)
    return dayOfJalali(short(year), month, day)
  }
  if (parts.length !== 1) return undefined
  const pair = (at: number) => Number(digits.slice(at, at + 2))
  if (digits.length === 8) return parseJalali(digits)
  if (digits.length === 6) return dayOfJalali(short(pair(0)), pair(2), pair(4))
  if (digits.length === 4) return dayOfJalali(jalaliOf(today).year, pair(0), pair(2))
  return undefined
}

/** The next or an earlier day, for the arrows; stays where the calendar ends. */
export function stepDay(day: Day, n: number): Day {
  try {
    return addDays(day, n)
  } catch {
    return day
  }
}
