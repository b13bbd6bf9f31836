import type { DecisionOption } from '#core/kernel/decision.ts'
import type { Rial } from '#core/kernel/rial.ts'
import { figure } from '#core/parameters/figures.rules.ts'
import type { Career } from './career.rules.ts'
import { averagePay, pensionAmount, type PensionShare } from './pension-amount.rules.ts'
import type { RetirementConditions, RetirementLaw } from './retirement-law.rules.ts'
import type { PathTerms } from './retirement-paths.rules.ts'

/** The pay that a pension is computed of: `pay` over `months`. */
export interface PensionPay {
  readonly pay: number
  readonly months: number
}

/** The pay of the last two years as the record has it. */
export function recordedPay(career: Career, conditions: RetirementConditions): PensionPay {
  return { pay: career.lastPay, months: conditions.PENSION_AVERAGE_MONTHS.value }
}

const MONTHS_OF_YEAR = 12

/** The pay of a later day: from now on as in the last twelve months. Prices do not rise in it. */
export function continuedPay(career: Career): PensionPay {
  return { pay: career.lastYearPay, months: MONTHS_OF_YEAR }
}

/** Monthly pension of a share in rial, held up to the minimum where `floored`; undefined when that is not known. */
export function pathAmount(
  share: PensionShare,
  floored: boolean,
  { pay, months }: PensionPay,
  law: RetirementLaw,
  conditions: RetirementConditions,
): Rial | undefined {
  if (floored && law.floor === undefined) return undefined
  const floor = floored && law.floor ? law.floor.amount : null
  const step = conditions.PENSION_ROUNDING_STEP.value
  return pensionAmount({ pay, months, share, floor, step })
}

/** The estimate of a path with its steps in the order of the reckoning. */
export function pathEstimate(
  path: PathTerms,
  career: Career,
  law: RetirementLaw,
  conditions: RetirementConditions,
): DecisionOption['estimate'] {
  const pay = recordedPay(career, conditions)
  const amount = pathAmount(path.share, path.floored, pay, law, conditions)
  if (amount === undefined) return undefined
  const { numerator, denominator } = path.share
  const steps = [
    figure('average-from', career.lastFrom ?? law.day, 'DATE'),
    figure('pay-sum', career.lastPay, 'RIAL'),
    conditions.PENSION_AVERAGE_MONTHS.shown,
    figure('average-wage', averagePay(pay.pay, pay.months), 'RIAL'),
    figure('share-of-average', Math.round((numerator * 10_000) / denominator), 'BP'),
    conditions.PENSION_ACCRUAL_YEARS.shown,
    conditions.PENSION_MAX_YEARS.shown,
  ]
  if (path.floored && law.floor) steps.push(...law.floor.steps)
  steps.push(figure('pension-amount', amount, 'RIAL'))
  return { amount, steps }
}
