import type { DecisionAct, DecisionWords } from '#core/requests/decision.model.ts'
import type { RequestItem } from '#core/requests/decisions.contract.ts'
import { t } from '../locales/texts.ts'
import type { TypedWords } from './decision.store.ts'

const SHORTEST = 3

/** What is wrong with each field, in words; empty where all may be sent. */
export interface WordFaults {
  readonly reason?: string
  readonly note?: string
  readonly override?: string
  readonly papers?: string
}

const isShort = (text: string) => text.trim().length < SHORTEST
const isHalf = (text: string) => text.trim() !== '' && isShort(text)

/** What is missing of an act before it may be sent. */
export function faultsOf(act: DecisionAct, typed: TypedWords, needsOverride: boolean): WordFaults {
  const missing = t('decisions.missingNote')
  const needsNote = act === 'ASK' || act === 'REFUSE'
  const isGrant = act === 'PROCESS' || act === 'APPROVE' || act === 'ARTICLE16'
  return {
    ...(act === 'REFUSE' && typed.reason === '' ? { reason: t('decisions.missingReason') } : {}),
    ...((needsNote ? isShort(typed.note) : isHalf(typed.note)) ? { note: missing } : {}),
    ...(isGrant && needsOverride && isShort(typed.override) ? { override: missing } : {}),
    ...(act === 'RETURN' && typed.papers.length === 0
      ? { papers: t('decisions.missingPapers') }
      : {}),
  }
}

/** The reason that is chosen; undefined before one is. */
export function chosenReason<Reason>(
  { reason }: Pick<TypedWords, 'reason'>,
  offered: readonly Reason[],
): Reason | undefined {
  return reason === '' ? undefined : offered[Number(reason)]
}

/** What was typed, as it is sent. */
export function wordsOf(
  act: DecisionAct,
  typed: TypedWords,
  { needsOverride, reasons }: Pick<RequestItem, 'needsOverride' | 'reasons'>,
): DecisionWords {
  const note = typed.note.trim()
  const optional = note === '' ? null : note
  switch (act) {
    case 'ASK':
      return { act, note }
    case 'RETURN':
      return { act, papers: [...typed.papers], note: optional }
    case 'REFUSE': {
      const { code, article } = chosenReason(typed, reasons) ?? { code: '', article: null }
      return { act, reason: { code, article }, note }
    }
    case 'PROCESS':
    case 'APPROVE':
    case 'ARTICLE16':
      return { act, note: optional, override: needsOverride ? typed.override.trim() : null }
  }
}
