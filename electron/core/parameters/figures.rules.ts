import type { Day } from '#core/kernel/day.ts'
import type { Because, Figure, FigureUnit } from '#core/kernel/decision.ts'
import type { DatedValue, Parameter, ParameterUnit, Ratio } from './parameters.model.ts'
import { parameterOn } from './parameters.rules.ts'

/** A number or day that a rule counted itself. */
export function figure(code: string, value: number | string, unit: FigureUnit): Figure {
  return { code, value, unit }
}

type CitedUnit = Exclude<ParameterUnit, 'TABLE'>

const SHOWN_AS: Readonly<Record<CitedUnit, FigureUnit>> = {
  RIAL: 'RIAL',
  BP: 'BP',
  DAYS: 'DAYS',
  MONTHS: 'MONTHS',
  YEARS: 'YEARS',
  FACTOR: 'COUNT',
  DATE: 'DATE',
  RATIO: 'RATIO',
}

/** A dated parameter as a figure, with its source and certainty. */
export function cited(code: string, dated: DatedValue<CitedUnit>): Figure {
  const { value, unit, source, certainty } = dated
  const shown = typeof value === 'object' ? ratioText(value) : value
  return { code, value: shown, unit: SHOWN_AS[unit], source, certainty }
}

function ratioText({ numerator, denominator }: Ratio): string {
  return `${numerator}/${denominator}`
}

/** The parameters of one rule on one day; those that are missing are collected as reasons. */
export class RuleParameters {
  readonly #rows: readonly Parameter[]
  readonly #day: Day
  readonly #missing: Because<'parameter-missing'>[] = []

  constructor(rows: readonly Parameter[], day: Day) {
    this.#rows = rows
    this.#day = day
  }

  /** The value in the unit the rule expects; undefined, and remembered, when there is none. */
  read<Unit extends ParameterUnit>(code: string, unit: Unit): DatedValue<Unit> | undefined {
    const value = parameterOn(this.#rows, code, unit, this.#day)
    if (value === undefined)
      this.#missing.push({
        code: 'parameter-missing',
        values: { parameter: code, day: this.#day },
      })
    return value
  }

  /** One reason for each parameter that was asked for and is not there. */
  get missing(): readonly Because<'parameter-missing'>[] {
    return this.#missing
  }
}
