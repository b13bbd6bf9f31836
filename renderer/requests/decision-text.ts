import type { DecisionAct, EventDecision } from '#core/requests/decision.model.ts'
import type { RequestItem } from '#core/requests/decisions.contract.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'
import { reasonText } from '../decisions/decision-text.ts'
import { hasText, t } from '../locales/texts.ts'
import { refusalText } from '../ui/refusal-text.ts'
import type { Combo } from '../ui/shortcuts.ts'

export type OfferedReason = RequestItem['reasons'][number]

/** The key of each act, by its place on the keyboard. */
export const ACT_KEYS: Readonly<Record<DecisionAct, Combo>> = {
  ASK: 'Alt+KeyA',
  RETURN: 'Alt+KeyR',
  PROCESS: 'Alt+KeyP',
  REFUSE: 'Alt+KeyF',
  APPROVE: 'Alt+KeyY',
  ARTICLE16: 'Alt+KeyS',
}

/** Why the clerk may not do an act, in words. */
export function barText(bar: string, owner: string | null): string {
  return refusalText({ code: 'rule', what: `decide-${bar}`, values: { by: owner ?? '' } })
}

/** A reason in the words that a letter would have. */
export function offeredText({ code, values }: Pick<OfferedReason, 'code' | 'values'>): string {
  const key = `decisions.reasonGeneral.${code}`
  return hasText(key) ? t(key) : reasonText({ code, values })
}

/** The names of papers, in the order in which papers are always listed. */
export function paperNames(papers: readonly string[]): string {
  return RequestPaper.options
    .filter((paper) => papers.includes(paper))
    .map((paper) => t(`enums.requestPaper.${paper}`))
    .join('، ')
}

/** Whether the applicant is told of a decision by a letter. */
export function hasLetter({ act }: Pick<EventDecision, 'act'>): boolean {
  return act !== 'PROCESS'
}
