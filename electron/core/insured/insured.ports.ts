import type { Day } from '#core/kernel/day.ts'
import type { ContributionRow } from './contribution.model.ts'
import type { Dependant, InsuredProfile } from './insured.model.ts'

/** A dependant as a request may name him. */
export interface Spouse {
  readonly personId: string
  readonly fullName: string
  readonly from: Day
}

/** Insured persons and what was paid for them. */
export interface Insured {
  /** The insurance numbers of a citizen, the active ones first. */
  listProfiles(citizenId: number): Promise<readonly InsuredProfile[]>
  /** The records of all his insurance numbers, in no order. */
  listContributions(citizenId: number): Promise<readonly ContributionRow[]>
  /** The spouse in force on a day, by the dependants of his insurance numbers. */
  findSpouse(citizenId: number, on: Day): Promise<Spouse | undefined>
  /** Everyone registered as a dependant of his insurance numbers, ended ones too, the nearest relation first. */
  listDependants(citizenId: number): Promise<readonly Dependant[]>
  /** The day on which the data of the extract in use was frozen. */
  findDataDay(): Promise<Day | undefined>
}
