import { monthAt, monthSerial } from '#core/insured/month-serial.rules.ts'
import { jalaliOf, type Day } from '#core/kernel/day.ts'
import type { PayMonth } from './paper-issue.model.ts'

/** The month of the last of `count` monthly instalments. */
export function lastDue(first: PayMonth, count: number): PayMonth {
  return monthAt(monthSerial(first) + count - 1)
}

/** The month of a day. */
export function payMonthOf(day: Day): PayMonth {
  const { year, month } = jalaliOf(day)
  return { year, month }
}
