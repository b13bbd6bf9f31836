import { addJalaliMonths, type Day } from '#core/kernel/day.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'

/** Last day of a validity that a dated parameter gives in months; null where the parameter is missing. */
export function validForMonths(
  code: string,
): (today: Day, parameters: readonly Parameter[]) => Day | null {
  return (today, parameters) => {
    const months = parameterOn(parameters, code, 'MONTHS', today)
    return months ? addJalaliMonths(today, months.value) : null
  }
}

/** Of papers that tell of a day or a deed and do not run out. */
export function withoutEnd(): null {
  return null
}
