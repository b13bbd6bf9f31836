import { formatJalali, parseJalali } from '#core/kernel/day.ts'
import { toLatinDigits } from '#core/kernel/digits.ts'
import { parseRial } from '#core/kernel/rial.ts'
import type { ParameterUnit } from './parameters.model.ts'

/** What is wrong with a value as typed; the words are in `locales`. */
export type ValueFault =
  | 'parameter-amount'
  | 'parameter-percent'
  | 'parameter-count'
  | 'parameter-date'
  | 'parameter-ratio'
  | 'parameter-table'

export type TypedValue =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly fault: ValueFault }

/** 1000 %: beyond it somebody typed basis points for percent. */
const MOST_BP = 100_000
const MOST_COUNT = 100_000

/** Latin digits, no bidi marks or spaces, and the Latin twins of Persian signs. */
function plain(text: string): string {
  return toLatinDigits(text)
    .replace(/[\s\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replaceAll('٫', '.')
    .replaceAll('؛', ';')
}

function countOf(text: string): number | undefined {
  if (!/^\d{1,6}$/.test(text)) return undefined
  const count = Number(text)
  return count <= MOST_COUNT ? count : undefined
}

/** Zero would end in a division by it, or say that there is no such right. */
function positive(text: string): string | undefined {
  const count = countOf(text)
  return count === undefined || count === 0 ? undefined : String(count)
}

function percent(text: string): string | undefined {
  const parts = /^(\d{1,4})(?:[./](\d{1,2}))?[%٪]?$/.exec(text)
  if (!parts) return undefined
  const [, whole = '', decimals = ''] = parts
  const points = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  return points <= MOST_BP ? String(points) : undefined
}

function ratio(text: string): string | undefined {
  const [top = '', bottom = '', ...more] = text.split('/')
  const [numerator, denominator] = [positive(top), positive(bottom)]
  if (more.length > 0 || numerator === undefined || denominator === undefined) return undefined
  return `${numerator}/${denominator}`
}

function table(text: string): string | undefined {
  const rows = new Map<number, number>()
  for (const part of text.replace(/;$/, '').split(';')) {
    const [from, value, ...more] = part.split(':').map(countOf)
    if (from === undefined || value === undefined || more.length > 0) return undefined
    if (rows.has(from)) return undefined
    rows.set(from, value)
  }
  return [...rows]
    .sort(([one], [other]) => other - one)
    .map(([from, value]) => `${from}:${value}`)
    .join(';')
}

function amount(text: string): string | undefined {
  const value = parseRial(text)
  return value === undefined || value === 0 ? undefined : String(value)
}

function date(text: string): string | undefined {
  const day = parseJalali(text)
  return day && formatJalali(day)
}

interface Reader {
  readonly read: (text: string) => string | undefined
  readonly fault: ValueFault
}

const COUNT: Reader = { read: positive, fault: 'parameter-count' }

const READERS: Readonly<Record<ParameterUnit, Reader>> = {
  RIAL: { read: amount, fault: 'parameter-amount' },
  BP: { read: percent, fault: 'parameter-percent' },
  DAYS: COUNT,
  MONTHS: COUNT,
  YEARS: COUNT,
  FACTOR: COUNT,
  DATE: { read: date, fault: 'parameter-date' },
  RATIO: { read: ratio, fault: 'parameter-ratio' },
  TABLE: { read: table, fault: 'parameter-table' },
}

/**
 * Reads a value as an administrator types it, in the form `Parameter` keeps it in. Digits of any script; BP is typed
 * as percent with up to two decimals, DATE as a Jalali day, RATIO as 7/30, TABLE as 28:0;25:2 with each lower bound
 * once. Amounts, counts and both sides of a ratio are above zero, unless the code knows
 * zero: a switch can be put back.
 */
export function readTypedValue(unit: ParameterUnit, text: string, knowsZero = false): TypedValue {
  const { read, fault } = READERS[unit]
  const typed = plain(text)
  const value = knowsZero && /^0+$/.test(typed) ? '0' : read(typed)
  return value === undefined ? { ok: false, fault } : { ok: true, value }
}

/** A kept value as it would be typed, in Latin digits: the beginning of a change. */
export function typedForm(unit: ParameterUnit, value: string): string {
  if (unit !== 'BP') return value
  const points = Number(value)
  return Number.isSafeInteger(points) ? String(points / 100) : value
}
