import { addDays, addJalaliYears, daysBetween, type Day } from '#core/kernel/day.ts'
import type { Because, Figure } from '#core/kernel/decision.ts'
import { cited, figure } from '#core/parameters/figures.rules.ts'
import type { RetirementConditions, RetirementLaw } from './retirement-law.rules.ts'
import {
  hazardousRecord,
  oldestUnder,
  type PathReasons,
  type PathTerms,
  type RetirementPathReason,
} from './retirement-paths.rules.ts'
import { isOf, type RetirementStanding } from './retirement-standing.rules.ts'

/** Why a path is not open: what is lacking, with the figures. Empty when it is. */
export function pathReasons(
  terms: PathTerms,
  standing: RetirementStanding,
  { YEAR_DAYS }: RetirementConditions,
): PathReasons {
  const { code, age, days, requiredDays, shut } = terms
  if (code === 'WOMAN_WORKER' || code === 'HAZARDOUS') if (shut.length > 0) return shut
  const because: Because<RetirementPathReason>[] = []
  if (age !== null && !isOf(standing, age.value)) {
    const day = addJalaliYears(standing.birthDate, age.value)
    because.push({ code: 'retirement-age-not-reached', values: { day, required: age.value } })
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

/**
 * First day on which a path that is not open would be, if contributions go on without a break; undefined where it
 * never would, or another path is the better one by then.
 */
export function pathFrom(
  terms: PathTerms,
  standing: RetirementStanding,
  law: RetirementLaw,
  conditions: RetirementConditions,
): Day | undefined {
  if (terms.shut.length > 0) return undefined
  const { code, age, requiredDays } = terms
  const from = firstDay(terms, standing, age?.value ?? null, requiredDays)
  const year = conditions.YEAR_DAYS.value
  if (code === 'PROPORTIONAL') {
    const then = standing.days + Math.max(0, daysBetween(standing.goesOnFrom, from))
    return then < conditions.RETIREMENT_AGE_RECORD.value * year ? from : undefined
  }
  if (code !== 'SERVICE' || !law.plan || !terms.demand?.extraMonths) return from
  const oldest = oldestUnder(standing, law.plan).value
  const freed = firstDay(terms, standing, oldest, conditions.RETIREMENT_SERVICE_RECORD.value * year)
  return freed < from ? freed : from
}

function firstDay(
  { days }: PathTerms,
  standing: RetirementStanding,
  age: number | null,
  requiredDays: number,
): Day {
  const { birthDate, goesOnFrom } = standing
  const ofAge = age === null || isOf(standing, age) ? null : addJalaliYears(birthDate, age)
  if (days >= requiredDays) return ofAge ?? goesOnFrom
  const ofRecord = addDays(goesOnFrom, requiredDays - days)
  return ofAge !== null && ofAge > ofRecord ? ofAge : ofRecord
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
): readonly Figure[] {
  const figures = age === null ? [] : [cited('retirement-age', age)]
  const record = (of: Parameters<typeof cited>[1]) =>
    figures.push(cited('retirement-record-required', of))
  switch (code) {
    case 'AGE':
      record(conditions.RETIREMENT_AGE_RECORD)
      break
    case 'FULL_SERVICE':
      record(conditions.RETIREMENT_FULL_RECORD)
      break
    case 'PROPORTIONAL':
      record(conditions.RETIREMENT_PROPORTIONAL_RECORD)
      break
    case 'WOMAN_WORKER':
      record(conditions.RETIREMENT_WOMAN_WORKER_RECORD)
      figures.push(cited('woman-worker-pay-days', conditions.RETIREMENT_WOMAN_WORKER_PAY_DAYS))
      break
    case 'HAZARDOUS':
      figures.push(
        cited('hazardous-record-required', hazardousRecord(standing, conditions)),
        cited('hazardous-worth', conditions.RETIREMENT_HAZARDOUS_WORTH),
      )
      break
    case 'SERVICE':
    case 'SERVICE_WITHOUT_EXTRA':
      record(conditions.RETIREMENT_SERVICE_RECORD)
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
