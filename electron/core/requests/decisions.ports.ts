import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Decision } from '#core/kernel/decision.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { Rial } from '#core/kernel/rial.ts'
import type { HeldVisit } from '#core/visits/visits.ports.ts'
import type { DecisionAct, RefusalReason } from './decision.model.ts'
import type { RequestPaper } from './request-paper.model.ts'
import type { RequestKind, RequestStatus } from './request.model.ts'

/** A clerk of this office who did something with a request, or is to do it. */
export interface Colleague {
  readonly clerkId: string
  readonly clerkCode: string
  readonly fullName: string
  readonly personId: string | null
}

/** A request filed here, as its decider needs it. */
export interface RequestCase {
  readonly requestId: string
  readonly trackingCode: string
  readonly citizenId: number
  readonly personId: string
  readonly kind: RequestKind
  readonly role: CitizenRole
  readonly status: RequestStatus
  readonly version: number
  readonly branchCode: string
  readonly filedOn: Day
  readonly filedBy: Colleague
  readonly owner: Colleague | null
  readonly form: Readonly<Record<string, unknown>>
  /** What the rule said when it was filed. */
  readonly verdict: Decision | null
  /** The visit in which it was filed. */
  readonly presence: Pick<HeldVisit, 'presenceKind' | 'holderName' | 'power'>
}

/** What was decided about a request, in one step. */
export interface NewDecision {
  readonly decisionId: string
  readonly idempotencyKey: string
  readonly requestId: string
  readonly seq: number
  readonly act: DecisionAct
  readonly statusBefore: RequestStatus
  readonly decidedAt: Instant
  readonly decidedBy: string
  /** To be corrected. */
  readonly papers: readonly RequestPaper[]
  readonly reason: RefusalReason | null
  /** Why it was granted against the rule. */
  readonly override: string | null
  /** What the rule said then; null where it could say nothing. */
  readonly verdict: Decision | null
  readonly amount: Rial | null
  readonly visitId: string
}

/** The same, with what its letter and a second click need of the request. */
export interface KeptDecision extends Omit<NewDecision, 'decidedBy' | 'idempotencyKey'> {
  readonly trackingCode: string
  readonly kind: RequestKind
  readonly role: CitizenRole
  readonly citizenId: number
  readonly personId: string
  readonly filedOn: Day
  readonly note: string | null
  readonly decidedBy: Colleague
}

/** What the deciders of this branch decided, and what they have before them. */
export interface Decisions {
  /** A request filed here. */
  findCase(trackingCode: string): Promise<RequestCase | undefined>
  /** Whether the centre knows a request that nobody filed here. */
  isOfCentre(trackingCode: string): Promise<boolean>
  find(decisionId: string): Promise<KeptDecision | undefined>
  findByKey(idempotencyKey: string): Promise<KeptDecision | undefined>
}

export interface DecisionBook extends Decisions {
  add(decision: NewDecision): Promise<void>
  /** Who works on it from now on; null for nobody. Nothing is written where he does already. */
  give(requestId: string, to: string | null, by: string, at: Instant): Promise<void>
}
