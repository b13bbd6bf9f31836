import { z } from 'zod'
import { toLatinDigits } from './digits.ts'

// Within these years the 33-year rule, the break table and the calendar of Unicode (ICU) agree on every day.
const TABLE_FROM = 1211
const TABLE_TO = 1599
/** Years that may be typed or imported; reckoning may go further. */
const YEAR_FROM = 1250
const YEAR_TO = 1499
const LEAP_REMAINDERS: readonly number[] = [1, 5, 9, 13, 17, 22, 26, 30]
/** 1404/01/01 = 2025-03-21, in days since 1970-01-01. */
const NOWRUZ_1404 = 20168

/** Whether a Jalali year has 366 days; true to the calendar for 1211 to 1599. */
export function isLeapYear(year: number): boolean {
  return LEAP_REMAINDERS.includes(year % 33)
}

/** Day numbers of the first day of each year from `TABLE_FROM` to the one after `TABLE_TO`. */
const yearStart = new Int32Array(TABLE_TO - TABLE_FROM + 2)
for (let year = TABLE_FROM, n = 0; year <= TABLE_TO + 1; year++) {
  yearStart[year - TABLE_FROM] = n
  n += isLeapYear(year) ? 366 : 365
}
const shift = NOWRUZ_1404 - startOf(1404)
for (let i = 0; i < yearStart.length; i++) yearStart[i] = (yearStart[i] ?? 0) + shift

function startOf(year: number): number {
  return yearStart[year - TABLE_FROM] ?? Number.NaN
}

/** A day of the calendar, without time or zone: 'YYYY-MM-DD', Gregorian, so that text order is time order. */
export const Day = z.string().refine(isCalendarDay, { error: 'day' }).brand<'Day'>()
export type Day = z.infer<typeof Day>

export interface JalaliDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Whether the text is an existing day 'YYYY-MM-DD' between the Jalali years 1211 and 1599. */
export function isDay(text: string): text is Day {
  return isCalendarDay(text)
}

function isCalendarDay(text: string): boolean {
  if (text.length !== 10) return false
  const n = numberOf(text)
  return n >= startOf(TABLE_FROM) && n < startOf(TABLE_TO + 1) && isoOf(n) === text
}

/** Days since 1970-01-01; NaN when the text has no digits in the places of a day. */
function numberOf(text: string): number {
  const year = digitsAt(text, 0, 4)
  const month = digitsAt(text, 5, 2)
  const day = digitsAt(text, 8, 2)
  // The reverse of isoOf, in years that begin on 1 March: several times faster than through a Date.
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468
}

function digitsAt(text: string, start: number, length: number): number {
  let value = 0
  for (let i = start; i < start + length; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** Days that were written before: the same few thousand recur in every file, and writing one costs most. */
const written = new Array<Day | undefined>(startOf(TABLE_TO + 1) - startOf(TABLE_FROM))

/** Gregorian date of a day number of the calendar. */
function isoOf(n: number): Day {
  return (written[n - startOf(TABLE_FROM)] ??= writtenOut(n))
}

/** By the usual arithmetic of 400-year eras beginning on 1 March. */
function writtenOut(n: number): Day {
  const z = n + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}-${twoDigits(month)}-${twoDigits(day)}` as Day
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}

/** Days in a Jalali month, 29 to 31; 0 for a month that does not exist. */
export function monthLength(year: number, month: number): number {
  if (month >= 1 && month <= 6) return 31
  if (month >= 7 && month <= 11) return 30
  if (month === 12) return isLeapYear(year) ? 30 : 29
  return 0
}

function numberOfJalali(year: number, month: number, day: number): number {
  const before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
  return startOf(year) + before + day - 1
}

/** The day of a Jalali date, years 1250 to 1499; undefined when there is no such day. */
export function dayOfJalali(year: number, month: number, day: number): Day | undefined {
  if (!(year >= YEAR_FROM && year <= YEAR_TO) || !Number.isInteger(year)) return undefined
  if (!Number.isInteger(month) || !Number.isInteger(day)) return undefined
  if (day < 1 || day > monthLength(year, month)) return undefined
  return isoOf(numberOfJalali(year, month, day))
}

/** Jalali year, month (1 to 12) and day of a day. */
export function jalaliOf(day: Day): JalaliDate {
  const n = numberOf(day)
  let year = digitsAt(day, 0, 4) - 621
  if (startOf(year) > n) year--
  const k = n - startOf(year)
  return k < 186
    ? { year, month: Math.floor(k / 31) + 1, day: (k % 31) + 1 }
    : { year, month: Math.floor((k - 186) / 30) + 7, day: ((k - 186) % 30) + 1 }
}

const IGNORED = /[\s\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const WRITTEN = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/

/**
 * Reads a Jalali date: YYYY/MM/DD, one-digit month or day, or YYYYMMDD, in digits of any script.
 * Undefined for anything else, for a day that does not exist and for years outside 1250 to 1499.
 */
export function parseJalali(text: string): Day | undefined {
  if (text.length === 10 && text.charCodeAt(4) === 47 && text.charCodeAt(7) === 47) {
    const day = dayOfJalali(digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2))
    if (day !== undefined) return day
  }
  if (text.length === 8 && text.charCodeAt(4) !== 47) {
    const day = dayOfJalali(digitsAt(text, 0, 4), digitsAt(text, 4, 2), digitsAt(text, 6, 2))
    if (day !== undefined) return day
  }
  const latin = toLatinDigits(text).replace(IGNORED, '')
  if (latin === text) return parseParts(latin)
  return parseJalali(latin)
}

function parseParts(text: string): Day | undefined {
  const parts = WRITTEN.exec(text)
  return parts ? dayOfJalali(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined
}

/** Jalali 'YYYY/MM/DD' in Latin digits, as papers file it and identifiers copy; screens turn the digits. */
export function formatJalali(day: Day): string {
  const date = jalaliOf(day)
  return `${date.year}/${twoDigits(date.month)}/${twoDigits(date.day)}`
}

/** The day `n` days later, or earlier when negative. Throws outside the years 1211 to 1599. */
export function addDays(day: Day, n: number): Day {
  const moved = numberOf(day) + n
  if (!(moved >= startOf(TABLE_FROM) && moved < startOf(TABLE_TO + 1)) || !Number.isInteger(n))
    throw new RangeError('day out of the calendar')
  return isoOf(moved)
}

/** Days from one day to another: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from)
}

/** The same day `n` Jalali months later, or the last day of that month when it is shorter. */
export function addJalaliMonths(day: Day, n: number): Day {
  const date = jalaliOf(day)
  const months = date.year * 12 + date.month - 1 + n
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  if (!(year >= TABLE_FROM && year <= TABLE_TO)) throw new RangeError('day out of the calendar')
  return isoOf(numberOfJalali(year, month, Math.min(date.day, monthLength(year, month))))
}

/** The same day `n` Jalali years later; 30 Esfand becomes 29 Esfand where the year is not a leap one. */
export function addJalaliYears(day: Day, n: number): Day {
  return addJalaliMonths(day, n * 12)
}

const MONTH_NAMES: readonly string[] = [
  'فروردین',
  'اردیبهشت',
  'خرداد',
  'تیر',
  'مرداد',
  'شهریور',
  'مهر',
  'آبان',
  'آذر',
  'دی',
  'بهمن',
  'اسفند',
]

/** Persian name of a Jalali month, 1 to 12; throws for another number. */
export function jalaliMonthName(month: number): string {
  const name = MONTH_NAMES[month - 1]
  if (name === undefined) throw new RangeError('no such month')
  return name
}
