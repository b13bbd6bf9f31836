import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { DependantRelation } from '#core/insured/insured.model.ts'
import type { CoverageSpan } from './entitlement.model.ts'
import type { HealthRow } from './health.model.ts'

/** A row of a dependant; `own` where it is one of the insured person's own numbers. */
export interface DependantSpan extends CoverageSpan {
  readonly personId: string
  readonly own: boolean
}

/** What the centre knows of the right to treatment. */
export interface Coverage {
  /** The rows of a person, through whatever number, newest first. */
  listCoverage(citizenId: number): Promise<readonly CoverageSpan[]>
  /** All rows of everybody registered as his dependant, newest first. */
  listDependantCoverage(citizenId: number): Promise<readonly DependantSpan[]>
  /** Whether an extract at hand covers the branch that keeps this person's data. */
  isWithinData(citizenId: number): Promise<boolean>
}

/** Somebody registered as a dependant, as far as it matters for whose list may be opened. */
export interface FamilyMember {
  readonly citizenId: number
  readonly personId: string
  readonly fullName: string
  readonly relation: DependantRelation
  readonly birthDate: Day
  readonly deathDate: Day | null
  readonly fromDate: Day
  readonly toDate: Day | null
}

/** A row of the list with the person it belongs to. */
export interface StoredHealthRow extends Omit<HealthRow, 'personId'> {
  readonly citizenId: number
}

/** Lists of visits and prescriptions: read only where an opening is kept in the same transaction. */
export interface HealthLists {
  listFamily(citizenId: number): Promise<readonly FamilyMember[]>
  /** Newest first. */
  listHealth(citizenIds: readonly number[]): Promise<readonly StoredHealthRow[]>
}

/** That a list was opened: by whom, in which visit, whose, why. Never changed. */
export interface HealthOpening {
  readonly openingId: string
  readonly visitId: string
  readonly citizenId: number
  readonly personId: string
  readonly clerkId: string
  readonly reason: string
  readonly openedAt: Instant
  /** Everybody whose rows were shown, the citizen of the file among them. */
  readonly shown: readonly number[]
}

export interface HealthBook extends HealthLists {
  keepOpening(opening: HealthOpening): Promise<void>
}
