import { ageOn } from '#core/benefits/age.rules.ts'
import { addJalaliYears, type Day } from '#core/kernel/day.ts'
import type { Because, Decision } from '#core/kernel/decision.ts'
import { cited, figure, RuleParameters } from '#core/parameters/figures.rules.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import type { FirstInsurance } from './insurance-number.model.ts'

/** What the file and the form say of somebody who asks for his first insurance number. */
export interface InsuranceNumberCase {
  readonly birthDate: Day
  /** The number that he holds already; null when there is none. */
  readonly heldNumber: string | null
  /** Tracking code of an earlier request that was granted, whose number the data does not have yet. */
  readonly grantedBefore: string | null
  /** Null while none is chosen. */
  readonly insuranceType: FirstInsurance | null
  /** First day of the work; null where it is not known. */
  readonly startDate: Day | null
  readonly parameters: readonly Parameter[]
  readonly today: Day
}

export type InsuranceNumberReason =
  'insurance-number-held' | 'insurance-number-granted' | 'insurance-under-age' | 'parameter-missing'

/**
 * First insurance number: for somebody who holds none, once. Whoever is to be insured as somebody's worker has reached
 * the age of work on the first day of it.
 *
 * `from` is given to who is too young when nothing else is lacking: the birthday on which he may begin.
 *
 * @law domain brief §3.1; the age of work is general knowledge, not verified, and is printed as such
 */
export function decideInsuranceNumber(asked: InsuranceNumberCase): Decision<InsuranceNumberReason> {
  const { birthDate, heldNumber, grantedBefore, insuranceType, startDate, today } = asked
  const read = new RuleParameters(asked.parameters, today)
  const least = insuranceType === 'COMPULSORY' ? read.read('WORK_LEAST_AGE', 'YEARS') : undefined
  const years = ageOn(birthDate, startDate ?? today)
  const because: Because<InsuranceNumberReason>[] = []
  if (heldNumber !== null)
    because.push({ code: 'insurance-number-held', values: { insuranceNumber: heldNumber } })
  else if (grantedBefore !== null)
    because.push({ code: 'insurance-number-granted', values: { trackingCode: grantedBefore } })
  const isTooYoung = least !== undefined && years < least.value
  if (isTooYoung)
    because.push({ code: 'insurance-under-age', values: { years, limit: least.value } })
  const all = [...because, ...read.missing]
  const from = isTooYoung && all.length === 1 ? addJalaliYears(birthDate, least.value) : undefined
  return {
    entitled: all.length === 0,
    because: all,
    figures: [
      figure('age-on-start', years, 'YEARS'),
      ...(least ? [cited('work-least-age', least)] : []),
    ],
    articles: [],
    ...(from === undefined ? {} : { from }),
  }
}
