import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { ChangeState, KnownParameter } from './parameter-change.model.ts'
import type { Parameter, ParameterUnit } from './parameters.model.ts'

/** The dated values in use: the organisation's, those of `resources/` for codes it does not send, and changes made here. */
export interface Parameters {
  list(): Promise<readonly Parameter[]>
}

/** The dated values as they came, before any change made here. */
export interface GivenParameters {
  listGiven(): Promise<readonly KnownParameter[]>
}

/** A proposal as the office keeps it; it is never changed. */
export interface KeptProposal {
  readonly changeId: string
  readonly code: string
  readonly unit: ParameterUnit
  readonly value: string
  readonly validFrom: Day
  readonly validTo: Day | null
  readonly source: string
  readonly reason: string
  readonly proposedAt: Instant
  /** Id of the clerk. */
  readonly proposedBy: string
}

/** What became of a proposal; it is said once and never changed. */
export interface KeptDecision {
  readonly changeId: string
  readonly outcome: Exclude<ChangeState, 'OPEN'>
  readonly decidedAt: Instant
  /** Id of the clerk. */
  readonly decidedBy: string
  readonly note: string | null
}

/** A proposal with its decision and the names behind the ids. */
export interface KeptChange extends KeptProposal {
  readonly proposerName: string
  /** The author's own national ID, if it is recorded: one person with two accounts is one person. */
  readonly proposerPersonId: string | null
  readonly decision: KeptDecision | null
  readonly deciderName: string | null
}

/** The changes proposed in this office. */
export interface ParameterChanges {
  /** Newest first. */
  listChanges(): Promise<readonly KeptChange[]>
  findChange(changeId: string): Promise<KeptChange | undefined>
}

/** The same in a transaction. */
export interface ParameterChangeBook extends ParameterChanges {
  propose(proposal: KeptProposal): Promise<void>
  decide(decision: KeptDecision): Promise<void>
}
