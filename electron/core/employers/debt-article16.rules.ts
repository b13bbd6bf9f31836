import type { Decision } from '#core/kernel/decision.ts'
import { figure } from '#core/parameters/figures.rules.ts'
import { debtReason, decideDebt, type DebtCase, type DebtReason } from './debt-choice.rules.ts'
import type { JudgedDebt } from './debt-choice.rules.ts'
import { isDefinitiveDebt } from './debts.rules.ts'
import type { OpenDebt } from './employers.ports.ts'

export type Article16Reason = DebtReason | 'article16-not-definitive'

/**
 * A review of a debt that is definitive or in execution and not settled, on papers that the boards did not have. What
 * can still be objected to, or lies before a board, has its own way.
 *
 * @law bylaw of the boards for the assessment of claims, art. 16; domain brief §3.11
 */
export function decideArticle16(debtCase: DebtCase): Decision<Article16Reason> | null {
  return decideDebt(debtCase, ['BOARDS-16'], judge)
}

function judge(debt: OpenDebt): JudgedDebt<Article16Reason> {
  const articles = ['BOARDS-16']
  if (debt.status === 'UNDER_REVIEW')
    return { because: [debtReason('debt-under-review')], figures: [], articles }
  if (!isDefinitiveDebt(debt)) {
    const code = isBeforeBoard(debt) ? 'debt-before-board' : 'article16-not-definitive'
    return { because: [debtReason(code)], figures: [], articles: [...articles, 'SSA-42', 'SSA-44'] }
  }
  const { appealVoteDay, executionNoticeDay } = debt
  return {
    because: [],
    figures: [
      ...(appealVoteDay ? [figure('debt-final-vote', appealVoteDay, 'DATE')] : []),
      ...(executionNoticeDay ? [figure('debt-execution-notice', executionNoticeDay, 'DATE')] : []),
    ],
    articles,
  }
}

function isBeforeBoard({ stage }: OpenDebt): boolean {
  return stage === 'OBJECTED' || stage === 'APPEAL'
}
