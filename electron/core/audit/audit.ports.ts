import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { PresenceKind } from '#core/visits/visit.model.ts'

/**
 * One deed of the trail with a citizen's file. `presence` is the right by which his own file was open then;
 * `paperNumber` and `trackingCode` are those of the one document or request the deed was about.
 */
export interface TrailDeed {
  readonly at: Instant
  readonly action: string
  readonly object: string | null
  readonly outcome: string
  readonly clerkCode: string | null
  readonly workstation: string | null
  readonly presence: PresenceKind | null
  readonly paperNumber: string | null
  readonly trackingCode: string | null
}

export interface TrailQuery {
  /** Methods of the contract whose deeds are left out when they were done; refused ones are told. */
  readonly leaveOut: readonly string[]
  /** Deeds of this day and later, perhaps some of the day before; null for all. */
  readonly since: Day | null
  readonly limit: number
}

/** The trail of this office, read for the person it is about. */
export interface Trail {
  /** Deeds with a citizen's file, newest first. */
  listOfCitizen(citizenId: number, of: TrailQuery): Promise<readonly TrailDeed[]>
}
