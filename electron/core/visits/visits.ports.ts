import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { Power, Visit } from './visit.model.ts'

/** A visit with who holds it and the power it rests on; null where the person stands here himself. */
export interface HeldVisit extends Visit {
  readonly clerkId: string
  readonly personId: string
  readonly power: Power | null
}

export interface NewVisit extends Visit {
  readonly clerkId: string
  readonly personId: string
  readonly workstation: string
  /** The power, the order's number or the request's tracking code: the evidence, as stored. */
  readonly evidence: VisitEvidence | null
  readonly reason: string | null
}

export type VisitEvidence =
  | { readonly kind: 'power'; readonly power: Power }
  | { readonly kind: 'order'; readonly number: string }
  /** The person himself, under age. */
  | { readonly kind: 'minor' }
  | {
      readonly kind: 'request'
      readonly trackingCode: string
      readonly scope: readonly Visit['scope'][number][]
    }

export interface Visits {
  /** A visit that is not ended, whoever holds it. */
  findOpen(visitId: string): Promise<HeldVisit | undefined>
  /** The visit this clerk has left open. */
  findOpenOfClerk(clerkId: string): Promise<HeldVisit | undefined>
  /** The role of a request of this citizen that is filed and not decided, here or at the centre. */
  findOpenRequestRole(citizenId: number, trackingCode: string): Promise<CitizenRole | undefined>
}

export interface VisitBook extends Visits {
  begin(visit: NewVisit): Promise<void>
  /** Has no effect on a visit that is ended. */
  end(visitId: string, at: Instant): Promise<void>
  endAllOfClerk(clerkId: string, at: Instant): Promise<void>
}
