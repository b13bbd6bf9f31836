import {
  addDays,
  addJalaliYears,
  dayOfJalali,
  daysBetween,
  monthLength,
  type Day,
} from '#core/kernel/day.ts'
import type { Because, Figure } from '#core/kernel/decision.ts'
import { figure } from '#core/parameters/figures.rules.ts'
import type { RetirementConditions, RetirementLaw } from './retirement-law.rules.ts'
import {
  hazardousRecord,
  oldestUnder,
  type PathReasons,
  type PathTerms,
  type RetirementPathReason,
} from './retirement-paths.rules.ts'
import { isOf, type RetirementStanding } from './retirement-standing.rules.ts'

/** The day on which the age of a path is reached; null where it is, or where any age will do. */
export function ageDay(
  age: { readonly value: number } | null,
  standing: RetirementStanding,
): Day | null {
  if (age === null || isOf(standing, age.value)) return null
  const { year, month, day } = standing.born
  const then = year + age.value
  // Of the date that is known already; for a day out of the calendar of records from the birthday.
  return (
    dayOfJalali(then, month, Math.min(day, monthLength(then, month))) ??
    addJalaliYears(standing.birthDate, age.value)
  )
}

/** Why a path is not open: what is lacking, with the figures. Empty when it is. */
export function pathReasons(
  { code, age, days, requiredDays, shut }: PathTerms,
  ofAge: Day | null,
  { YEAR_DAYS }: RetirementConditions,
): PathReasons {
  if (shut.length > 0 && (code === 'WOMAN_WORKER' || code === 'HAZARDOUS')) return shut
  const because: Because<RetirementPathReason>[] = []
  if (ofAge !== null && age !== null) {
    const values = { day: ofAge, required: age.value }
    because.push({ code: 'retirement-age-not-reached', values })
  }
  if (days < requiredDays)
    because.push({
      code: code === 'HAZARDOUS' ? 'hazardous-years-too-few' : 'retirement-record-too-short',
      values: {
        years: inYears(days, YEAR_DAYS.value),
        required: inYears(requiredDays, YEAR_DAYS.value),
        lacking: requiredDays - days,
      },
    })
  return shut.length === 0 ? because : [...because, ...shut]
}

/** Two decimals, cut so that thirty years less a day never read as thirty. */
function inYears(days: number, yearDays: number): number {
  return Math.floor((days * 100) / yearDays) / 100
}

/** The first day of a path, and how many days of record come until then. */
export interface PathOpening {
  readonly from: Day
  readonly daysToCome: number
}

/**
 * When a path that is not open will be, if contributions go on without a break; undefined where it never will, or
 * another path is the better one by then.
 */
export function pathOpening(
  terms: PathTerms,
  ofAge: Day | null,
  standing: RetirementStanding,
  law: RetirementLaw,
  conditions: RetirementConditions,
): PathOpening | undefined {
  const { code, shut, requiredDays, demand } = terms
  if (shut.length > 0) return undefined
  const opening = openingOf(ofAge, requiredDays - terms.days, standing)
  const year = conditions.YEAR_DAYS.value
  if (code === 'PROPORTIONAL') {
    const daysThen = standing.days + opening.daysToCome
    return daysThen < conditions.RETIREMENT_AGE_RECORD.value * year ? opening : undefined
  }
  if (code !== 'SERVICE' || !law.plan || !demand?.extraMonths) return opening
  const oldest = ageDay(oldestUnder(standing, law.plan), standing)
  if (oldest === null || oldest >= opening.from) return opening
  const lacking = conditions.RETIREMENT_SERVICE_RECORD.value * year - terms.days
  const freed = openingOf(oldest, lacking, standing)
  return freed.from < opening.from ? freed : opening
}

function openingOf(
  ofAge: Day | null,
  lacking: number,
  { goesOnFrom }: RetirementStanding,
): PathOpening {
  const ofRecord = lacking > 0 ? addDays(goesOnFrom, lacking) : goesOnFrom
  return ofAge !== null && ofAge > ofRecord
    ? { from: ofAge, daysToCome: daysBetween(goesOnFrom, ofAge) }
    : { from: ofAge !== null && lacking <= 0 ? ofAge : ofRecord, daysToCome: Math.max(0, lacking) }
}

const ART_76: readonly string[] = ['SSA-76', 'SSA-77', 'SSA-111']
const WITH_PLAN: readonly string[] = [...ART_76, 'PLAN-7']
const WITHOUT_FLOOR: readonly string[] = ['SSA-76', 'SSA-77']

/** Where a path is written. */
export function pathArticles({ code, demand }: PathTerms): readonly string[] {
  if (code === 'PROPORTIONAL') return WITHOUT_FLOOR
  if (code === 'SERVICE_WITHOUT_EXTRA') return [...WITHOUT_FLOOR, 'PLAN-7']
  return code === 'SERVICE' && demand?.extraMonths !== 0 ? WITH_PLAN : ART_76
}

/** The ages, years and terms that a path rests on. */
export function pathFigures(
  { code, age, days, demand }: PathTerms,
  standing: RetirementStanding,
  conditions: RetirementConditions,
): Figure[] {
  const figures = age === null ? [] : [age.shown]
  switch (code) {
    case 'AGE':
      figures.push(conditions.RETIREMENT_AGE_RECORD.shown)
      break
    case 'FULL_SERVICE':
      figures.push(conditions.RETIREMENT_FULL_RECORD.shown)
      break
    case 'PROPORTIONAL':
      figures.push(conditions.RETIREMENT_PROPORTIONAL_RECORD.shown)
      break
    case 'WOMAN_WORKER':
      figures.push(conditions.RETIREMENT_WOMAN_WORKER_RECORD.shown)
      figures.push(conditions.RETIREMENT_WOMAN_WORKER_PAY_DAYS.shown)
      break
    case 'HAZARDOUS':
      figures.push(
        hazardousRecord(standing, conditions).shown,
        conditions.RETIREMENT_HAZARDOUS_WORTH.shown,
      )
      break
    case 'SERVICE':
    case 'SERVICE_WITHOUT_EXTRA':
      figures.push(conditions.RETIREMENT_SERVICE_RECORD.shown)
  }
  if (!demand?.extraMonths) return figures
  figures.push(
    figure('plan-extra-months', demand.extraMonths, 'MONTHS'),
    figure('plan-record-required', demand.requiredYears, 'YEARS'),
  )
  if (code === 'SERVICE_WITHOUT_EXTRA')
    figures.push(figure('plan-reduced-to', Math.floor((days * 10_000) / demand.requiredDays), 'BP'))
  return figures
}
