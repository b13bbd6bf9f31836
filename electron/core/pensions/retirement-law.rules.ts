import { addDays, addJalaliYears, jalaliOf, type Day, type JalaliDate } from '#core/kernel/day.ts'
import type { Because, Figure } from '#core/kernel/decision.ts'
import { multiplyRounded, type Rial } from '#core/kernel/rial.ts'
import { cited, figure, RuleParameters } from '#core/parameters/figures.rules.ts'
import type { DatedValue, Parameter, ParameterUnit } from '#core/parameters/parameters.model.ts'

const CONDITIONS = {
  RETIREMENT_AGE_MEN: 'YEARS',
  RETIREMENT_AGE_WOMEN: 'YEARS',
  RETIREMENT_AGE_RECORD: 'YEARS',
  RETIREMENT_SERVICE_RECORD: 'YEARS',
  RETIREMENT_SERVICE_AGE_MEN: 'YEARS',
  RETIREMENT_SERVICE_AGE_WOMEN: 'YEARS',
  RETIREMENT_FULL_RECORD: 'YEARS',
  RETIREMENT_HAZARDOUS_CONTINUOUS: 'YEARS',
  RETIREMENT_HAZARDOUS_INTERRUPTED: 'YEARS',
  RETIREMENT_HAZARDOUS_WORTH: 'RATIO',
  RETIREMENT_WOMAN_WORKER_AGE: 'YEARS',
  RETIREMENT_WOMAN_WORKER_RECORD: 'YEARS',
  RETIREMENT_WOMAN_WORKER_PAY_DAYS: 'DAYS',
  RETIREMENT_PROPORTIONAL_RECORD: 'YEARS',
  RETIREMENT_EMPLOYER_YEARS: 'YEARS',
  PENSION_ACCRUAL_YEARS: 'YEARS',
  PENSION_MAX_YEARS: 'YEARS',
  PENSION_AVERAGE_MONTHS: 'MONTHS',
  PENSION_ROUNDING_STEP: 'RIAL',
  YEAR_DAYS: 'DAYS',
  MONTH_DAYS: 'DAYS',
} as const

/** What a condition is called among the figures, where it stands there. */
const SHOWN_AS: Readonly<Partial<Record<string, string>>> = {
  RETIREMENT_AGE_MEN: 'retirement-age',
  RETIREMENT_AGE_WOMEN: 'retirement-age',
  RETIREMENT_SERVICE_AGE_MEN: 'retirement-age',
  RETIREMENT_SERVICE_AGE_WOMEN: 'retirement-age',
  RETIREMENT_WOMAN_WORKER_AGE: 'retirement-age',
  RETIREMENT_AGE_RECORD: 'retirement-record-required',
  RETIREMENT_SERVICE_RECORD: 'retirement-record-required',
  RETIREMENT_FULL_RECORD: 'retirement-record-required',
  RETIREMENT_PROPORTIONAL_RECORD: 'retirement-record-required',
  RETIREMENT_WOMAN_WORKER_RECORD: 'retirement-record-required',
  RETIREMENT_WOMAN_WORKER_PAY_DAYS: 'woman-worker-pay-days',
  RETIREMENT_HAZARDOUS_CONTINUOUS: 'hazardous-record-required',
  RETIREMENT_HAZARDOUS_INTERRUPTED: 'hazardous-record-required',
  RETIREMENT_HAZARDOUS_WORTH: 'hazardous-worth',
  PENSION_ACCRUAL_YEARS: 'pension-accrual',
  PENSION_MAX_YEARS: 'pension-most-years',
  PENSION_AVERAGE_MONTHS: 'average-months',
  MONTH_DAYS: 'month-days',
}

const PLAN = {
  SEVENTH_PLAN_EXTRA_MONTHS: 'TABLE',
  SEVENTH_PLAN_MAX_AGE_MEN: 'YEARS',
  SEVENTH_PLAN_MAX_AGE_WOMEN: 'YEARS',
  SEVENTH_PLAN_MAX_RECORD_MEN: 'YEARS',
  SEVENTH_PLAN_MAX_RECORD_WOMEN: 'YEARS',
} as const

/** A zero among these is no value: nothing can be divided by it. */
const DIVISORS = [
  'PENSION_ACCRUAL_YEARS',
  'PENSION_AVERAGE_MONTHS',
  'PENSION_ROUNDING_STEP',
  'YEAR_DAYS',
  'MONTH_DAYS',
] as const

type Values<Units extends Readonly<Record<string, ParameterUnit>>> = {
  readonly [Code in keyof Units]: DatedValue<Units[Code]>
}

/** A condition with the figure that shows it, made once for every decision. */
export type Condition<Unit extends ParameterUnit> = DatedValue<Unit> & { readonly shown: Figure }

/** Ages, years and terms of arts. 76 and 77, each as it stands on the day. */
export type RetirementConditions = {
  readonly [Code in keyof typeof CONDITIONS]: Condition<(typeof CONDITIONS)[Code]>
}
/** What the seventh plan adds. */
export type SeventhPlanTerms = Values<typeof PLAN>

const LISTS_ARRIVE_WITHIN_DAYS = 92

export type MissingParameter = Because<'parameter-missing'>

/** The minimum wage of thirty days, below which no full pension is. */
export interface PensionFloor {
  readonly amount: Rial
  /** The steps that lead to it. */
  readonly steps: readonly Figure[]
}

/**
 * The law of retirement on one day, read once for any number of persons. A part that lacks a parameter is undefined
 * and `missing` says which; `plan` is null while the seventh plan is not in force.
 */
export interface RetirementLaw {
  readonly day: Day
  readonly date: JalaliDate
  /** A year after the day. */
  readonly yearLater: Day
  readonly dateLater: JalaliDate
  /** A record that ends on this day or later is taken to go on: the lists of its last months may be on the way. */
  readonly listsSince: Day
  readonly conditions: RetirementConditions | undefined
  readonly planEffect: Day | undefined
  readonly plan: SeventhPlanTerms | null | undefined
  readonly floor: PensionFloor | undefined
  readonly missing: {
    readonly conditions: readonly MissingParameter[]
    readonly plan: readonly MissingParameter[]
    readonly floor: readonly MissingParameter[]
  }
}

/**
 * Reads the law of a day. The table of the seventh plan is that of the day it took effect: what it asks of a person
 * was settled then.
 *
 * @law Social Security Act, arts. 76, 77, 111; seventh development plan; domain brief §3.19, §3.24
 */
export function retirementLaw(parameters: readonly Parameter[], day: Day): RetirementLaw {
  const forConditions = new RuleParameters(parameters, day)
  const yearLater = addJalaliYears(day, 1)
  const found = conditionsOf(forConditions)
  const zeros = DIVISORS.filter((code) => found?.[code].value === 0)
  const conditions = zeros.length === 0 ? found : undefined
  const forEffect = new RuleParameters(parameters, day)
  const planEffect = forEffect.read('SEVENTH_PLAN_EFFECT_DATE', 'DATE')?.value
  const forPlan = new RuleParameters(parameters, planEffect ?? day)
  const forFloor = new RuleParameters(parameters, day)
  return {
    day,
    date: jalaliOf(day),
    yearLater,
    dateLater: jalaliOf(yearLater),
    listsSince: addDays(day, -LISTS_ARRIVE_WITHIN_DAYS),
    conditions,
    planEffect,
    plan: planOf(forPlan, planEffect, day),
    floor: floorOf(forFloor, conditions),
    missing: {
      conditions: [
        ...forConditions.missing,
        ...zeros.map((parameter) => ({
          code: 'parameter-missing' as const,
          values: { parameter, day },
        })),
      ],
      plan: [...forEffect.missing, ...forPlan.missing],
      floor: forFloor.missing,
    },
  }
}

function conditionsOf(parameters: RuleParameters): RetirementConditions | undefined {
  const read = readAll(parameters, CONDITIONS)
  if (!read) return undefined
  const shown = Object.entries(read).map(([code, value]) => [
    code,
    { ...value, shown: cited(SHOWN_AS[code] ?? code, value) },
  ])
  return Object.fromEntries(shown) as RetirementConditions
}

function planOf(
  parameters: RuleParameters,
  effect: Day | undefined,
  day: Day,
): SeventhPlanTerms | null | undefined {
  if (effect === undefined) return undefined
  return effect > day ? null : readAll(parameters, PLAN)
}

function floorOf(
  parameters: RuleParameters,
  conditions: RetirementConditions | undefined,
): PensionFloor | undefined {
  const dailyWage = parameters.read('MIN_DAILY_WAGE', 'RIAL')
  if (!dailyWage || !conditions) return undefined
  const amount = multiplyRounded(dailyWage.value, conditions.MONTH_DAYS.value, 1)
  const steps = [
    cited('minimum-daily-wage-now', dailyWage),
    conditions.MONTH_DAYS.shown,
    figure('minimum-wage', amount, 'RIAL'),
  ]
  return { amount, steps }
}

function readAll<Units extends Readonly<Record<string, ParameterUnit>>>(
  parameters: RuleParameters,
  units: Units,
): Values<Units> | undefined {
  const read = Object.entries(units).map(
    ([code, unit]) => [code, parameters.read(code, unit)] as const,
  )
  return read.every(([, value]) => value !== undefined)
    ? (Object.fromEntries(read) as Values<Units>)
    : undefined
}
