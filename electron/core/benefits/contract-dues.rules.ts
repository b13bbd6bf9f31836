import type { JalaliMonth } from '#core/insured/contribution.model.ts'
import { lengthAt, monthAt, monthSerial } from '#core/insured/month-serial.rules.ts'
import { dayOfJalali, type Day } from '#core/kernel/day.ts'

/** Whether a contract stands, by its first month that is not paid and the last day to pay that one. */
export interface ContractDues {
  readonly state: 'IN_FORCE' | 'SUSPENDED'
  readonly unpaid: JalaliMonth
  readonly dueOn: Day
}

/** Last day to pay the premium of a month: the end of the month that is `payMonths` after it. */
export function dueDay(month: JalaliMonth, payMonths: number): Day {
  const serial = monthSerial(month) + payMonths
  const at = monthAt(serial)
  const day = dayOfJalali(at.year, at.month, lengthAt(serial))
  if (day === undefined) throw new RangeError('month out of the calendar')
  return day
}

/**
 * A contract paid by the insured himself as it stands on a day. A month not paid by the end of its last day
 * suspends it; payments before the first month do not count, a later one does not make up for a missed one.
 *
 * @law bylaw of the self-employed scheme; domain brief §3.9; SELF_EMPLOYED_PAY_MONTHS
 */
export function contractDues(
  startMonth: JalaliMonth,
  paidMonths: readonly JalaliMonth[],
  today: Day,
  payMonths: number,
): ContractDues {
  const paid = new Set(paidMonths.map(monthSerial))
  let serial = monthSerial(startMonth)
  while (paid.has(serial)) serial++
  const unpaid = monthAt(serial)
  const dueOn = dueDay(unpaid, payMonths)
  return { state: dueOn < today ? 'SUSPENDED' : 'IN_FORCE', unpaid, dueOn }
}

/** The first months of a contract, each with the last day to pay it. */
export function firstDues(
  startMonth: JalaliMonth,
  months: number,
  payMonths: number,
): readonly { readonly month: JalaliMonth; readonly dueOn: Day }[] {
  return Array.from({ length: months }, (_, i) => {
    const month = monthAt(monthSerial(startMonth) + i)
    return { month, dueOn: dueDay(month, payMonths) }
  })
}
