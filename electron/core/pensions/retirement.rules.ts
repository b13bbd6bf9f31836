import type { CitizenFile } from '#core/citizens/citizen.model.ts'
import { recordSpan } from '#core/insured/contributions.rules.ts'
import { addJalaliYears, jalaliOf, type Day } from '#core/kernel/day.ts'
import type { Because, Decision, DecisionOption, Figure } from '#core/kernel/decision.ts'
import type { Rial } from '#core/kernel/rial.ts'
import { figure } from '#core/parameters/figures.rules.ts'
import type { Career } from './career.rules.ts'
import {
  continuedPay,
  pathAmount,
  pathEstimate,
  type PensionPay,
} from './retirement-estimate.rules.ts'
import type { RetirementConditions, RetirementLaw } from './retirement-law.rules.ts'
import {
  isOpen,
  pathTerms,
  shareAfter,
  type PathTerms,
  type RetirementPathReason,
} from './retirement-paths.rules.ts'
import {
  ageDay,
  pathArticles,
  pathFigures,
  pathOpening,
  pathReasons,
} from './retirement-reasons.rules.ts'
import { ageOf, aYearLater, type RetirementStanding } from './retirement-standing.rules.ts'
import type { RetirementApplicant, RetirementWork } from './retirement.model.ts'

/** What the form and the file say of one person. `career` is the record of all his insurance numbers. */
export interface RetirementCase {
  readonly sex: CitizenFile['sex']
  readonly birthDate: Day
  readonly career: Career
  readonly applicant: RetirementApplicant
  readonly work: RetirementWork
  /** Whole years in hard and harmful jobs, by the committee's ruling. */
  readonly hazardousYears: number
  readonly veteran: boolean
  /** Number of the retirement pension that he draws already; null when he draws none. */
  readonly retiredUnder: string | null
  /** Tracking code of an earlier request that was granted; null when there is none. */
  readonly grantedBefore: string | null
  /** Monthly disability pension that he draws now; null when he draws none. */
  readonly disabilityPension: Rial | null
}

export type RetirementReason =
  | RetirementPathReason
  | 'already-retired'
  | 'retirement-granted'
  | 'no-retirement-path'
  | 'employer-asks-too-early'

/**
 * Retirement by every path of art. 76, each an option of the decision with its own reasons, first day and estimate;
 * entitled when one of them is open. The estimate of the whole is that of the open path that pays most. `from` is the
 * first day of the path that opens first. An employer may ask for him only by the path of age, some years after it.
 *
 * Someone who draws a disability pension is judged like anybody else: one of the two pensions is paid, so that the
 * present one is shown beside the estimate.
 *
 * @law Social Security Act, arts. 76, 77, 111; seventh development plan; domain brief §3.19
 */
export function decideRetirement(
  retirement: RetirementCase,
  law: RetirementLaw,
): Decision<RetirementReason> {
  const { conditions } = law
  if (!conditions)
    return { entitled: false, because: law.missing.conditions, figures: [], articles: ['SSA-76'] }
  const standing = standingOf(retirement, law, conditions)
  const record = recordFigures(retirement, standing, law, conditions)
  const settled = settledBefore(retirement)
  if (settled.length > 0)
    return { entitled: false, because: settled, figures: record, articles: ['SSA-76'] }
  const options = optionsOf(retirement, standing, law, conditions)
  const because = judgeWhole(retirement, options, law, conditions)
  const entitled = because.length === 0
  const best = bestOf(options, retirement.applicant)
  const lacksFloor = entitled && best === undefined
  const waiting = waitingFigures(retirement.career, standing, best?.amount, law, conditions)
  const decision = {
    entitled,
    because: lacksFloor ? law.missing.floor : because,
    figures: record.concat(waiting),
    articles: best?.articles ?? RECORD_ARTICLES,
    options,
  }
  if (entitled) return best ? { ...decision, estimate: best.estimate } : decision
  const from = firstDay(options, employerDay(retirement, conditions))
  return from === undefined ? decision : { ...decision, from }
}

const RECORD_ARTICLES: readonly string[] = ['SSA-76', 'SSA-77']

function standingOf(
  retirement: RetirementCase,
  law: RetirementLaw,
  conditions: RetirementConditions,
): RetirementStanding {
  const { sex, birthDate, career, work, hazardousYears, veteran } = retirement
  const { endsOn } = career
  const goesOn = endsOn !== null && endsOn >= law.listsSince
  return {
    sex,
    birthDate,
    born: jalaliOf(birthDate),
    now: law.date,
    days: career.days,
    daysBeforePlan: career.daysBeforePlan,
    goesOnFrom: goesOn ? endsOn : law.day,
    work,
    hazardousDays: hazardousYears * conditions.YEAR_DAYS.value,
    veteran,
  }
}

/** A pension that is drawn or granted closes every path, whatever the record. */
function settledBefore({
  retiredUnder,
  grantedBefore,
}: RetirementCase): readonly Because<RetirementReason>[] {
  const because: Because<RetirementReason>[] = []
  if (retiredUnder !== null)
    because.push({ code: 'already-retired', values: { pensionNumber: retiredUnder } })
  if (grantedBefore !== null)
    because.push({ code: 'retirement-granted', values: { trackingCode: grantedBefore } })
  return because
}

/** Retiring without the extra record is told only where it is sooner than with it. */
function optionsOf(
  { career }: RetirementCase,
  standing: RetirementStanding,
  law: RetirementLaw,
  conditions: RetirementConditions,
): readonly DecisionOption[] {
  const paths = pathTerms(standing, law, conditions)
  const options = paths.map((path) => optionOf(path, career, standing, law, conditions))
  const at = options.findIndex(({ code }) => code === 'SERVICE_WITHOUT_EXTRA')
  const [withExtra, without] = at < 0 ? [] : options.slice(at - 1, at + 1)
  const isSooner = without?.from === undefined || without.from !== withExtra?.from
  return at < 0 || isSooner ? options : options.toSpliced(at, 1)
}

function optionOf(
  path: PathTerms,
  career: Career,
  standing: RetirementStanding,
  law: RetirementLaw,
  conditions: RetirementConditions,
): DecisionOption {
  const { code } = path
  const articles = pathArticles(path)
  const figures = pathFigures(path, standing, conditions)
  if (isOpen(path, standing)) {
    const estimate = pathEstimate(path, career, law, conditions)
    const open = { code, entitled: true, because: [], figures, articles }
    return estimate ? { ...open, estimate } : open
  }
  const ofAge = ageDay(path.age, standing)
  const because = pathReasons(path, ofAge, conditions)
  const opening = pathOpening(path, ofAge, standing, law, conditions)
  if (opening === undefined) return { code, entitled: false, because, figures, articles }
  const { from, daysToCome } = opening
  const share = shareAfter(path, standing, daysToCome, conditions)
  const amount = pathAmount(share, path.floored, continuedPay(career), law, conditions)
  if (amount !== undefined) figures.push(figure('amount-then', amount, 'RIAL'))
  return { code, entitled: false, because, figures, articles, from }
}

function judgeWhole(
  retirement: RetirementCase,
  options: readonly DecisionOption[],
  { day }: RetirementLaw,
  conditions: RetirementConditions,
): readonly Because<RetirementReason>[] {
  const because: Because<RetirementReason>[] = []
  if (!options.some((option) => mayUse(option, retirement.applicant)))
    because.push({ code: 'no-retirement-path', values: {} })
  const employerFrom = employerDay(retirement, conditions)
  if (employerFrom !== undefined && employerFrom > day)
    because.push({ code: 'employer-asks-too-early', values: { day: employerFrom } })
  return because
}

/** An employer may use no path but that of age. */
function mayUse({ code, entitled }: DecisionOption, applicant: RetirementApplicant): boolean {
  return entitled && (applicant === 'INSURED' || code === 'AGE')
}

/** First day on which an employer may ask; undefined when the insured person asks himself. */
function employerDay(
  { applicant, sex, birthDate }: RetirementCase,
  conditions: RetirementConditions,
): Day | undefined {
  if (applicant === 'INSURED') return undefined
  const { RETIREMENT_AGE_MEN: men, RETIREMENT_AGE_WOMEN: women } = conditions
  const age = (sex === 'F' ? women : men).value
  return addJalaliYears(birthDate, age + conditions.RETIREMENT_EMPLOYER_YEARS.value)
}

interface Best {
  readonly amount: Rial
  readonly articles: readonly string[]
  readonly estimate: NonNullable<DecisionOption['estimate']>
}

/** The open path that pays most, among those that the applicant may use. */
function bestOf(
  options: readonly DecisionOption[],
  applicant: RetirementApplicant,
): Best | undefined {
  let best: Best | undefined
  for (const option of options) {
    const { estimate, articles } = option
    if (!estimate || !mayUse(option, applicant)) continue
    if (best === undefined || estimate.amount > best.amount)
      best = { amount: estimate.amount, articles, estimate }
  }
  return best
}

function firstDay(
  options: readonly DecisionOption[],
  employerFrom: Day | undefined,
): Day | undefined {
  if (employerFrom !== undefined) {
    const age = options.find(({ code }) => code === 'AGE')
    if (!age?.entitled && age?.from === undefined) return undefined
    return age.from !== undefined && age.from > employerFrom ? age.from : employerFrom
  }
  let first: Day | undefined
  for (const { from } of options)
    if (from !== undefined && (first === undefined || from < first)) first = from
  return first
}

function recordFigures(
  { career, disabilityPension }: RetirementCase,
  standing: RetirementStanding,
  { plan }: RetirementLaw,
  conditions: RetirementConditions,
): readonly Figure[] {
  const span = (days: number): string => {
    const one = recordSpan(days, conditions.YEAR_DAYS.value, conditions.MONTH_DAYS.value)
    return `${one.years}/${one.months}/${one.days}`
  }
  const figures = [
    figure('age', ageOf(standing), 'SPAN'),
    figure('pension-record', span(career.days), 'SPAN'),
    figure('pension-record-days', career.days, 'DAYS'),
  ]
  if (plan) figures.push(figure('record-before-plan', span(career.daysBeforePlan), 'SPAN'))
  if (career.creditedDays > 0) figures.push(figure('credited-days', career.creditedDays, 'DAYS'))
  if (career.endsOn !== null && career.lastPaidMonths < conditions.PENSION_AVERAGE_MONTHS.value)
    figures.push(figure('average-paid-months', career.lastPaidMonths, 'MONTHS'))
  if (disabilityPension !== null)
    figures.push(figure('disability-pension', disabilityPension, 'RIAL'))
  return figures
}

/** What a year more brings to the pension that is open now, at today's prices and by whichever path is best then. */
function waitingFigures(
  career: Career,
  standing: RetirementStanding,
  now: Rial | undefined,
  law: RetirementLaw,
  conditions: RetirementConditions,
): readonly Figure[] {
  if (now === undefined) return []
  const later = aYearLater(standing, law)
  const after = mostPaid(
    pathTerms(later, law, conditions),
    later,
    continuedPay(career),
    law,
    conditions,
  )
  return [
    figure('amount-now', now, 'RIAL'),
    ...(after === undefined ? [] : [figure('amount-after-a-year', after, 'RIAL')]),
  ]
}

function mostPaid(
  paths: readonly PathTerms[],
  standing: RetirementStanding,
  pay: PensionPay,
  law: RetirementLaw,
  conditions: RetirementConditions,
): Rial | undefined {
  let most: Rial | undefined
  for (const path of paths) {
    if (!isOpen(path, standing)) continue
    const amount = pathAmount(path.share, path.floored, pay, law, conditions)
    if (amount !== undefined && (most === undefined || amount > most)) most = amount
  }
  return most
}
