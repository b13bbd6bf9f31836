import type { DebtNextStep, LedgerDebt } from '#core/employers/debt.model.ts'
import { isDefinitiveDebt, isOpenDebt } from '#core/employers/debts.rules.ts'
import type { DebtTotals } from '#core/employers/workshop.model.ts'
import { formatJalali, type Day } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { Rial } from '#core/kernel/rial.ts'
import { t } from '../locales/texts.ts'
import type { Tone } from '../ui/notices.ts'
import type { Month } from './ledger-filter.ts'

/** A day in Persian digits, for use inside a sentence. */
export function dayText(day: Day): string {
  return toPersianDigits(formatJalali(day))
}

/** A Jalali month as «۱۴۰۴/۰۵». */
export function monthText({ year, month }: Month): string {
  return toPersianDigits(`${year}/${String(month).padStart(2, '0')}`)
}

/** The months of a debt as the centre sent them: one, the first and the last, or that there are none. */
export function periodText({ from, to }: Pick<LedgerDebt, 'from' | 'to'>): string {
  const [first, last] = [from ?? to, to ?? from]
  if (!first || !last) return '—'
  const [start, end] = [monthText(first), monthText(last)]
  return start === end ? start : t('employers.ledger.periodOf', { from: start, to: end })
}

/** How much time is left for an objection: in words, with an icon of its own. */
export interface Countdown {
  readonly tone: Tone
  readonly icon: string
  readonly text: string
}

/** Days that are few: the clerk should say so. */
const FEW_DAYS = 5

/** The time left for an objection; null where none runs. */
export function countdownOf({ daysLeft }: Pick<LedgerDebt, 'daysLeft'>): Countdown | null {
  if (daysLeft === null) return null
  if (daysLeft < 1)
    return { tone: 'neutral', icon: 'i-lucide-calendar-x', text: t('employers.left.over') }
  if (daysLeft === 1)
    return { tone: 'error', icon: 'i-lucide-alarm-clock', text: t('employers.left.today') }
  const text = t('employers.left.days', { n: daysLeft })
  return daysLeft <= FEW_DAYS
    ? { tone: 'warning', icon: 'i-lucide-hourglass', text }
    : { tone: 'info', icon: 'i-lucide-calendar-clock', text }
}

/** What may be filed about a debt. */
export type DebtRequest = 'DEBT_OBJECTION' | 'DEBT_ARTICLE16' | 'DEBT_INSTALMENT'

const OBJECTIONS: readonly DebtNextStep[] = ['OBJECT_ASSESSMENT', 'APPEAL_PRIMARY']

function whyNoObjection(debt: LedgerDebt): string | undefined {
  if (OBJECTIONS.includes(debt.nextStep)) return undefined
  if (debt.status === 'UNDER_REVIEW') return t('employers.actions.board')
  if (debt.status === 'INSTALLMENT') return t('employers.actions.instalments')
  if (isDefinitiveDebt(debt)) return t('employers.actions.definitive')
  if (debt.objectUntil !== null && (debt.daysLeft ?? 1) < 1)
    return t('employers.actions.over', { day: dayText(debt.objectUntil) })
  return t(debt.stage === 'PRIMARY' ? 'employers.actions.notServed' : 'employers.actions.board')
}

function whyNoInstalments(debt: LedgerDebt): string | undefined {
  if (debt.status === 'INSTALLMENT') return t('employers.actions.instalments')
  if (!debt.installmentEligible) return t('employers.actions.notEligible')
  return debt.nextStep === 'PAY_OR_INSTALMENTS' ? undefined : t('employers.actions.notDefinitive')
}

/** Why a request cannot be filed about a debt now; undefined when it can. The office decides when it is filed. */
export function whyNot(request: DebtRequest, debt: LedgerDebt): string | undefined {
  if (!isOpenDebt(debt)) return t('employers.actions.settled')
  if (request === 'DEBT_OBJECTION') return whyNoObjection(debt)
  if (request === 'DEBT_INSTALMENT') return whyNoInstalments(debt)
  if (debt.status === 'UNDER_REVIEW') return t('employers.actions.board')
  return isDefinitiveDebt(debt) ? undefined : t('employers.actions.notDefinitive')
}

/** What may be done about the debts of a workshop, in words, the most pressing first. */
export interface NextStepLine {
  readonly step: DebtNextStep
  readonly text: string
  /** The nearest deadline among them; null when none runs. */
  readonly nearest: Countdown | null
}

const PRESSING: readonly DebtNextStep[] = [
  'OBJECT_ASSESSMENT',
  'APPEAL_PRIMARY',
  'PAY_OR_INSTALMENTS',
  'PAY',
  'AWAIT_BOARD',
]

/** The next steps of open debts, each with how many it concerns. */
export function nextSteps(debts: readonly LedgerDebt[]): readonly NextStepLine[] {
  return PRESSING.flatMap((step) => {
    const some = debts.filter((debt) => debt.nextStep === step)
    if (some.length === 0) return []
    const running = OBJECTIONS.includes(step)
      ? some.map(({ daysLeft }) => daysLeft).filter((left) => left !== null && left > 0)
      : []
    const daysLeft = running.length === 0 ? null : Math.min(...running.map((left) => left ?? 0))
    return [
      {
        step,
        text: t(`employers.next.${step}`, { n: some.length }),
        nearest: countdownOf({ daysLeft }),
      },
    ]
  })
}

/** The sums of what is owed, as they stand under a list of workshops. */
export function totalSums(
  totals: DebtTotals | undefined,
): readonly { label: string; amount: Rial; isMain?: boolean }[] {
  if (!totals) return []
  return [
    { label: t('employers.definitive'), amount: totals.definitive, isMain: true },
    { label: t('employers.installment'), amount: totals.installmentPayable },
    { label: t('employers.notPayable'), amount: totals.notPayable },
    { label: t('employers.pending'), amount: totals.pending },
  ]
}
