import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { PresenceKind } from '#core/visits/visit.model.ts'

/** One deed of the trail with a citizen's file; `presence` is the right by which the file was open then. */
export interface TrailDeed {
  readonly at: Instant
  readonly action: string
  readonly object: string | null
  readonly outcome: string
  readonly clerkCode: string
  readonly workstation: string | null
  readonly presence: PresenceKind | null
}

export interface TrailQuery {
  /** Methods of the contract. */
  readonly actions: readonly string[]
  /** Deeds of this day and later, perhaps some of the day before; null for all. */
  readonly since: Day | null
  readonly limit: number
}

/** The trail of this office, read for the person it is about. */
export interface Trail {
  /** Deeds of these actions with a citizen's file by clerks of this office, newest first. */
  listOfCitizen(citizenId: number, of: TrailQuery): Promise<readonly TrailDeed[]>
}
