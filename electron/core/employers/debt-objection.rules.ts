import { daysBetween } from '#core/kernel/day.ts'
import type { Because, Decision } from '#core/kernel/decision.ts'
import { cited, figure } from '#core/parameters/figures.rules.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import { debtReason, decideDebt, type DebtCase, type DebtReason } from './debt-choice.rules.ts'
import type { JudgedDebt } from './debt-choice.rules.ts'
import type { OpenDebt } from './employers.ports.ts'
import { daysLeft, objectionDays, objectionUntil, type ObjectionDays } from './objection.rules.ts'

export type DebtObjectionReason =
  | DebtReason
  | 'objection-debt-definitive'
  | 'objection-debt-in-execution'
  | 'objection-vote-not-served'
  | 'objection-too-late'
  | 'appeal-too-late'

type Judged = JudgedDebt<DebtObjectionReason>
type Reasons = readonly Because<DebtObjectionReason>[]

const ASSESSMENT: readonly string[] = ['SSA-42', 'SSA-43']
const APPEAL: readonly string[] = ['SSA-44']
const DEFINITIVE: readonly string[] = ['SSA-44', 'BOARDS-16']

/**
 * An objection to a debt: to an assessment before the primary board, to a primary vote before the appeal board, each
 * within its days. What was not served yet can still be objected to. Nothing else can: what lies before a board
 * is waited for, what is definitive has article 16 of the bylaw of the boards.
 *
 * @law Social Security Act, arts. 42 to 44, 50; OBJECTION_DAYS_…, OBJECTION_LAST_DAY_MOVES; domain brief §3.11
 */
export function decideDebtObjection(debtCase: DebtCase): Decision<DebtObjectionReason> | null {
  const days = objectionDays(debtCase.parameters, debtCase.today)
  return decideDebt(debtCase, [...ASSESSMENT, ...APPEAL], (debt) =>
    'missing' in days ? unknown(debtCase, days.missing) : judge(debt, days, debtCase),
  )
}

function unknown({ today }: DebtCase, parameter: string): Judged {
  return refused([debtReason('parameter-missing', { parameter, day: today })], ASSESSMENT)
}

function refused(because: Reasons, articles: readonly string[]): Judged {
  return { because, figures: [], articles }
}

function judge(debt: OpenDebt, days: ObjectionDays, debtCase: DebtCase): Judged {
  const { installmentNumber, stage, status } = debt
  if (status === 'UNDER_REVIEW') return refused([debtReason('debt-under-review')], ASSESSMENT)
  if (status === 'INSTALLMENT')
    return refused([debtReason('debt-in-instalments', { n: installmentNumber ?? '' })], DEFINITIVE)
  switch (stage) {
    case 'OBJECTED':
    case 'APPEAL':
      return refused([debtReason('debt-before-board')], stage === 'APPEAL' ? APPEAL : ASSESSMENT)
    case 'DEFINITIVE':
      return refused([debtReason('objection-debt-definitive')], DEFINITIVE)
    case 'EXECUTION':
      return refused([debtReason('objection-debt-in-execution')], ['SSA-50', 'BOARDS-16'])
    case 'PRIMARY':
      return debt.primaryVoteServedOn === null
        ? refused([debtReason('objection-vote-not-served')], APPEAL)
        : judgeTime(debt, days, debtCase)
    case 'ASSESSED':
      return debt.noticeDay === null ? notServed(debt) : judgeTime(debt, days, debtCase)
  }
}

/** The days begin with service: before it there is no last day. */
function notServed({ calculationDay }: OpenDebt): Judged {
  const figures =
    calculationDay === null ? [] : [figure('debt-calculated-not-served', calculationDay, 'DATE')]
  return { because: [], figures, articles: ASSESSMENT }
}

function judgeTime(debt: OpenDebt, days: ObjectionDays, { parameters, today }: DebtCase): Judged {
  const isAppeal = debt.stage === 'PRIMARY'
  const until = objectionUntil(debt, days)
  const left = daysLeft(debt, days, today)
  const served = isAppeal ? debt.primaryVoteServedOn : debt.noticeDay
  if (until === null || left === null || served === null) return notServed(debt)
  const code = isAppeal ? 'OBJECTION_DAYS_PRIMARY' : 'OBJECTION_DAYS_ASSESSMENT'
  const term = parameterOn(parameters, code, 'DAYS', today)
  const late = debtReason(isAppeal ? 'appeal-too-late' : 'objection-too-late', {
    day: until,
    days: daysBetween(until, today),
  })
  return {
    because: left > 0 ? [] : [late],
    figures: [
      ...(left > 0 ? [figure('objection-days-left', left, 'DAYS')] : []),
      figure(isAppeal ? 'appeal-until' : 'objection-until', until, 'DATE'),
      figure(isAppeal ? 'vote-served-on' : 'assessment-served-on', served, 'DATE'),
      ...(term ? [cited(isAppeal ? 'appeal-term' : 'objection-term', term)] : []),
    ],
    articles: isAppeal ? APPEAL : ASSESSMENT,
  }
}
