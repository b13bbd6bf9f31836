import type { CitizenFile } from '#core/citizens/citizen.model.ts'
import { addDays, addJalaliYears, daysBetween, type Day } from '#core/kernel/day.ts'
import type { Because, Figure } from '#core/kernel/decision.ts'
import { cited, figure } from '#core/parameters/figures.rules.ts'
import type { DatedValue } from '#core/parameters/parameters.model.ts'
import type { PensionShare } from './pension-amount.rules.ts'
import type { RetirementConditions, RetirementLaw } from './retirement-law.rules.ts'
import type { RetirementPath, RetirementWork } from './retirement.model.ts'
import { seventhPlanDemand, type SeventhPlanDemand } from './seventh-plan.rules.ts'

export type RetirementPathReason =
  | 'retirement-age-not-reached'
  | 'retirement-record-too-short'
  | 'hazardous-work-not-stated'
  | 'hazardous-years-too-few'
  | 'women-workers-only'
  | 'record-enough-for-full-pension'
  | 'parameter-missing'

/** Where a person stands on one day: what the paths look at. Days are counted days of record. */
export interface RetirementStanding {
  readonly today: Day
  readonly sex: CitizenFile['sex']
  readonly birthDate: Day
  readonly days: number
  readonly daysBeforePlan: number
  /** First day for which a contribution is still to come. */
  readonly goesOnFrom: Day
  readonly work: RetirementWork
  readonly hazardousDays: number
  readonly veteran: boolean
}

/** One path judged. Entitled when `because` is empty; `share` of the average is what it pays. */
export interface PathJudgement {
  readonly code: RetirementPath
  readonly because: readonly Because<RetirementPathReason>[]
  readonly figures: readonly Figure[]
  readonly articles: readonly string[]
  /** First day on which the answer would be yes if contributions go on without a break. */
  readonly from: Day | undefined
  readonly share: PensionShare
  /** Whether art. 111 holds it up to the minimum wage. */
  readonly floored: boolean
}

const ART_76: readonly string[] = ['SSA-76', 'SSA-77', 'SSA-111']
const WITH_PLAN: readonly string[] = [...ART_76, 'PLAN-7']
const PROPORTIONAL: readonly string[] = ['SSA-76', 'SSA-77']

/**
 * Every path of art. 76, each judged by itself, in the order in which clerks know them. The one without the extra
 * record of the seventh plan stands there only while that record is what is lacking.
 *
 * @law Social Security Act, art. 76 with notes 2 and 3, arts. 77, 111; seventh plan; domain brief §3.19 a to f
 */
export function judgePaths(
  standing: RetirementStanding,
  law: RetirementLaw,
  conditions: RetirementConditions,
): readonly PathJudgement[] {
  const demand = demandOn(standing, law, conditions)
  const service = judgeService(standing, law, conditions, demand)
  const paths = [judgeAge(standing, conditions), service]
  if (demand !== undefined && demand.extraMonths > 0 && service.because.length > 0)
    paths.push(judgeWithoutExtra(standing, conditions, demand))
  paths.push(
    judgeFullService(standing, conditions),
    judgeHazardous(standing, conditions),
    judgeWomanWorker(standing, conditions),
    judgeProportional(standing, conditions),
  )
  return paths
}

interface Terms {
  readonly age: DatedValue<'YEARS'> | null
  readonly requiredDays: number
}

interface Met {
  readonly because: readonly Because<RetirementPathReason>[]
  readonly from: Day | undefined
}

function judgeTerms(standing: RetirementStanding, { age, requiredDays }: Terms, year: number): Met {
  const { today, birthDate, days, goesOnFrom } = standing
  const because: Because<RetirementPathReason>[] = []
  let from: Day | undefined
  if (age !== null) {
    const day = addJalaliYears(birthDate, age.value)
    if (day > today) {
      from = day
      because.push({ code: 'retirement-age-not-reached', values: { day, required: age.value } })
    }
  }
  if (days < requiredDays) {
    const lacking = requiredDays - days
    const day = addDays(goesOnFrom, lacking)
    if (from === undefined || day > from) from = day
    const values = { years: inYears(days, year), required: inYears(requiredDays, year), lacking }
    because.push({ code: 'retirement-record-too-short', values })
  }
  return { because, from }
}

/** Two decimals, cut so that thirty years less a day never read as thirty. */
function inYears(days: number, yearDays: number): number {
  return Math.floor((days * 100) / yearDays) / 100
}

function bySex<Value>({ sex }: RetirementStanding, men: Value, women: Value): Value {
  return sex === 'F' ? women : men
}

/** One thirtieth of the average for each year of record, up to the greatest record. */
function shareOf(days: number, conditions: RetirementConditions): PensionShare {
  const year = conditions.YEAR_DAYS.value
  return {
    numerator: Math.min(days, conditions.PENSION_MAX_YEARS.value * year),
    denominator: conditions.PENSION_ACCRUAL_YEARS.value * year,
  }
}

function normalAge(standing: RetirementStanding, conditions: RetirementConditions) {
  return bySex(standing, conditions.RETIREMENT_AGE_MEN, conditions.RETIREMENT_AGE_WOMEN)
}

function judgeAge(standing: RetirementStanding, conditions: RetirementConditions): PathJudgement {
  const year = conditions.YEAR_DAYS.value
  const age = normalAge(standing, conditions)
  const record = conditions.RETIREMENT_AGE_RECORD
  return {
    code: 'AGE',
    ...judgeTerms(standing, { age, requiredDays: record.value * year }, year),
    figures: [cited('retirement-age', age), cited('retirement-record-required', record)],
    articles: ART_76,
    share: shareOf(standing.days, conditions),
    floored: true,
  }
}

const NO_EXTRA = 0

/** Undefined when the terms of the plan are not known; no extra for veterans and while the plan is not in force. */
function demandOn(
  standing: RetirementStanding,
  { plan }: RetirementLaw,
  conditions: RetirementConditions,
): SeventhPlanDemand | undefined {
  const yearDays = conditions.YEAR_DAYS.value
  const required = conditions.RETIREMENT_SERVICE_RECORD.value
  const free = {
    extraMonths: NO_EXTRA,
    requiredYears: required,
    requiredDays: required * yearDays,
  }
  if (standing.veteran || plan === null) return free
  if (plan === undefined) return undefined
  const greatest = bySex(
    standing,
    plan.SEVENTH_PLAN_MAX_RECORD_MEN,
    plan.SEVENTH_PLAN_MAX_RECORD_WOMEN,
  ).value
  const oldest = bySex(standing, plan.SEVENTH_PLAN_MAX_AGE_MEN, plan.SEVENTH_PLAN_MAX_AGE_WOMEN)
  if (addJalaliYears(standing.birthDate, oldest.value) <= standing.today) return free
  const table = plan.SEVENTH_PLAN_EXTRA_MONTHS.value
  return seventhPlanDemand(standing.daysBeforePlan, table, { required, greatest, yearDays })
}

function serviceAge(standing: RetirementStanding, conditions: RetirementConditions) {
  return bySex(
    standing,
    conditions.RETIREMENT_SERVICE_AGE_MEN,
    conditions.RETIREMENT_SERVICE_AGE_WOMEN,
  )
}

function judgeService(
  standing: RetirementStanding,
  law: RetirementLaw,
  conditions: RetirementConditions,
  demand: SeventhPlanDemand | undefined,
): PathJudgement {
  const year = conditions.YEAR_DAYS.value
  const age = serviceAge(standing, conditions)
  const record = conditions.RETIREMENT_SERVICE_RECORD
  const figures = [cited('retirement-age', age), cited('retirement-record-required', record)]
  const shape = {
    code: 'SERVICE',
    share: shareOf(standing.days, conditions),
    floored: true,
  } as const
  if (demand === undefined)
    return { ...shape, because: law.missing.plan, from: undefined, figures, articles: WITH_PLAN }
  const met = judgeTerms(standing, { age, requiredDays: demand.requiredDays }, year)
  if (demand.extraMonths === NO_EXTRA) return { ...shape, ...met, figures, articles: ART_76 }
  const waived = waivedByAge(standing, law, conditions)
  const sooner = waived !== undefined && met.from !== undefined && waived < met.from
  figures.push(
    figure('plan-extra-months', demand.extraMonths, 'MONTHS'),
    figure('plan-record-required', demand.requiredYears, 'YEARS'),
  )
  const from = sooner ? waived : met.from
  return { ...shape, because: met.because, from, figures, articles: WITH_PLAN }
}

/** The day on which the greatest age of the plan frees from its extra and the record of art. 76 is there. */
function waivedByAge(
  standing: RetirementStanding,
  { plan }: RetirementLaw,
  conditions: RetirementConditions,
): Day | undefined {
  if (!plan) return undefined
  const age = bySex(standing, plan.SEVENTH_PLAN_MAX_AGE_MEN, plan.SEVENTH_PLAN_MAX_AGE_WOMEN)
  const year = conditions.YEAR_DAYS.value
  const requiredDays = conditions.RETIREMENT_SERVICE_RECORD.value * year
  return judgeTerms(standing, { age, requiredDays }, year).from
}

/** Note 6 of the plan: without the extra record the pension is paid in the proportion of what is there to what is asked. */
function judgeWithoutExtra(
  standing: RetirementStanding,
  conditions: RetirementConditions,
  demand: SeventhPlanDemand,
): PathJudgement {
  const year = conditions.YEAR_DAYS.value
  const age = serviceAge(standing, conditions)
  const record = conditions.RETIREMENT_SERVICE_RECORD
  const full = shareOf(standing.days, conditions)
  const paid = Math.min(standing.days, demand.requiredDays)
  return {
    code: 'SERVICE_WITHOUT_EXTRA',
    ...judgeTerms(standing, { age, requiredDays: record.value * year }, year),
    figures: [
      cited('retirement-age', age),
      cited('retirement-record-required', record),
      figure('plan-extra-months', demand.extraMonths, 'MONTHS'),
      figure('plan-reduced-to', Math.floor((paid * 10000) / demand.requiredDays), 'BP'),
    ],
    articles: ['SSA-76', 'SSA-77', 'PLAN-7'],
    share: {
      numerator: full.numerator * paid,
      denominator: full.denominator * demand.requiredDays,
    },
    floored: false,
  }
}

function judgeFullService(
  standing: RetirementStanding,
  conditions: RetirementConditions,
): PathJudgement {
  const year = conditions.YEAR_DAYS.value
  const record = conditions.RETIREMENT_FULL_RECORD
  return {
    code: 'FULL_SERVICE',
    ...judgeTerms(standing, { age: null, requiredDays: record.value * year }, year),
    figures: [cited('retirement-record-required', record)],
    articles: ART_76,
    share: shareOf(standing.days, conditions),
    floored: true,
  }
}

/** Each year of hard and harmful work is worth more than one in the pension of this path, not in its conditions. */
function judgeHazardous(
  standing: RetirementStanding,
  conditions: RetirementConditions,
): PathJudgement {
  const { work, goesOnFrom } = standing
  const year = conditions.YEAR_DAYS.value
  const record =
    work === 'HAZARDOUS_INTERRUPTED'
      ? conditions.RETIREMENT_HAZARDOUS_INTERRUPTED
      : conditions.RETIREMENT_HAZARDOUS_CONTINUOUS
  const stated = work === 'HAZARDOUS_CONTINUOUS' || work === 'HAZARDOUS_INTERRUPTED'
  const days = Math.min(standing.hazardousDays, standing.days)
  const lacking = record.value * year - days
  const because: Because<RetirementPathReason>[] = []
  if (!stated) because.push({ code: 'hazardous-work-not-stated', values: {} })
  else if (lacking > 0) {
    const values = { years: inYears(days, year), required: record.value, lacking }
    because.push({ code: 'hazardous-years-too-few', values })
  }
  const worth = conditions.RETIREMENT_HAZARDOUS_WORTH
  const { numerator, denominator } = worth.value
  const extra = days * Math.max(0, numerator - denominator)
  const most = conditions.PENSION_MAX_YEARS.value * year * denominator
  return {
    code: 'HAZARDOUS',
    because,
    from: stated && lacking > 0 ? addDays(goesOnFrom, lacking) : undefined,
    figures: [cited('hazardous-record-required', record), cited('hazardous-worth', worth)],
    articles: ART_76,
    share: {
      numerator: Math.min(standing.days * denominator + extra, most),
      denominator: conditions.PENSION_ACCRUAL_YEARS.value * year * denominator,
    },
    floored: true,
  }
}

/** A woman worker may go after twenty years with twenty days' pay, however long her record is. */
function judgeWomanWorker(
  standing: RetirementStanding,
  conditions: RetirementConditions,
): PathJudgement {
  const year = conditions.YEAR_DAYS.value
  const age = conditions.RETIREMENT_WOMAN_WORKER_AGE
  const record = conditions.RETIREMENT_WOMAN_WORKER_RECORD
  const payDays = conditions.RETIREMENT_WOMAN_WORKER_PAY_DAYS
  const isOne = standing.sex === 'F' && standing.work === 'WOMAN_WORKER'
  const met: Met = isOne
    ? judgeTerms(standing, { age, requiredDays: record.value * year }, year)
    : { because: [{ code: 'women-workers-only', values: {} }], from: undefined }
  return {
    code: 'WOMAN_WORKER',
    ...met,
    figures: [
      cited('retirement-age', age),
      cited('retirement-record-required', record),
      cited('woman-worker-pay-days', payDays),
    ],
    articles: ART_76,
    share: { numerator: payDays.value, denominator: conditions.MONTH_DAYS.value },
    floored: true,
  }
}

/** For a record that is too short for the path of age; once it is long enough, that path is the better one. */
function judgeProportional(
  standing: RetirementStanding,
  conditions: RetirementConditions,
): PathJudgement {
  const { days, goesOnFrom } = standing
  const year = conditions.YEAR_DAYS.value
  const age = normalAge(standing, conditions)
  const least = conditions.RETIREMENT_PROPORTIONAL_RECORD
  const enough = conditions.RETIREMENT_AGE_RECORD
  const met = judgeTerms(standing, { age, requiredDays: least.value * year }, year)
  const daysThen =
    met.from === undefined ? days : days + Math.max(0, daysBetween(goesOnFrom, met.from))
  const because = [...met.because]
  if (days >= enough.value * year)
    because.push({ code: 'record-enough-for-full-pension', values: { required: enough.value } })
  return {
    code: 'PROPORTIONAL',
    because,
    from: daysThen < enough.value * year ? met.from : undefined,
    figures: [cited('retirement-age', age), cited('retirement-record-required', least)],
    articles: PROPORTIONAL,
    share: shareOf(days, conditions),
    floored: false,
  }
}
