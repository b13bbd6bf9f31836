import { jalaliOf, type Day } from '#core/kernel/day.ts'
import type { PayMonth } from './paper-issue.model.ts'

/** Months since year 0: the order of months, and the distance between them. */
export function monthSerial({ year, month }: PayMonth): number {
  return year * 12 + month - 1
}

/** The month of the last of `count` monthly instalments. */
export function lastDue(first: PayMonth, count: number): PayMonth {
  const months = monthSerial(first) + count - 1
  return { year: Math.floor(months / 12), month: (months % 12) + 1 }
}

/** The month of a day. */
export function payMonthOf(day: Day): PayMonth {
  const { year, month } = jalaliOf(day)
  return { year, month }
}
