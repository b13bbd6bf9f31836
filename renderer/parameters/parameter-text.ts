import { formatJalali, parseJalali, type Day } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { formatRial, rial } from '#core/kernel/rial.ts'
import { compareText, nameKey } from '#core/kernel/text.ts'
import type { KnownParameter, ParameterEntry } from '#core/parameters/parameter-change.model.ts'
import type { ParameterUnit } from '#core/parameters/parameters.model.ts'
import { isUncertain } from '#core/parameters/parameters.rules.ts'
import { hasText, t } from '../locales/texts.ts'

interface Valued {
  readonly unit: ParameterUnit
  readonly value: string
}

/** What a code is called; one that this program does not know stays as it came. */
export function nameOf(code: string): string {
  const key = `rules.parameter.${code}`
  return hasText(key) ? t(key) : code
}

/** The rows of a table, in Persian digits. */
export function tableRows(
  value: string,
): readonly { readonly from: string; readonly value: string }[] {
  return value.split(';').map((part) => {
    const [from = '', held = ''] = part.split(':')
    return { from: toPersianDigits(from), value: toPersianDigits(held) }
  })
}

/** A value in words by its unit; a table as the number of its rows. Text that cannot be read stays as it came. */
export function valueText({ unit, value }: Valued): string {
  const count = Number(value)
  if (unit === 'TABLE') return t('parameters.rowsOf', { n: tableRows(value).length })
  if (unit === 'DATE') {
    const day = parseJalali(value)
    return toPersianDigits(day ? formatJalali(day) : value)
  }
  if (unit === 'RATIO' || !Number.isSafeInteger(count) || count < 0) return toPersianDigits(value)
  if (unit === 'RIAL') return t('ui.amount', { amount: formatRial(rial(count)) })
  if (unit === 'BP')
    return t('rules.unit.BP', { n: toPersianDigits(count / 100).replace('.', '٫') })
  return t(`rules.unit.${unit === 'FACTOR' ? 'COUNT' : unit}`, { n: count })
}

/** A whole table in one line, for where rows have no room; other values as `valueText`. */
export function valueLine(valued: Valued): string {
  if (valued.unit !== 'TABLE') return valueText(valued)
  return tableRows(valued.value)
    .map(({ from, value }) => `${t('parameters.tableFrom')} ${from}: ${value}`)
    .join('، ')
}

/** A day of the calendar in Persian digits. */
export function dayText(day: Day): string {
  return toPersianDigits(formatJalali(day))
}

/** Whether there is anything of a code that an office may put its own value in the place of. */
export function mayChange({ rows }: ParameterEntry): boolean {
  return rows.some(({ certainty }) => isUncertain(certainty))
}

/** The value of a day; undefined when there is none. */
export function rowOn({ rows }: ParameterEntry, day: Day): KnownParameter | undefined {
  return rows.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day),
  )
}

/** A day from which a change is likely: today where today's value is uncertain, else where the last uncertain one begins. */
export function likelyDay(entry: ParameterEntry, today: Day): Day {
  const now = rowOn(entry, today)
  if (now && isUncertain(now.certainty)) return today
  return entry.rows.find(({ certainty }) => isUncertain(certainty))?.validFrom ?? today
}

/** What sets a value's certainty apart, in a sentence. */
export function certaintyHint({ certainty, origin }: KnownParameter): string {
  return t(`parameters.certaintyHint.${origin === 'OFFICE' ? 'OFFICE' : certainty}`)
}

export const PARAMETER_FILTERS = ['ALL', 'UNCERTAIN', 'CHANGED', 'WAITING'] as const
export type ParameterFilter = (typeof PARAMETER_FILTERS)[number]

/** Which filters an entry passes; `waiting` are the codes with an open proposal. */
export function passes(
  entry: ParameterEntry,
  filter: ParameterFilter,
  waiting: ReadonlySet<string>,
): boolean {
  if (filter === 'UNCERTAIN') return entry.inForce !== null && isUncertain(entry.inForce.certainty)
  if (filter === 'CHANGED') return entry.rows.some(({ origin }) => origin === 'OFFICE')
  return filter === 'ALL' || waiting.has(entry.code)
}

/** Entries whose name, code or source holds the text, in the order of their names. */
export function found(entries: readonly ParameterEntry[], text: string): readonly ParameterEntry[] {
  const key = nameKey(text)
  const holds = ({ code, rows }: ParameterEntry) =>
    [nameOf(code), code, ...rows.map(({ source }) => source)].some((one) =>
      nameKey(one).includes(key),
    )
  return entries
    .filter((entry) => key === '' || holds(entry))
    .toSorted((one, other) => compareText(nameOf(one.code), nameOf(other.code)))
}
