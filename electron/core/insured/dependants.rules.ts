import { addDays, addJalaliYears, jalaliOf, type Day } from '#core/kernel/day.ts'
import type { Because, Decision, Figure } from '#core/kernel/decision.ts'
import { cited, figure, RuleParameters } from '#core/parameters/figures.rules.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import type { DependantCheck, DependantGround, DependantVerdict } from './dependant.model.ts'
import type { Dependant } from './insured.model.ts'

/** What is known of a dependant and of the insured person, and the day that is asked for. */
export interface DependantCase {
  readonly dependant: Omit<Dependant, 'insuranceNumber' | 'personId' | 'fullName'>
  readonly insuredDeathDate: Day | null
  readonly parameters: readonly Parameter[]
  readonly on: Day
}

export type DependantReason =
  | 'dependant-not-yet'
  | 'dependant-ended'
  | 'dependant-deceased'
  | 'insured-deceased'
  | 'spouse-divorced'
  | 'husband-below-age'
  | 'son-past-age'
  | 'daughter-married'
  | 'father-below-age'
  | 'mother-below-age'
  | 'parameter-missing'

const ARTICLES: readonly string[] = ['SSA-58']

/** What the relation itself asks for, apart from dates of registration and death. */
interface Condition {
  readonly because?: Because<DependantReason>
  readonly figures?: readonly Figure[]
  readonly checks?: readonly DependantCheck[]
  /** Why it goes on without a day. */
  readonly ground?: DependantGround
  /** The last day by the calendar. */
  readonly last?: Day
  /** The first day by the calendar. */
  readonly first?: Day
}

/**
 * Whether a dependant is covered on a day: registered and not ended, both alive, and by relation: the wife; the
 * husband from 60 or disabled; the son before the age SON_COVER_AGE, or studying, or disabled; the daughter without a
 * husband; the father from 60 and the mother from 55, or disabled. Jobs of daughters and who maintains whom are not in
 * the data: they are told as `checks`. A parameter that is missing makes the answer no, with that reason.
 *
 * @law Social Security Act, art. 58; domain brief §3.16, §3.22; SON_COVER_AGE, HUSBAND_, FATHER_, MOTHER_COVER_AGE
 */
export function judgeDependant(asked: DependantCase): DependantVerdict & {
  readonly decision: Decision<DependantReason>
} {
  const { dependant, on } = asked
  const parameters = new RuleParameters(asked.parameters, on)
  const condition = CONDITIONS[dependant.relation](asked, parameters)
  const because = [
    ...judgeDates(asked),
    ...(condition.because ? [condition.because] : []),
    ...parameters.missing,
  ]
  const entitled = because.length === 0
  const until = lastDay(asked, condition)
  const from = entitled ? undefined : firstDay(asked, condition, because)
  const age = fullYears(dependant.birthDate, earliest([on, dependant.deathDate]) ?? on)
  return {
    decision: {
      entitled,
      because,
      figures: [figure('dependant-age', age, 'YEARS'), ...(condition.figures ?? [])],
      articles: ARTICLES,
      ...(from === undefined ? {} : { from }),
    },
    age,
    until,
    ground: entitled && until === null ? (condition.ground ?? null) : null,
    checks: entitled ? (condition.checks ?? []) : [],
  }
}

function judgeDates({ dependant, insuredDeathDate, on }: DependantCase) {
  const because: Because<DependantReason>[] = []
  const { deathDate, fromDate, toDate, endReason } = dependant
  if (deathDate !== null && deathDate <= on)
    because.push({ code: 'dependant-deceased', values: { day: deathDate } })
  if (insuredDeathDate !== null && insuredDeathDate <= on)
    because.push({ code: 'insured-deceased', values: { day: insuredDeathDate } })
  if (fromDate > on) because.push({ code: 'dependant-not-yet', values: { day: fromDate } })
  if (toDate !== null && toDate < on)
    because.push({ code: 'dependant-ended', values: { day: toDate, endReason: endReason ?? '' } })
  return because
}

const CONDITIONS: Readonly<
  Record<Dependant['relation'], (asked: DependantCase, parameters: RuleParameters) => Condition>
> = {
  SPOUSE: spouse,
  SON: son,
  DAUGHTER: daughter,
  FATHER: (asked, parameters) => parent(asked, parameters, 'FATHER'),
  MOTHER: (asked, parameters) => parent(asked, parameters, 'MOTHER'),
}

function spouse(asked: DependantCase, parameters: RuleParameters): Condition {
  const { dependant } = asked
  if (dependant.maritalStatus === 'DIVORCED')
    return { because: { code: 'spouse-divorced', values: {} } }
  if (dependant.sex === 'F') return { ground: 'MARRIAGE' }
  return fromAge(asked, parameters, 'HUSBAND_COVER_AGE', 'husband-below-age')
}

function parent(
  asked: DependantCase,
  parameters: RuleParameters,
  relation: 'FATHER' | 'MOTHER',
): Condition {
  const code = relation === 'FATHER' ? 'father-below-age' : 'mother-below-age'
  return fromAge(asked, parameters, `${relation}_COVER_AGE`, code)
}

/** Maintained from an age on, or at any age when unable to work. */
function fromAge(
  { dependant, on }: DependantCase,
  parameters: RuleParameters,
  parameter: string,
  code: DependantReason,
): Condition {
  if (dependant.disabled)
    return { ground: 'DISABILITY', checks: ['DISABILITY_OPINION', 'MAINTENANCE_PROOF'] }
  const required = parameters.read(parameter, 'YEARS')
  if (!required) return {}
  const first = addJalaliYears(dependant.birthDate, required.value)
  const age = fullYears(dependant.birthDate, on)
  return {
    first,
    ground: 'MAINTENANCE',
    checks: ['MAINTENANCE_PROOF'],
    figures: [cited('dependant-age-from', required)],
    ...(on < first ? { because: { code, values: { age, required: required.value } } } : {}),
  }
}

function son({ dependant, on }: DependantCase, parameters: RuleParameters): Condition {
  if (dependant.disabled) return { ground: 'DISABILITY', checks: ['DISABILITY_OPINION'] }
  const limit = parameters.read('SON_COVER_AGE', 'YEARS')
  if (!limit) return {}
  const last = addDays(addJalaliYears(dependant.birthDate, limit.value), -1)
  const figures = [cited('dependant-age-below', limit)]
  if (dependant.studying)
    return on > last
      ? { ground: 'STUDIES', checks: ['STUDY_CERTIFICATE'], figures }
      : { ground: 'STUDIES', figures }
  const age = fullYears(dependant.birthDate, on)
  return {
    last,
    figures,
    ...(on > last
      ? { because: { code: 'son-past-age', values: { age, limit: limit.value, day: last } } }
      : {}),
  }
}

function daughter({ dependant }: DependantCase): Condition {
  if (dependant.maritalStatus === 'MARRIED')
    return { because: { code: 'daughter-married', values: {} } }
  return { ground: 'NO_HUSBAND_NO_JOB', checks: ['DAUGHTER_DECLARATION'] }
}

/** The earliest of all that ends it by the calendar; a day of death is itself no day of cover. */
function lastDay(asked: DependantCase, { last }: Condition): Day | null {
  const { toDate, deathDate } = asked.dependant
  const before = (death: Day | null) => (death === null ? null : addDays(death, -1))
  return earliest([last ?? null, toDate, before(deathDate), before(asked.insuredDeathDate)])
}

const CURABLE: readonly DependantReason[] = [
  'dependant-not-yet',
  'husband-below-age',
  'father-below-age',
  'mother-below-age',
]

/** Given where only time is lacking and the right has not ended before it begins. */
function firstDay(
  asked: DependantCase,
  condition: Condition,
  because: readonly Because<DependantReason>[],
): Day | undefined {
  if (because.some(({ code }) => !CURABLE.includes(code))) return undefined
  const { fromDate } = asked.dependant
  const first =
    condition.first !== undefined && condition.first > fromDate ? condition.first : fromDate
  const until = lastDay(asked, condition)
  return until !== null && until < first ? undefined : first
}

function earliest(days: readonly (Day | null)[]): Day | null {
  return days.reduce((first, day) =>
    first === null || (day !== null && day < first) ? day : first,
  )
}

/** Years completed; the anniversary of 30 Esfand is 29 Esfand where the year has no thirtieth. */
function fullYears(birth: Day, on: Day): number {
  const years = jalaliOf(on).year - jalaliOf(birth).year
  return Math.max(0, addJalaliYears(birth, years) > on ? years - 1 : years)
}
