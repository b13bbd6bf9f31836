import { dayOfJalali, jalaliOf, type Day } from '#core/kernel/day.ts'
import type { Figure, Reason } from '#core/kernel/decision.ts'
import { multiplyRounded, rial, roundedRial, type Rial } from '#core/kernel/rial.ts'
import { cited, figure, RuleParameters } from '#core/parameters/figures.rules.ts'
import type { DatedValue, Parameter } from '#core/parameters/parameters.model.ts'
import {
  minimumOf,
  sumOfItems,
  unknown,
  type LineContext,
  type Recomputed,
} from './decree-recomputed.rules.ts'
import { pensionAmount } from './pension-amount.rules.ts'

const WHOLE = 10_000

interface First {
  readonly amount: Rial
  readonly minimum: Rial
  readonly steps: readonly Figure[]
}

/**
 * The part of the seventh plan that is due by the year: the sum of the yearly parts (40, 30 and 30 per cent) of the
 * gap between the pension of the year and the ratio to the minimum wage that it had at first, of which 90 per cent is
 * aimed at. How the plan's bylaw measures the gap is not published: the pension of the year without equalisation is
 * taken, and the first pension is that of art. 77.
 *
 * @law seventh development plan, equalisation; Social Security Act, art. 77; domain brief §3.13
 */
export function equalizationOf(context: LineContext): Recomputed {
  const { decree, parameters } = context
  if (decree.kind === 'ESTABLISHMENT')
    return unknown([{ code: 'decree-establishment-line', values: {} }])
  const rule = new RuleParameters(parameters, decree.effectiveOn)
  const target = rule.read('EQUALIZATION_TARGET', 'BP')
  const due = dueBy(decree.effectiveOn, rule, parameters)
  const now = minimumOf(rule, { daily: 'decree-daily-wage', monthly: 'minimum-wage' })
  if (!target || due.length === 0 || !now) return unknown([...rule.missing])
  const first = firstPension(context)
  if ('because' in first) return unknown(first.because)
  const own = sumOfItems(decree, ['BASE', 'ANNUAL_INCREASE'], 'amountAfter')
  const aim = scaled([first.amount, now.amount, target.value], [first.minimum, WHOLE])
  const gap = rial(Math.max(0, aim - own))
  const share = Math.min(
    WHOLE,
    due.reduce((sum, { value }) => sum + value, 0),
  )
  const expected = multiplyRounded(gap, share, WHOLE)
  return {
    expected,
    steps: [
      ...first.steps,
      ...now.steps,
      cited('equalization-target', target),
      figure('equalization-aim', aim, 'RIAL'),
      figure('decree-pension-own', own, 'RIAL'),
      figure('equalization-gap', gap, 'RIAL'),
      ...due.map((part) => cited('equalization-part', part)),
      figure('equalization-due', expected, 'RIAL'),
    ],
    because: [],
    chosen: true,
  }
}

/** The parts of this year and of the years before it, the oldest first; none where this year has none. */
function dueBy(
  day: Day,
  rule: RuleParameters,
  parameters: readonly Parameter[],
): DatedValue<'BP'>[] {
  const parts: DatedValue<'BP'>[] = []
  let part = rule.read('EQUALIZATION_PART', 'BP')
  let { year } = jalaliOf(day)
  while (part) {
    parts.unshift(part)
    year -= 1
    const before = dayOfJalali(year, 1, 1)
    part = before && new RuleParameters(parameters, before).read('EQUALIZATION_PART', 'BP')
  }
  return parts
}

/** The pension of art. 77 on the day it was established, and the minimum wage of that day. */
function firstPension({
  file,
  parameters,
}: LineContext): First | { readonly because: readonly Reason[] } {
  const { averageWage, contributionDays, establishedOn, pensionType, proportional } = file
  if (pensionType !== 'RETIREMENT' || averageWage === null || contributionDays === null)
    return { because: [{ code: 'decree-first-pension-unknown', values: {} }] }
  const rule = new RuleParameters(parameters, establishedOn)
  const years = rule.read('PENSION_ACCRUAL_YEARS', 'YEARS')
  const most = rule.read('PENSION_MAX_YEARS', 'YEARS')
  const yearDays = rule.read('YEAR_DAYS', 'DAYS')
  const minimum = minimumOf(rule, {
    daily: 'decree-first-daily-wage',
    monthly: 'decree-first-minimum',
  })
  if (!years || !most || !yearDays || !minimum || minimum.amount === 0)
    return { because: rule.missing }
  const amount = pensionAmount({
    ...{ pay: averageWage, months: 1, step: 1 },
    share: {
      numerator: Math.min(contributionDays, most.value * yearDays.value),
      denominator: years.value * yearDays.value,
    },
    floor: proportional ? null : minimum.amount,
  })
  const steps = [
    figure('average-wage', averageWage, 'RIAL'),
    figure('pension-record-days', contributionDays, 'DAYS'),
    cited('pension-accrual', years),
    figure('decree-first-pension', amount, 'RIAL'),
    ...minimum.steps,
  ]
  return { amount, minimum: minimum.amount, steps }
}

/** Product of the first ÷ product of the second, exact, rounded once half up to one rial. */
function scaled(numerators: readonly number[], denominators: readonly number[]): Rial {
  const product = (factors: readonly number[]) =>
    factors.reduce((all, factor) => all * BigInt(factor), 1n)
  return roundedRial(product(numerators), product(denominators))
}
