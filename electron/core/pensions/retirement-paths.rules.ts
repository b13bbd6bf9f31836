import type { Because } from '#core/kernel/decision.ts'
import type { PensionShare } from './pension-amount.rules.ts'
import type { Condition, RetirementConditions, RetirementLaw } from './retirement-law.rules.ts'
import { bySex, isOf, type RetirementStanding } from './retirement-standing.rules.ts'
import type { RetirementPath } from './retirement.model.ts'
import { seventhPlanDemand, type SeventhPlanDemand } from './seventh-plan.rules.ts'

export type RetirementPathReason =
  | 'retirement-age-not-reached'
  | 'retirement-record-too-short'
  | 'hazardous-work-not-stated'
  | 'hazardous-years-too-few'
  | 'women-workers-only'
  | 'record-enough-for-full-pension'
  | 'parameter-missing'

/** Why a path is not open. */
export type PathReasons = readonly Because<RetirementPathReason>[]

/** What one path asks of one person, and what it pays. */
export interface PathTerms {
  readonly code: RetirementPath
  /** Null where any age will do. */
  readonly age: Condition<'YEARS'> | null
  readonly requiredDays: number
  /** Days of what is required: of record, or of hazardous work. */
  readonly days: number
  /** Why the path is not for this person at all. */
  readonly shut: PathReasons
  /** What is asked beyond art. 76; undefined where the path knows no extra. */
  readonly demand: SeventhPlanDemand | undefined
  /** Part of the average that is due. */
  readonly share: PensionShare
  /** Whether art. 111 holds it up to the minimum wage. */
  readonly floored: boolean
}

const NONE: PathReasons = []

/**
 * The terms of every path of art. 76, in the order in which clerks know them. The one without the extra record of the
 * seventh plan stands there only while that record is what is lacking.
 *
 * @law Social Security Act, art. 76 with notes 2 and 3, arts. 77, 111; seventh plan; domain brief §3.19 a to f
 */
export function pathTerms(
  standing: RetirementStanding,
  law: RetirementLaw,
  conditions: RetirementConditions,
): readonly PathTerms[] {
  const demand = demandOn(standing, law, conditions)
  const terms = [ageTerms(standing, conditions), serviceTerms(standing, law, conditions, demand)]
  if (demand !== undefined && demand.extraMonths > 0 && standing.days < demand.requiredDays)
    terms.push(withoutExtraTerms(standing, conditions, demand))
  terms.push(
    fullServiceTerms(standing, conditions),
    hazardousTerms(standing, conditions),
    womanWorkerTerms(standing, conditions),
    proportionalTerms(standing, conditions),
  )
  return terms
}

/** What a path pays once so many more days have been added to record and work: its part of the average. */
export function shareAfter(
  { code, demand, share }: PathTerms,
  standing: RetirementStanding,
  more: number,
  conditions: RetirementConditions,
): PensionShare {
  const days = standing.days + more
  switch (code) {
    case 'WOMAN_WORKER':
      return share
    case 'HAZARDOUS':
      return hazardousShare(days, hazardousDaysOf(standing) + more, conditions)
    case 'SERVICE_WITHOUT_EXTRA':
      return demand ? reducedShare(days, demand, conditions) : share
    case 'AGE':
    case 'SERVICE':
    case 'FULL_SERVICE':
    case 'PROPORTIONAL':
      return shareOf(days, conditions)
  }
}

/** Whether the person may retire by the path on this day. */
export function isOpen(terms: PathTerms, standing: RetirementStanding): boolean {
  const { age, shut, days, requiredDays } = terms
  return shut.length === 0 && days >= requiredDays && (age === null || isOf(standing, age.value))
}

/** One thirtieth of the average for each year of record, up to the greatest record. */
function shareOf(
  days: number,
  { YEAR_DAYS, PENSION_MAX_YEARS, PENSION_ACCRUAL_YEARS }: RetirementConditions,
): PensionShare {
  return {
    numerator: Math.min(days, PENSION_MAX_YEARS.value * YEAR_DAYS.value),
    denominator: PENSION_ACCRUAL_YEARS.value * YEAR_DAYS.value,
  }
}

function normalAge(standing: RetirementStanding, conditions: RetirementConditions) {
  return bySex(standing, conditions.RETIREMENT_AGE_MEN, conditions.RETIREMENT_AGE_WOMEN)
}

function ageTerms(standing: RetirementStanding, conditions: RetirementConditions): PathTerms {
  return {
    code: 'AGE',
    age: normalAge(standing, conditions),
    requiredDays: conditions.RETIREMENT_AGE_RECORD.value * conditions.YEAR_DAYS.value,
    days: standing.days,
    shut: NONE,
    demand: undefined,
    share: shareOf(standing.days, conditions),
    floored: true,
  }
}

/** Undefined when the terms of the plan are not known; no extra for veterans and while the plan is not in force. */
function demandOn(
  standing: RetirementStanding,
  { plan }: RetirementLaw,
  conditions: RetirementConditions,
): SeventhPlanDemand | undefined {
  const yearDays = conditions.YEAR_DAYS.value
  const required = conditions.RETIREMENT_SERVICE_RECORD.value
  const isFree = standing.veteran || plan === null
  if (isFree || (plan && isOf(standing, oldestUnder(standing, plan).value)))
    return { extraMonths: 0, requiredYears: required, requiredDays: required * yearDays }
  if (!plan) return undefined
  const { SEVENTH_PLAN_MAX_RECORD_MEN: men, SEVENTH_PLAN_MAX_RECORD_WOMEN: women } = plan
  const greatest = bySex(standing, men, women).value
  const table = plan.SEVENTH_PLAN_EXTRA_MONTHS.value
  return seventhPlanDemand(standing.daysBeforePlan, table, { required, greatest, yearDays })
}

/** The greatest age of the plan: who has reached it owes no extra. */
export function oldestUnder(
  standing: RetirementStanding,
  plan: NonNullable<RetirementLaw['plan']>,
) {
  return bySex(standing, plan.SEVENTH_PLAN_MAX_AGE_MEN, plan.SEVENTH_PLAN_MAX_AGE_WOMEN)
}

function serviceAge(standing: RetirementStanding, conditions: RetirementConditions) {
  const { RETIREMENT_SERVICE_AGE_MEN: men, RETIREMENT_SERVICE_AGE_WOMEN: women } = conditions
  return bySex(standing, men, women)
}

function serviceTerms(
  standing: RetirementStanding,
  law: RetirementLaw,
  conditions: RetirementConditions,
  demand: SeventhPlanDemand | undefined,
): PathTerms {
  return {
    code: 'SERVICE',
    age: serviceAge(standing, conditions),
    requiredDays: demand?.requiredDays ?? 0,
    days: standing.days,
    shut: demand === undefined ? law.missing.plan : NONE,
    demand,
    share: shareOf(standing.days, conditions),
    floored: true,
  }
}

/** Note 6 of the plan: without the extra record the pension is paid in the proportion of what is there to what is asked. */
function withoutExtraTerms(
  standing: RetirementStanding,
  conditions: RetirementConditions,
  demand: SeventhPlanDemand,
): PathTerms {
  return {
    code: 'SERVICE_WITHOUT_EXTRA',
    age: serviceAge(standing, conditions),
    requiredDays: conditions.RETIREMENT_SERVICE_RECORD.value * conditions.YEAR_DAYS.value,
    days: standing.days,
    shut: NONE,
    demand,
    share: reducedShare(standing.days, demand, conditions),
    floored: false,
  }
}

function reducedShare(
  days: number,
  { requiredDays }: SeventhPlanDemand,
  conditions: RetirementConditions,
): PensionShare {
  const { numerator, denominator } = shareOf(days, conditions)
  return {
    numerator: numerator * Math.min(days, requiredDays),
    denominator: denominator * requiredDays,
  }
}

function fullServiceTerms(
  standing: RetirementStanding,
  conditions: RetirementConditions,
): PathTerms {
  return {
    code: 'FULL_SERVICE',
    age: null,
    requiredDays: conditions.RETIREMENT_FULL_RECORD.value * conditions.YEAR_DAYS.value,
    days: standing.days,
    shut: NONE,
    demand: undefined,
    share: shareOf(standing.days, conditions),
    floored: true,
  }
}

const NOT_HAZARDOUS: PathReasons = [{ code: 'hazardous-work-not-stated', values: {} }]

/** The record that hazardous work must have, in one piece or in several. */
export function hazardousRecord(
  { work }: Pick<RetirementStanding, 'work'>,
  conditions: RetirementConditions,
): Condition<'YEARS'> {
  return work === 'HAZARDOUS_INTERRUPTED'
    ? conditions.RETIREMENT_HAZARDOUS_INTERRUPTED
    : conditions.RETIREMENT_HAZARDOUS_CONTINUOUS
}

function hazardousDaysOf({ hazardousDays, days }: RetirementStanding): number {
  return Math.min(hazardousDays, days)
}

function hazardousTerms(standing: RetirementStanding, conditions: RetirementConditions): PathTerms {
  const { work } = standing
  const stated = work === 'HAZARDOUS_CONTINUOUS' || work === 'HAZARDOUS_INTERRUPTED'
  return {
    code: 'HAZARDOUS',
    age: null,
    requiredDays: hazardousRecord(standing, conditions).value * conditions.YEAR_DAYS.value,
    days: hazardousDaysOf(standing),
    shut: stated ? NONE : NOT_HAZARDOUS,
    demand: undefined,
    share: hazardousShare(standing.days, hazardousDaysOf(standing), conditions),
    floored: true,
  }
}

/** Each year of hard and harmful work is worth more than one in the pension of this path, not in its conditions. */
function hazardousShare(
  days: number,
  hazardousDays: number,
  conditions: RetirementConditions,
): PensionShare {
  const year = conditions.YEAR_DAYS.value
  const { numerator, denominator } = conditions.RETIREMENT_HAZARDOUS_WORTH.value
  const extra = hazardousDays * Math.max(0, numerator - denominator)
  const most = conditions.PENSION_MAX_YEARS.value * year * denominator
  return {
    numerator: Math.min(days * denominator + extra, most),
    denominator: conditions.PENSION_ACCRUAL_YEARS.value * year * denominator,
  }
}

const NOT_WOMAN_WORKER: PathReasons = [{ code: 'women-workers-only', values: {} }]

/** A woman worker may go after twenty years with twenty days' pay, however long her record is. */
function womanWorkerTerms(
  standing: RetirementStanding,
  conditions: RetirementConditions,
): PathTerms {
  const { sex, work, days } = standing
  return {
    code: 'WOMAN_WORKER',
    age: conditions.RETIREMENT_WOMAN_WORKER_AGE,
    requiredDays: conditions.RETIREMENT_WOMAN_WORKER_RECORD.value * conditions.YEAR_DAYS.value,
    days,
    shut: sex === 'F' && work === 'WOMAN_WORKER' ? NONE : NOT_WOMAN_WORKER,
    demand: undefined,
    share: {
      numerator: conditions.RETIREMENT_WOMAN_WORKER_PAY_DAYS.value,
      denominator: conditions.MONTH_DAYS.value,
    },
    floored: true,
  }
}

/** For a record that is too short for the path of age; once it is long enough, that path is the better one. */
function proportionalTerms(
  standing: RetirementStanding,
  conditions: RetirementConditions,
): PathTerms {
  const { value: enough } = conditions.RETIREMENT_AGE_RECORD
  const isEnough = standing.days >= enough * conditions.YEAR_DAYS.value
  return {
    code: 'PROPORTIONAL',
    age: normalAge(standing, conditions),
    requiredDays: conditions.RETIREMENT_PROPORTIONAL_RECORD.value * conditions.YEAR_DAYS.value,
    days: standing.days,
    shut: isEnough
      ? [{ code: 'record-enough-for-full-pension', values: { required: enough } }]
      : NONE,
    demand: undefined,
    share: shareOf(standing.days, conditions),
    floored: false,
  }
}
