import type { Decision, Reason } from '#core/kernel/decision.ts'
import type { RequestKind } from './request.model.ts'

/** A reason that a decider may choose, with what the rule counted where it is the rule's own. */
export interface OfferedReason extends Reason {
  readonly article: string | null
  readonly from: 'RULE' | 'LAW' | 'GENERAL'
}

/**
 * Conditions that the form states and the rule cannot see: the decider may find them otherwise. Codes are those of the
 * rules, for the first article of each.
 */
const STATED: Readonly<
  Partial<
    Record<RequestKind, { readonly article: string | null; readonly codes: readonly string[] }>
  >
> = {
  MARRIAGE: {
    article: 'SSA-85',
    codes: ['not-registered', 'not-permanent', 'not-first-marriage', 'employment-ended'],
  },
  MATERNITY: { article: 'SSA-67', codes: ['not-employed-at-leave', 'working-in-leave'] },
  ORTHO_PROSTHESIS: { article: null, codes: ['device-not-covered', 'user-not-dependant'] },
  STUDENT_CONTRACT: { article: 'STUDENT-BYLAW', codes: ['student-university'] },
  MILITARY_SERVICE: { article: null, codes: ['military-no-standing'] },
  RETIREMENT: { article: 'SSA-76', codes: ['hazardous-work-not-stated'] },
  RECORD_OBJECTION: { article: 'SSA-39', codes: ['record-not-proven', 'record-lists-agree'] },
  RECORD_MISSING: { article: 'SSA-36', codes: ['record-not-proven', 'record-no-employment'] },
  DEBT_OBJECTION: { article: 'SSA-42', codes: ['debt-right'] },
  DEBT_ARTICLE16: { article: 'BOARDS-16', codes: ['debt-right'] },
  DEBT_INSTALMENT: { article: 'SSA-46', codes: ['instalment-guarantee-short'] },
}

/** Reasons for a request of any kind; no article says them. */
const GENERAL = ['papers-not-valid', 'papers-contradict', 'not-completed', 'other-reason'] as const

/**
 * What a request may be refused for: what the rule says first, then what the law of its kind asks for beside it, then
 * what holds for any.
 */
export function refusalReasons(
  kind: RequestKind,
  verdict: Decision | null,
): readonly OfferedReason[] {
  const article = verdict?.articles[0] ?? null
  const ruled = (verdict?.entitled === false ? verdict.because : []).map((reason) => ({
    ...{ code: reason.code, values: reason.values, article },
    from: 'RULE' as const,
  }))
  const known = new Set(ruled.map(({ code }) => code))
  const stated = STATED[kind]
  const law = (stated?.codes ?? [])
    .filter((code) => !known.has(code))
    .map((code) => ({
      ...{ code, values: {}, article: stated?.article ?? null },
      from: 'LAW' as const,
    }))
  const general = GENERAL.map((code) => ({
    ...{ code, values: {}, article: null },
    from: 'GENERAL' as const,
  }))
  return [...ruled, ...law, ...general]
}
