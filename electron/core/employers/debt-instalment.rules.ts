import { instalmentsOf } from '#core/benefits/military-premium.rules.ts'
import { addDays, addJalaliMonths, dayOfJalali, jalaliOf, type Day } from '#core/kernel/day.ts'
import type { Decision } from '#core/kernel/decision.ts'
import type { Rial } from '#core/kernel/rial.ts'
import { cited, figure, RuleParameters } from '#core/parameters/figures.rules.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import { debtReason, decideDebt, type DebtCase, type DebtReason } from './debt-choice.rules.ts'
import type { JudgedDebt } from './debt-choice.rules.ts'
import type { OpenDebt } from './employers.ports.ts'
import { nextStep, objectionDays, type ObjectionDays } from './objection.rules.ts'

/** What is typed of the instalments, as far as it is known. */
export interface InstalmentTerms {
  readonly count: number | undefined
  /** As 1405/10. */
  readonly firstMonth: string | undefined
}

export type DebtInstalmentReason =
  DebtReason | 'instalment-not-definitive' | 'instalment-not-eligible' | 'instalment-nothing-due'

/** One instalment, payable until its day. */
export interface Instalment {
  readonly due: Day
  readonly amount: Rial
}

const ARTICLES: readonly string[] = ['SSA-46']

/**
 * A debt paid in monthly instalments: only one that is to be paid, is marked for it and is not being paid so already.
 * The schedule is a proposal without the yearly charge, which the branch adds.
 *
 * @law Social Security Act, arts. 42, 46, 50; DEBT_INSTALMENT_…
 */
export function decideDebtInstalment(
  debtCase: DebtCase,
  terms: InstalmentTerms,
): Decision<DebtInstalmentReason> | null {
  const days = objectionDays(debtCase.parameters, debtCase.today)
  return decideDebt(debtCase, ARTICLES, (debt) => judge(debt, days, debtCase, terms))
}

function judge(
  debt: OpenDebt,
  days: ObjectionDays | { readonly missing: string },
  debtCase: DebtCase,
  terms: InstalmentTerms,
): JudgedDebt<DebtInstalmentReason> {
  const no = (code: DebtInstalmentReason, values = {}, articles = ARTICLES) => ({
    because: [debtReason(code, values)],
    figures: [],
    articles,
  })
  const { today } = debtCase
  if ('missing' in days) return no('parameter-missing', { parameter: days.missing, day: today })
  if (debt.status === 'INSTALLMENT')
    return no('debt-in-instalments', { n: debt.installmentNumber ?? '' })
  if (debt.status === 'UNDER_REVIEW') return no('debt-under-review')
  const step = nextStep(debt, days, today)
  if (step === 'PAY') return no('instalment-not-eligible')
  if (step !== 'PAY_OR_INSTALMENTS')
    return no('instalment-not-definitive', {}, ['SSA-42', ...ARTICLES])
  return debt.remaining === 0 ? no('instalment-nothing-due') : planned(debt, debtCase, terms)
}

function planned(
  { remaining }: OpenDebt,
  { parameters, today }: DebtCase,
  { count, firstMonth }: InstalmentTerms,
): JudgedDebt<DebtInstalmentReason> {
  const read = new RuleParameters(parameters, today)
  const most = read.read('DEBT_INSTALMENT_MAX_COUNT', 'FACTOR')
  const charge = read.read('DEBT_INSTALMENT_CHARGE', 'BP')
  if (!most || !charge) return { because: read.missing, figures: [], articles: ARTICLES }
  const limits = [cited('instalment-most', most), cited('instalment-charge', charge)]
  const first = firstMonth === undefined ? undefined : firstOfMonth(firstMonth)
  if (count === undefined || count < 1 || first === undefined)
    return { because: [], figures: limits, articles: ARTICLES }
  const shown = Math.min(count, most.value, remaining)
  const schedule = instalmentSchedule(remaining, shown, first)
  const [one, last] = [schedule[0], schedule.at(-1)]
  if (!one || !last) return { because: [], figures: limits, articles: ARTICLES }
  return {
    because: [],
    figures: [
      figure('instalment-first-due', one.due, 'DATE'),
      figure('instalment-last-due', last.due, 'DATE'),
      ...limits,
    ],
    articles: ARTICLES,
    estimate: {
      amount: one.amount,
      steps: [
        figure('debt-remaining', remaining, 'RIAL'),
        figure('instalment-count', shown, 'COUNT'),
        ...schedule.map(({ amount }, at) =>
          figure(`debt-instalment-${String(at + 1)}`, amount, 'RIAL'),
        ),
      ],
    },
  }
}

/** The first day of a month such as 1405/10; undefined when there is no such month. */
export function firstOfMonth(month: string): Day | undefined {
  const [year, number] = month.split('/').map(Number)
  return dayOfJalali(year ?? 0, number ?? 0, 1)
}

/**
 * An amount in monthly instalments, alike but for the last, which takes what remains; each is due on the last day of
 * its month, from the month that begins on `first`.
 */
export function instalmentSchedule(amount: Rial, count: number, first: Day): readonly Instalment[] {
  return instalmentsOf(amount, count).map((part, at) => ({
    due: addDays(addJalaliMonths(first, at + 1), -1),
    amount: part,
  }))
}

/** The months in which the first instalment may fall, as 1405/10: the ones after the present month. */
export function firstMonths({ parameters, today }: Pick<DebtCase, 'parameters' | 'today'>) {
  const most = parameterOn(parameters, 'DEBT_INSTALMENT_FIRST_MONTHS', 'MONTHS', today)
  return Array.from({ length: most?.value ?? 0 }, (_, at) => {
    const { year, month } = jalaliOf(addJalaliMonths(today, at + 1))
    return { year, month, word: `${String(year)}/${String(month).padStart(2, '0')}` }
  })
}
