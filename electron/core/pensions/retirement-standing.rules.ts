import type { CitizenFile } from '#core/citizens/citizen.model.ts'
import { daysBetween, monthLength, type Day, type JalaliDate } from '#core/kernel/day.ts'
import type { RetirementLaw } from './retirement-law.rules.ts'
import type { RetirementWork } from './retirement.model.ts'

/** Where a person stands on one day: what the paths look at. Days are counted days of record. */
export interface RetirementStanding {
  readonly sex: CitizenFile['sex']
  readonly birthDate: Day
  readonly born: JalaliDate
  readonly now: JalaliDate
  readonly days: number
  readonly daysBeforePlan: number
  /** First day for which a contribution is still to come. */
  readonly goesOnFrom: Day
  readonly work: RetirementWork
  readonly hazardousDays: number
  readonly veteran: boolean
}

/** The standing a year after the day of the law, if contributions and the kind of work go on without a break. */
export function aYearLater(
  standing: RetirementStanding,
  { yearLater, dateLater }: Pick<RetirementLaw, 'yearLater' | 'dateLater'>,
): RetirementStanding {
  const more = Math.max(0, daysBetween(standing.goesOnFrom, yearLater))
  return {
    ...standing,
    now: dateLater,
    days: standing.days + more,
    hazardousDays: standing.hazardousDays === 0 ? 0 : standing.hazardousDays + more,
    goesOnFrom: yearLater,
  }
}

/** Whether so many Jalali years of life are complete; who was born on 30 Esfand is a year older on the 29th where there is no 30th. */
export function isOf({ born, now }: RetirementStanding, years: number): boolean {
  const year = born.year + years
  if (now.year !== year) return now.year > year
  if (now.month !== born.month) return now.month > born.month
  return now.day >= Math.min(born.day, monthLength(year, born.month))
}

/** Of two values the one for the sex of the person. */
export function bySex<Value>({ sex }: RetirementStanding, men: Value, women: Value): Value {
  return sex === 'F' ? women : men
}

/** Complete years, months and days of life as 'y/m/d'; '0/0/0' before birth. */
export function ageOf({ born, now }: RetirementStanding): string {
  const begun = now.day < born.day ? 1 : 0
  const months = (now.year - born.year) * 12 + now.month - born.month - begun
  if (months < 0) return '0/0/0'
  const before = begun === 0 ? 0 : lengthBefore(now)
  const days = now.day - Math.min(born.day, begun === 0 ? born.day : before) + before
  return `${Math.floor(months / 12)}/${months % 12}/${days}`
}

function lengthBefore({ year, month }: JalaliDate): number {
  return month === 1 ? monthLength(year - 1, 12) : monthLength(year, month - 1)
}
