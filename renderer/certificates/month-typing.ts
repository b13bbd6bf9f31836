import { jalaliOf, type Day } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { PayMonth } from '#core/certificates/paper-issue.model.ts'
import { readMonth } from '../ui/month-typing.ts'

/** A month as it is typed; without its year it is the next month of that number, this one included. */
export function readComingMonth(typed: string, today: Day): PayMonth | undefined {
  const month = readMonth(typed)
  if (!month) return undefined
  if (month.year !== null) return { year: month.year, month: month.month }
  const now = jalaliOf(today)
  return { year: now.year + (month.month < now.month ? 1 : 0), month: month.month }
}

/** A month as it is typed back: ۱۴۰۵/۱۰. */
export function monthText({ year, month }: PayMonth): string {
  return toPersianDigits(`${year}/${String(month).padStart(2, '0')}`)
}
