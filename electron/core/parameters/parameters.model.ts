import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Certainty } from '#core/kernel/decision.ts'
import type { Rial } from '#core/kernel/rial.ts'

/** BP is one ten-thousandth. */
export const ParameterUnit = z.enum([
  'RIAL',
  'BP',
  'DAYS',
  'MONTHS',
  'YEARS',
  'FACTOR',
  'DATE',
  'RATIO',
  'TABLE',
])
export type ParameterUnit = z.infer<typeof ParameterUnit>

/**
 * A value that changes by decree, as the extract gives it. `value` is text: an integer, a Jalali date, a ratio
 * such as 2/3, or a table such as 28:0;25:2. Valid from `validFrom` to `validTo`, both included; null = open.
 */
export const Parameter = z.object({
  code: z.string().min(1).max(60),
  value: z.string().min(1).max(400),
  unit: ParameterUnit,
  validFrom: Day,
  validTo: Day.nullable(),
  source: z.string().min(1),
  certainty: Certainty,
})
export type Parameter = z.infer<typeof Parameter>

/** Parameters that the organisation's extract does not carry; the file is `resources/parameters.json`. */
export const ParameterFile = z.array(Parameter)

export type CountUnit = 'BP' | 'DAYS' | 'MONTHS' | 'YEARS' | 'FACTOR'

export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

/** One row of a table: the value that holds from `from` upwards, to the next row. */
export interface TableRow {
  readonly from: number
  readonly value: number
}

interface Values extends Record<CountUnit, number> {
  readonly RIAL: Rial
  readonly DATE: Day
  readonly RATIO: Ratio
  readonly TABLE: readonly TableRow[]
}

/** The typed value of a unit. */
export type ValueOf<Unit extends ParameterUnit> = Values[Unit]

/** A value on a day, with where it comes from. */
export interface DatedValue<Unit extends ParameterUnit> {
  readonly code: string
  readonly unit: Unit
  readonly value: ValueOf<Unit>
  readonly source: string
  readonly certainty: Certainty
}
