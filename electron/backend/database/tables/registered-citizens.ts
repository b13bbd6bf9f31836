import type { ColumnType } from 'kysely'
import type { CitizenFile } from '#core/citizens/citizen.model.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'

type Fixed<T> = ColumnType<T, T, never>

/** Persons registered at the counter. Rows are only ever added; one rests once the extract has the person. */
export interface RegisteredCitizensTable {
  /** The number under which the office knew him already, else one from `FIRST_REGISTERED` on. */
  citizen_id: Fixed<number>
  person_id: Fixed<string>
  first_name: Fixed<string>
  last_name: Fixed<string>
  father_name: Fixed<string>
  first_key: Fixed<string>
  last_key: Fixed<string>
  father_key: Fixed<string>
  sex: Fixed<CitizenFile['sex']>
  birth_date: Fixed<Day>
  nationality: Fixed<string>
  certificate_number: Fixed<string | null>
  certificate_series: Fixed<string | null>
  certificate_serial: Fixed<string | null>
  birth_city: Fixed<string>
  issue_city: Fixed<string | null>
  marital_status: Fixed<CitizenFile['maritalStatus']>
  mobile: Fixed<string | null>
  /** JSON: how the code that proved the mobile went out; null without one. */
  mobile_proof: Fixed<string | null>
  postal_code: Fixed<string | null>
  address: Fixed<string | null>
  branch_code: Fixed<string>
  /** JSON: codes of the papers that were seen. */
  papers: Fixed<string>
  /** JSON: through whom a minor or a ward was registered; null for everybody else. */
  guardian: Fixed<string | null>
  /** JSON: who bears the same names and birth date, and why it is somebody else. */
  namesakes: Fixed<string | null>
  idempotency_key: Fixed<string>
  registered_at: Fixed<Instant>
  registered_by: Fixed<string>
}

/** The words by which they are found. */
export interface RegisteredNameWordsTable {
  word: Fixed<string>
  citizen_id: Fixed<number>
}

/** What a clerk has typed and not yet registered, one for each clerk. */
export interface RegistrationDraftsTable {
  clerk_id: Fixed<string>
  /** JSON, exactly as typed. */
  form: string
  saved_at: Instant
}

export interface RegistrationTables {
  registered_citizens: RegisteredCitizensTable
  registered_name_words: RegisteredNameWordsTable
  registration_drafts: RegistrationDraftsTable
}
