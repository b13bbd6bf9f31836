import { formatJalali, parseJalali } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { hasText, t } from '../locales/texts.ts'

const AMOUNTS: ReadonlySet<string> = new Set([
  'gross',
  'deductions',
  'net',
  'loan',
  'instalment',
  'repayment',
  'guarantee',
  'totalPayments',
  'totalDeductions',
  'totalLoans',
  'totalBefore',
  'totalAfter',
  'payable',
  'totalWage',
  'definitive',
  'installmentPayable',
  'notPayable',
  'pending',
  'total',
  'amount',
])
const DAYS: ReadonlySet<string> = new Set([
  'day',
  'validUntil',
  'asOf',
  'effectiveOn',
  'decidedOn',
  'acceptedOn',
  'from',
  'onDay',
])
/** Figures of which none is a number too; of others 0 means that the paper does not state them. */
const COUNTS: ReadonlySet<string> = new Set([
  'count',
  'rows',
  'debts',
  'entries',
  'totalDays',
  'covered',
])
const MONTHS: ReadonlySet<string> = new Set([
  'period',
  'firstDue',
  'lastDue',
  'firstMonth',
  'lastMonth',
  'month',
])

/** The last step of a path: what a figure inside a part of the statement is called. */
const fieldOf = (name: string): string => name.split('.').at(-1) ?? name

/** What a figure is called; a name that this program does not know stays as it came. */
export function figureLabel(name: string): string {
  const key = `verification.field.${fieldOf(name)}`
  return hasText(key) ? t(key) : name
}

/** The digits of a figure as people read them: amounts in groups with their unit, days of the calendar. */
export function figureValue(name: string, value: string): string {
  const field = fieldOf(name)
  if (value.includes('*')) return toPersianDigits(value)
  if (AMOUNTS.has(field))
    return t('ui.amount', { amount: toPersianDigits(value.replace(/\B(?=(\d{3})+$)/g, '٬')) })
  if (value === '0' && !COUNTS.has(field)) return '—'
  const status = `enums.requestStatus.${value}`
  if (field === 'requestStatus' && hasText(status)) return t(status)
  if (DAYS.has(field)) {
    const day = value.length === 8 ? parseJalali(value) : undefined
    if (day) return toPersianDigits(formatJalali(day))
  }
  if (MONTHS.has(field) && value.length === 6)
    return toPersianDigits(`${value.slice(0, 4)}/${value.slice(4)}`)
  return toPersianDigits(value)
}
