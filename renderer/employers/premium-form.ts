import { MOST_MONTHS, PremiumQuestion } from '#core/employers/premium.model.ts'
import { monthSerial } from '#core/insured/month-serial.rules.ts'
import { jalaliOf, type Day } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { t } from '../locales/texts.ts'
import { readAmount, readCount } from '../ui/amount-typing.ts'
import { readMonth } from '../ui/month-typing.ts'

/** Persons of one pay while they are typed. `key` tells lines apart while others come and go. */
export interface TypedPay {
  readonly key: number
  persons: string
  days: string
  pay: string
  hard: boolean
}

/** The question of the calculator while it is typed: right or wrong, exactly as typed. */
export interface TypedPremium {
  from: string
  to: string
  pays: TypedPay[]
  listsInTime: boolean
  /** Null while `paidText` is no day. */
  paidOn: Day | null
  paidText: string
}

/** One person for the whole month, the pay still to be typed. */
export function emptyPay(key: number): TypedPay {
  return { key, persons: toPersianDigits(1), days: '', pay: '', hard: false }
}

/** The month before that of a day, as it is typed: the newest whose premium is due by the end of the present one. */
export function lastMonthText(today: Day): string {
  const { year, month } = jalaliOf(today)
  const last = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 }
  return toPersianDigits(`${last.year}/${String(last.month).padStart(2, '0')}`)
}

/** A month as it is typed; without a year it is of the present one. */
function monthOf(typed: string, today: Day): { year: number; month: number } | undefined {
  const month = readMonth(typed)
  return month && { year: month.year ?? jalaliOf(today).year, month: month.month }
}

const MOST_PERSONS = 999
const MOST_DAYS = 31

/** What is wrong with what was typed, in words, by field; a line's fields are `pay-<key>` and so on. */
export function premiumFaults(typed: TypedPremium, today: Day): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {}
  const from = monthOf(typed.from, today)
  const to = monthOf(typed.to, today)
  if (!from) faults['from'] = t('employers.premium.fault.month')
  if (!to) faults['to'] = t('employers.premium.fault.month')
  if (from && to) {
    const months = monthSerial(to) - monthSerial(from) + 1
    if (months < 1) faults['to'] = t('employers.premium.fault.reversed')
    else if (months > MOST_MONTHS)
      faults['to'] = t('employers.premium.fault.tooLong', { n: MOST_MONTHS })
  }
  if (!typed.paidOn) faults['paidOn'] = t('employers.premium.fault.day')
  for (const { key, persons, days, pay } of typed.pays) {
    const many = readCount(persons)
    if (!many || many > MOST_PERSONS)
      faults[`persons-${key}`] = t('employers.premium.fault.persons', { n: MOST_PERSONS })
    const worked = days.trim() === '' ? null : readCount(days)
    if (worked !== null && (!worked || worked > MOST_DAYS))
      faults[`days-${key}`] = t('employers.premium.fault.days')
    if (!readAmount(pay)) faults[`pay-${key}`] = t('employers.premium.fault.pay')
  }
  return faults
}

/** The question that was typed; undefined while something is missing or wrong. */
export function readPremiumQuestion(typed: TypedPremium, today: Day): PremiumQuestion | undefined {
  const read = PremiumQuestion.safeParse({
    from: monthOf(typed.from, today),
    to: monthOf(typed.to, today),
    pays: typed.pays.map(({ persons, days, pay, hard }) => ({
      persons: readCount(persons),
      days: days.trim() === '' ? null : readCount(days),
      pay: readAmount(pay),
      hard,
    })),
    listsInTime: typed.listsInTime,
    paidOn: typed.paidOn,
  })
  return read.success ? read.data : undefined
}
