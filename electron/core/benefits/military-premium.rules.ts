import type { ContributionRow } from '#core/insured/contribution.model.ts'
import { firstDayAt, monthSerial } from '#core/insured/month-serial.rules.ts'
import { PAID_TYPES } from '#core/insured/paid-record.rules.ts'
import { jalaliOf, type Day } from '#core/kernel/day.ts'
import { type Rial, rial, roundedRial } from '#core/kernel/rial.ts'
import type { Ratio } from '#core/parameters/parameters.model.ts'
import type { ServiceLength } from './military-span.rules.ts'

/** Insured pay of some months, in whole rial: the sum, its months, and how many of them have days without a wage. */
export interface WageBase {
  readonly from: Day
  readonly sum: bigint
  readonly months: number
  readonly withoutWage: number
}

/** Wage of each month with contributions, by its serial; 0 where the record has days without a wage. */
type PaidMonths = ReadonlyMap<number, number>

function paidMonths(rows: readonly ContributionRow[], before: number): PaidMonths {
  const months = new Map<number, number>()
  for (const row of rows) {
    if (!PAID_TYPES.includes(row.recordType)) continue
    for (const [i, days] of row.days.entries()) {
      const serial = row.year * 12 + i
      const wage = row.wages[i] ?? 0
      if (serial >= before || (days === 0 && wage === 0)) continue
      months.set(serial, wage + (months.get(serial) ?? 0))
    }
  }
  return months
}

function baseBefore(end: number, months: number, paid: PaidMonths): WageBase | undefined {
  const from = firstDayAt(end - months)
  if (from === undefined) return undefined
  let [sum, withoutWage] = [0n, 0]
  for (const [serial, wage] of paid) {
    if (serial < end - months || serial >= end) continue
    sum += BigInt(wage)
    if (wage === 0) withoutWage++
  }
  return { from, sum, months, withoutWage }
}

/**
 * The last `months` months of paid contributions before the month of a request. They end with the last month that
 * has any: the lists of the newest months are not in yet, and a pensioner pays no more. Months without contributions
 * in between count as nothing. Undefined without a contribution.
 */
export function wageBase(
  rows: readonly ContributionRow[],
  request: Day,
  months: number,
): WageBase | undefined {
  const paid = paidMonths(rows, monthSerial(jalaliOf(request)))
  return paid.size === 0 ? undefined : baseBefore(Math.max(...paid.keys()) + 1, months, paid)
}

/** The same for a request on the next 1 Farvardin, if the pay of the last month goes on until then. */
export function wageBaseAfterNowruz(
  rows: readonly ContributionRow[],
  request: Day,
  months: number,
): WageBase | undefined {
  const today = jalaliOf(request)
  const paid = new Map(paidMonths(rows, monthSerial(today)))
  if (paid.size === 0) return undefined
  const last = Math.max(...paid.keys())
  const present = paid.get(last) ?? 0
  const nowruz = (today.year + 1) * 12
  for (let serial = last + 1; serial < nowruz; serial++) paid.set(serial, present)
  return baseBefore(nowruz, months, paid)
}

/** A premium whole and by who pays it: the two parts are exactly the whole. */
export interface MilitaryPremium {
  readonly average: Rial
  readonly whole: Rial
  readonly insured: Rial
  readonly state: Rial
}

/** What a premium is reckoned by: `rate` in 1/10000, `share` of the insured, days of a month that is not whole. */
export interface PremiumTerms {
  readonly rate: number
  readonly share: Ratio
  readonly monthDays: number
}

/**
 * months × rate × average of the insured pay; days that remain count as parts of a month of `monthDays`. The whole and
 * the insured's part are each exact and rounded once, half up; the state pays the rest.
 *
 * @law bylaw of 1384/04/08 on the amendment of art. 14 of the Labour Act, art. 3; domain brief §3.20
 */
export function militaryPremium(
  base: WageBase,
  { months, days }: ServiceLength,
  { rate, share, monthDays }: PremiumTerms,
): MilitaryPremium {
  const numerator = base.sum * BigInt(months * monthDays + days) * BigInt(rate)
  const denominator = BigInt(base.months) * BigInt(monthDays) * 10_000n
  const whole = roundedRial(numerator, denominator)
  const insured = roundedRial(
    numerator * BigInt(share.numerator),
    denominator * BigInt(share.denominator),
  )
  return {
    average: roundedRial(base.sum, BigInt(base.months)),
    whole,
    insured,
    state: rial(whole - insured),
  }
}

/** An amount in `count` instalments: whole rial, all alike, the last with what remains. */
export function instalmentsOf(amount: Rial, count: number): readonly Rial[] {
  const each = Math.floor(amount / count)
  return Array.from({ length: count }, (_, i) =>
    rial(i === count - 1 ? amount - each * (count - 1) : each),
  )
}
