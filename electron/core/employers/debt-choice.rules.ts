import type { Day } from '#core/kernel/day.ts'
import type { Because, Decision, Figure } from '#core/kernel/decision.ts'
import { addRial } from '#core/kernel/rial.ts'
import { figure } from '#core/parameters/figures.rules.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { debtNotices } from './debts.rules.ts'
import type { OpenDebt } from './employers.ports.ts'
import { workshopWord } from './stakes.rules.ts'

/** What a request about a debt is judged by. */
export interface DebtCase {
  /** He may act for a workshop today. */
  readonly hasWorkshop: boolean
  /** What his workshops owe and have not settled. */
  readonly debts: readonly OpenDebt[]
  /** The debt of the form, in one word; undefined while none is chosen. */
  readonly chosen: string | undefined
  /** Day of an undecided request of the same kind that only the centre has: it does not tell which debt it is about. */
  readonly elsewhere: Day | null
  readonly parameters: readonly Parameter[]
  readonly today: Day
}

export type DebtReason =
  | 'debt-no-workshop'
  | 'debt-none-open'
  | 'debt-none-fitting'
  | 'debt-not-open'
  | 'debt-under-review'
  | 'debt-before-board'
  | 'debt-in-instalments'
  | 'parameter-missing'

/** A debt in one word, as the form keeps it. */
export function debtWord(debt: OpenDebt): string {
  return `${workshopWord(debt)}/${debt.debtNumber}`
}

/** The open debt of a word; undefined when it is settled, or none of his. */
export function findDebt(debts: readonly OpenDebt[], word: string): OpenDebt | undefined {
  return debts.find((debt) => debtWord(debt) === word)
}

/** A reason of a rule about debts with what it names. */
export function debtReason<Code extends string>(
  code: Code,
  values: Because['values'] = {},
): Because<Code> {
  return { code, values }
}

/** What a verdict tells of a debt: what remains, and the sum of its parts where the centre sent another. */
export function debtFigures(debt: OpenDebt): readonly Figure[] {
  const parts = addRial(debt.premium, debt.unemployment, debt.other)
  return [
    figure('debt-remaining', debt.remaining, 'RIAL'),
    ...(debtNotices(debt).includes('PARTS_DIFFER')
      ? [figure('debt-amount', debt.amount, 'RIAL'), figure('debt-parts', parts, 'RIAL')]
      : []),
  ]
}

/** How one debt is judged, and where that is written. */
export interface JudgedDebt<Code extends string> {
  readonly because: readonly Because<Code>[]
  readonly figures: readonly Figure[]
  readonly articles: readonly string[]
  readonly estimate?: NonNullable<Decision['estimate']>
}

/**
 * The verdict of a request about one debt. Before a debt is chosen: no where there is none, or none that `judge` lets
 * pass; otherwise null, since everything depends on the debt.
 */
export function decideDebt<Code extends string>(
  { chosen, debts, elsewhere, hasWorkshop }: DebtCase,
  articles: readonly string[],
  judge: (debt: OpenDebt) => JudgedDebt<Code>,
): Decision<Code | DebtReason> | null {
  const no = (code: DebtReason, values: Because['values'] = {}) => ({
    entitled: false,
    because: [debtReason(code, values)],
    figures: [],
    articles,
  })
  if (!hasWorkshop) return no('debt-no-workshop')
  if (debts.length === 0) return no('debt-none-open')
  if (chosen === undefined || chosen === '') {
    if (debts.some((debt) => judge(debt).because.length === 0)) return null
    return no('debt-none-fitting', { n: debts.length })
  }
  const debt = findDebt(debts, chosen)
  if (!debt) return no('debt-not-open', { debt: chosen })
  const { because, figures, ...others } = judge(debt)
  const known = elsewhere === null ? [] : [figure('debt-request-elsewhere', elsewhere, 'DATE')]
  const entitled = because.length === 0
  return { entitled, because, ...others, figures: [...figures, ...debtFigures(debt), ...known] }
}
