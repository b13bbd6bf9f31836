import type { ColumnType } from 'kysely'
import type { CitizenFile } from '#core/citizens/citizen.model.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'

type Fixed<T> = ColumnType<T, T, never>

/** Persons registered at the counter whom the centre's data does not know yet. Rows are only ever added. */
export interface RegisteredCitizensTable {
  /** From 1,000,000,000,000 on: a range that no extract reaches. */
  citizen_id: Fixed<number>
  person_id: Fixed<string>
  first_name: Fixed<string>
  last_name: Fixed<string>
  father_name: Fixed<string | null>
  sex: Fixed<CitizenFile['sex']>
  birth_date: Fixed<Day>
  nationality: Fixed<string>
  certificate_number: Fixed<string | null>
  birth_city: Fixed<string | null>
  issue_city: Fixed<string | null>
  marital_status: Fixed<CitizenFile['maritalStatus']>
  mobile: Fixed<string | null>
  postal_code: Fixed<string | null>
  address: Fixed<string | null>
  branch_code: Fixed<string>
  /** JSON: codes of the papers that were seen. */
  papers: Fixed<string>
  /** JSON: through whom a minor or a ward was registered; null for everybody else. */
  guardian: Fixed<string | null>
  registered_at: Fixed<Instant>
  registered_by: Fixed<string>
}

export interface RegistrationTables {
  registered_citizens: RegisteredCitizensTable
}
