import { dayOfJalali, jalaliOf, type Day } from '#core/kernel/day.ts'
import { addRial, multiplyRounded, rial } from '#core/kernel/rial.ts'
import { cited, figure, RuleParameters } from '#core/parameters/figures.rules.ts'
import { isUncertain } from '#core/parameters/parameters.rules.ts'
import type { DecreeExplanation, LineExplanation } from './decree.model.ts'
import { equalizationOf } from './decree-equalization.rules.ts'
import {
  minimumOf,
  sumOfItems,
  unknown,
  type LineContext,
  type Recomputed,
} from './decree-recomputed.rules.ts'
import type { PensionFile } from './pension.model.ts'
import type { StoredDecreeLine } from './pensions.ports.ts'

const WHOLE = 10_000
/** The lines that are the pension itself; the others are help beside it. */
const PENSION_ITEMS: readonly string[] = [
  'BASE',
  'ANNUAL_INCREASE',
  'EQUALIZATION',
  'MINIMUM_TOPUP',
]

/** Art. 111 does not hold up a pension of partial disability. */
const HELD_UP: readonly PensionFile['pensionType'][] = [
  'RETIREMENT',
  'DISABILITY_TOTAL',
  'SURVIVORS',
]

/**
 * Every line of a decree: where it is written and what the dated parameters of its effective day give for it. A value
 * that is not known for that day is named, never guessed.
 *
 * @law Social Security Act, arts. 77, 96, 111; Cabinet act of 1404; seventh development plan; domain brief §3.13
 */
export function explainDecree(context: LineContext): DecreeExplanation {
  const { decree } = context
  const absent = decree.lines.some(({ item }) => item === 'MINIMUM_TOPUP')
    ? []
    : [explained('MINIMUM_TOPUP', null, context)].filter(({ expected }) => (expected ?? 0) > 0)
  return {
    decreeNumber: decree.decreeNumber,
    lines: decree.lines.map((line) => explained(line.item, line, context)),
    absent: decree.lines.length === 0 ? [] : absent,
  }
}

function explained(
  item: string,
  line: StoredDecreeLine | null,
  context: LineContext,
): LineExplanation {
  const { expected, steps, because, chosen } = recomputed(item, context)
  const uncertain = steps.some(({ certainty }) => certainty && isUncertain(certainty))
  return {
    ...{ item, articles: [...articlesOf(item, context)], expected },
    agrees: expected === null || line === null ? null : expected === line.amountAfter,
    estimated: expected !== null && (chosen || uncertain),
    steps: [...steps],
    because: [...because],
  }
}

function articlesOf(
  item: string,
  { decree, file }: Pick<LineContext, 'decree' | 'file'>,
): readonly string[] {
  switch (item) {
    case 'BASE':
      return [...(file.pensionType === 'RETIREMENT' ? ['SSA-77'] : []), 'SSA-96']
    case 'ANNUAL_INCREASE':
      return ['SSA-96', 'CABINET-YEARLY']
    case 'EQUALIZATION':
      return ['PLAN-7']
    case 'MINIMUM_TOPUP':
      return ['SSA-111']
    default:
      return item === 'OTHER' || decree.kind === 'ESTABLISHMENT' ? [] : ['CABINET-YEARLY']
  }
}

const FLAT: Readonly<Partial<Record<string, string>>> = {
  FAMILY: 'PENSION_FAMILY_ALLOWANCE',
  HOUSING: 'PENSION_HOUSING_ALLOWANCE',
  GOODS: 'PENSION_GOODS_ALLOWANCE',
}

function recomputed(item: string, context: LineContext): Recomputed {
  switch (item) {
    case 'BASE':
      return baseOf(context)
    case 'ANNUAL_INCREASE':
      return increaseOf(context)
    case 'EQUALIZATION':
      return equalizationOf(context)
    case 'MINIMUM_TOPUP':
      return topUpOf(context)
    case 'CHILD':
      return unknown([{ code: 'decree-children-unknown', values: {} }])
    default:
      return FLAT[item] === undefined
        ? unknown([{ code: 'decree-line-without-rule', values: {} }])
        : flatOf(FLAT[item], context)
  }
}

/** The increase of the decree before joins the base: so the centre writes its decrees. */
function baseOf({ decree }: LineContext): Recomputed {
  if (decree.kind === 'ESTABLISHMENT')
    return unknown([{ code: 'decree-establishment-line', values: {} }])
  const base = sumOfItems(decree, ['BASE'], 'amountBefore')
  const joined = sumOfItems(decree, ['ANNUAL_INCREASE'], 'amountBefore')
  const expected = addRial(base, joined)
  return {
    expected,
    steps: [
      figure('decree-base-before', base, 'RIAL'),
      figure('decree-increase-before', joined, 'RIAL'),
      figure('decree-base', expected, 'RIAL'),
    ],
    because: [],
    chosen: true,
  }
}

/**
 * Who draws no more than the minimum wage of the year before, or a proportional pension, is raised by the greater
 * rate; others by the lesser rate and a fixed sum. The raised amount is the base of the new year.
 */
function increaseOf({ decree, file, parameters }: LineContext): Recomputed {
  if (decree.kind === 'ESTABLISHMENT')
    return unknown([{ code: 'decree-establishment-line', values: {} }])
  const rule = new RuleParameters(parameters, decree.effectiveOn)
  const least = rule.read('PENSION_INCREASE_MINIMUM', 'BP')
  const others = rule.read('PENSION_INCREASE_OTHERS', 'BP')
  const fixed = rule.read('PENSION_INCREASE_FIXED', 'RIAL')
  const before = new RuleParameters(parameters, dayBeforeYear(decree.effectiveOn))
  const minimum = minimumOf(before, {
    daily: 'decree-daily-wage-before',
    monthly: 'decree-minimum-before',
  })
  if (!least || !others || !fixed || !minimum) return unknown([...rule.missing, ...before.missing])
  const base = sumOfItems(decree, ['BASE'], 'amountAfter')
  const pension = sumOfItems(decree, PENSION_ITEMS, 'amountBefore')
  const known = [
    figure('decree-base', base, 'RIAL'),
    ...minimum.steps,
    figure('decree-pension-before', pension, 'RIAL'),
  ]
  if (file.proportional || pension <= minimum.amount) {
    const expected = multiplyRounded(base, least.value, WHOLE)
    const steps = [...known, cited('decree-rate-least', least)]
    return {
      expected,
      steps: [...steps, figure('decree-increase', expected, 'RIAL')],
      ...{ because: [], chosen: true },
    }
  }
  const expected = addRial(multiplyRounded(base, others.value, WHOLE), fixed.value)
  const steps = [...known, cited('decree-rate-others', others), cited('decree-fixed', fixed)]
  return {
    expected,
    steps: [...steps, figure('decree-increase', expected, 'RIAL')],
    ...{ because: [], chosen: true },
  }
}

function dayBeforeYear(day: Day): Day {
  const { year } = jalaliOf(day)
  return dayOfJalali(year - 1, 12, 1) ?? day
}

/** What art. 111 adds up to the minimum wage of the year; nothing for a proportional pension. */
function topUpOf({ decree, file, parameters }: LineContext): Recomputed {
  if (file.proportional) return unknown([{ code: 'decree-proportional-no-floor', values: {} }])
  if (!HELD_UP.includes(file.pensionType))
    return unknown([{ code: 'decree-partial-no-floor', values: {} }])
  const rule = new RuleParameters(parameters, decree.effectiveOn)
  const minimum = minimumOf(rule, {
    daily: 'decree-daily-wage',
    monthly: 'minimum-wage',
  })
  if (!minimum) return unknown([...rule.missing])
  const own = sumOfItems(decree, ['BASE', 'ANNUAL_INCREASE', 'EQUALIZATION'], 'amountAfter')
  const expected = rial(Math.max(0, minimum.amount - own))
  return {
    expected,
    steps: [
      figure('decree-pension-own', own, 'RIAL'),
      ...minimum.steps,
      figure('decree-top-up', expected, 'RIAL'),
    ],
    because: [],
    chosen: false,
  }
}

/** A sum of the year, the same for everyone; nobody has published those of pensioners. */
function flatOf(code: string, { decree, parameters }: LineContext): Recomputed {
  const rule = new RuleParameters(parameters, decree.effectiveOn)
  const value = rule.read(code, 'RIAL')
  if (!value) return unknown([...rule.missing])
  return {
    expected: value.value,
    steps: [cited('decree-flat', value)],
    because: [],
    chosen: false,
  }
}
