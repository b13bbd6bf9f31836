import type { ColumnType } from 'kysely'
import type { Instant } from '#core/kernel/instant.ts'

type Fixed<T> = ColumnType<T, T, never>

/** That a list of visits and prescriptions was opened. Rows are only ever added. */
export interface HealthOpeningsTable {
  opening_id: Fixed<string>
  visit_id: Fixed<string>
  citizen_id: Fixed<number>
  person_id: Fixed<string>
  clerk_id: Fixed<string>
  reason: Fixed<string>
  opened_at: Fixed<Instant>
}

/** Everybody whose rows it showed. */
export interface HealthOpeningPersonsTable {
  citizen_id: Fixed<number>
  opening_id: Fixed<string>
}

export interface HealthTables {
  health_openings: HealthOpeningsTable
  health_opening_persons: HealthOpeningPersonsTable
}
