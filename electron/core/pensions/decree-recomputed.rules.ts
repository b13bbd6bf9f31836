import type { Figure, Reason } from '#core/kernel/decision.ts'
import { addRial, multiplyRounded, type Rial } from '#core/kernel/rial.ts'
import { cited, figure, type RuleParameters } from '#core/parameters/figures.rules.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import type { PensionFile } from './pension.model.ts'
import type { StoredDecree } from './pensions.ports.ts'

export type ExplainedFile = Pick<
  PensionFile,
  'pensionType' | 'proportional' | 'establishedOn' | 'contributionDays' | 'averageWage'
>

/** A figure that was recomputed, or why it could not be. */
export interface Recomputed {
  readonly expected: Rial | null
  readonly steps: readonly Figure[]
  readonly because: readonly Reason[]
  /** The way to it is a choice of this program. */
  readonly chosen: boolean
}

/** What a line is recomputed from. */
export interface LineContext {
  readonly decree: StoredDecree
  readonly file: ExplainedFile
  readonly parameters: readonly Parameter[]
}

/** The sum of the named lines of a decree, before or after it. */
export function sumOfItems(
  { lines }: Pick<StoredDecree, 'lines'>,
  items: readonly string[],
  side: 'amountBefore' | 'amountAfter',
): Rial {
  return addRial(...lines.filter(({ item }) => items.includes(item)).map((line) => line[side]))
}

/** A result that cannot be recomputed, with its reasons. */
export function unknown(because: readonly Reason[], steps: readonly Figure[] = []): Recomputed {
  return { expected: null, steps, because, chosen: false }
}

/** The ordinary worker's minimum wage of a month on a day, with its steps; undefined where it is not known. */
export function minimumOf(
  rule: RuleParameters,
  names: { readonly daily: string; readonly monthly: string },
): { amount: Rial; steps: Figure[] } | undefined {
  const daily = rule.read('MIN_DAILY_WAGE', 'RIAL')
  const days = rule.read('MONTH_DAYS', 'DAYS')
  if (!daily || !days) return undefined
  const amount = multiplyRounded(daily.value, days.value, 1)
  return {
    amount,
    steps: [
      cited(names.daily, daily),
      cited('month-days', days),
      figure(names.monthly, amount, 'RIAL'),
    ],
  }
}
