import type { ColumnType } from 'kysely'
import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type {
  AudioFormat,
  EnclosureFormat,
  TicketChannel,
  TicketDeed,
  TicketFile,
  TicketGroup,
  TicketStatus,
} from '#core/tickets/ticket.model.ts'

type Fixed<T> = ColumnType<T, T, never>

/** Tickets of 1420. What was said never changes; what is done with it does, with its event. */
export interface TicketsTable {
  ticket_id: Fixed<string>
  idempotency_key: Fixed<string>
  tracking_code: Fixed<string>
  channel: Fixed<TicketChannel>
  subject: Fixed<string>
  subject_group: Fixed<TicketGroup>
  /** Null for a caller whom nobody looked up. */
  citizen_id: Fixed<number | null>
  person_id: Fixed<string | null>
  /** As he was called when it was registered. */
  caller_name: Fixed<string>
  caller_number: Fixed<string | null>
  role: Fixed<CitizenRole | null>
  text: Fixed<string>
  search_key: Fixed<string>
  about_clerk_id: Fixed<string | null>
  branch_code: Fixed<string>
  registered_at: Fixed<Instant>
  registered_by: Fixed<string>
  visit_id: Fixed<string | null>
  status: TicketStatus
  unit: string | null
  assigned_to: string | null
  answered_at: Instant | null
  answered_by: string | null
  score: number | null
  /** Since when it waits: a reopened one begins anew. */
  opened_on: Day
  due_at: Instant | null
  changed_at: Instant
  version: number
}

/** The history of a ticket. Rows are only ever added. */
export interface TicketEventsTable {
  ticket_id: Fixed<string>
  seq: Fixed<number>
  deed: Fixed<TicketDeed>
  status: Fixed<TicketStatus>
  at: Fixed<Instant>
  actor_id: Fixed<string>
  visit_id: Fixed<string | null>
  unit: Fixed<string | null>
  to_clerk_id: Fixed<string | null>
  note: Fixed<string | null>
  score: Fixed<number | null>
}

/** Voice messages, pictures and papers of tickets. Rows are only ever added. */
export interface TicketFilesTable {
  file_id: Fixed<string>
  ticket_id: Fixed<string>
  kind: Fixed<TicketFile['kind']>
  title: Fixed<string>
  format: Fixed<AudioFormat | EnclosureFormat>
  /** In bytes. */
  size: Fixed<number>
  seconds: Fixed<number | null>
  sha256: Fixed<string>
  added_at: Fixed<Instant>
  added_by: Fixed<string>
  bytes: Fixed<Uint8Array>
}

export interface TicketTables {
  tickets: TicketsTable
  ticket_events: TicketEventsTable
  ticket_files: TicketFilesTable
}
