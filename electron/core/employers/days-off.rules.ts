import { addDays, dayOfJalali, daysBetween, jalaliOf, type Day } from '#core/kernel/day.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'

/** 1404/01/01 was a Friday. */
const FRIDAY = dayOfJalali(1404, 1, 1)

function isFriday(day: Day): boolean {
  return FRIDAY !== undefined && daysBetween(FRIDAY, day) % 7 === 0
}

/**
 * Whether offices are closed on a day: on Fridays, and on the official days off of its year, which OFFICIAL_HOLIDAYS
 * holds as month and day of the Jalali year (101 is 1 Farvardin). A year without a table has its Fridays only.
 */
export function isDayOff(day: Day, parameters: readonly Parameter[]): boolean {
  if (isFriday(day)) return true
  const table = parameterOn(parameters, 'OFFICIAL_HOLIDAYS', 'TABLE', day)?.value ?? []
  const date = jalaliOf(day)
  return table.some(({ from, value }) => value > 0 && from === date.month * 100 + date.day)
}

/**
 * The day itself, or the next one on which offices are open.
 *
 * @law Civil Procedure Code, art. 444: a term whose last day is a day off ends on the next working day
 */
export function workingDayFrom(day: Day, parameters: readonly Parameter[]): Day {
  let working = day
  while (isDayOff(working, parameters)) working = addDays(working, 1)
  return working
}
