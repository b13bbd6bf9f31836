import { parseJalali, type Day } from '#core/kernel/day.ts'
import type { Certainty } from '#core/kernel/decision.ts'
import { parseRial } from '#core/kernel/rial.ts'
import type {
  DatedValue,
  Parameter,
  ParameterUnit,
  Ratio,
  TableRow,
  ValueOf,
} from './parameters.model.ts'

/** General knowledge (G) and choices of a design (D): shown as «برآورد», and an office may put its own in their place. */
export function isUncertain(certainty: Certainty): boolean {
  return certainty === 'G' || certainty === 'D'
}

function parseCount(text: string): number | undefined {
  return parseRial(text)
}

function parseRatio(text: string): Ratio | undefined {
  const [top, bottom, ...more] = text.split('/')
  const numerator = parseCount(top ?? '')
  const denominator = parseCount(bottom ?? '')
  if (more.length > 0 || numerator === undefined || !denominator) return undefined
  return { numerator, denominator }
}

function parseTable(text: string): readonly TableRow[] | undefined {
  const rows = text.split(';').map((part) => part.split(':').map(parseCount))
  const table: TableRow[] = []
  for (const [from, value, ...more] of rows) {
    if (from === undefined || value === undefined || more.length > 0) return undefined
    table.push({ from, value })
  }
  return table.sort((a, b) => b.from - a.from)
}

const readers: { readonly [Unit in ParameterUnit]: (text: string) => ValueOf<Unit> | undefined } = {
  RIAL: parseRial,
  BP: parseCount,
  DAYS: parseCount,
  MONTHS: parseCount,
  YEARS: parseCount,
  FACTOR: parseCount,
  DATE: parseJalali,
  RATIO: parseRatio,
  TABLE: parseTable,
}

/**
 * The value of a parameter on a day, in the unit the rule expects, with its source and certainty. When several
 * rows hold that day the one that began last counts. Undefined when there is none, when its unit is another or
 * when its text cannot be read: the rule then names what is missing and never takes a default.
 */
export function parameterOn<Unit extends ParameterUnit>(
  rows: readonly Parameter[],
  code: string,
  unit: Unit,
  day: Day,
): DatedValue<Unit> | undefined {
  let found: Parameter | undefined
  for (const row of rows) {
    if (row.code !== code || row.validFrom > day) continue
    if (row.validTo !== null && row.validTo < day) continue
    if (found === undefined || row.validFrom > found.validFrom) found = row
  }
  if (found?.unit !== unit) return undefined
  const value = readers[unit](found.value)
  return value === undefined
    ? undefined
    : { code, unit, value, source: found.source, certainty: found.certainty }
}

/** The organisation's rows, and for codes it does not send those of `resources/parameters.json`. */
export function withDefaults<Row extends Parameter>(
  rows: readonly Row[],
  defaults: readonly Row[],
): readonly Row[] {
  const sent = new Set(rows.map((row) => row.code))
  return [...rows, ...defaults.filter((row) => !sent.has(row.code))]
}
