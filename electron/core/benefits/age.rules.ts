import { addJalaliYears, jalaliOf, type Day } from '#core/kernel/day.ts'

/** Completed Jalali years from a birth to a day; who was born on 30 Esfand has his birthday on the last of Esfand. */
export function ageOn(birth: Day, day: Day): number {
  const years = jalaliOf(day).year - jalaliOf(birth).year
  return addJalaliYears(birth, years) > day ? years - 1 : years
}
