import type { Day } from '#core/kernel/day.ts'
import type { ContributionRow } from './contribution.model.ts'
import type { Dependant, DependantRelation, InsuredProfile } from './insured.model.ts'

/** Where somebody is or was a dependant himself. */
export interface DependantCover {
  readonly insuredCitizenId: number
  readonly relation: DependantRelation
  readonly fromDate: Day
  readonly toDate: Day | null
}

/** Insured persons and what was paid for them. */
export interface Insured {
  /** The insurance numbers of a citizen, the active ones first. */
  listProfiles(citizenId: number): Promise<readonly InsuredProfile[]>
  /** The records of all his insurance numbers, in no order. */
  listContributions(citizenId: number): Promise<readonly ContributionRow[]>
  /** Everyone registered as a dependant of his insurance numbers, ended ones too, the nearest relation first. */
  listDependants(citizenId: number): Promise<readonly Dependant[]>
  /** The insured persons whose dependant a citizen is or was. */
  listCovers(citizenId: number): Promise<readonly DependantCover[]>
  /** The day on which the data of the extract in use was frozen. */
  findDataDay(): Promise<Day | undefined>
}
