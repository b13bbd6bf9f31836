import type { ColumnType } from 'kysely'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { RepresentativeKind } from '#core/visits/visit.model.ts'

type Fixed<T> = ColumnType<T, T, never>

/** By what paper somebody acts for a citizen. Rows are only ever added. */
export interface PowersTable {
  power_id: Fixed<string>
  citizen_id: Fixed<number>
  kind: Fixed<RepresentativeKind>
  holder_id: Fixed<string>
  holder_name: Fixed<string>
  number: Fixed<string>
  issuer: Fixed<string>
  issued_on: Fixed<Day>
  /** The last day counts. */
  expires_on: Fixed<Day | null>
  /** JSON: parts of the file. */
  scope: Fixed<string>
  entered_at: Fixed<Instant>
  entered_by: Fixed<string>
}

/** The scan of its paper; the last one counts. */
export interface PowerScansTable {
  power_id: Fixed<string>
  document_id: Fixed<string>
  attached_at: Fixed<Instant>
  attached_by: Fixed<string>
  visit_id: Fixed<string>
}

/** The end of a power before its time: once. */
export interface PowerEndingsTable {
  power_id: Fixed<string>
  ended_on: Fixed<Day>
  ended_at: Fixed<Instant>
  ended_by: Fixed<string>
  visit_id: Fixed<string>
  reason: Fixed<string>
}

export interface PowerTables {
  powers: PowersTable
  power_scans: PowerScansTable
  power_endings: PowerEndingsTable
}
