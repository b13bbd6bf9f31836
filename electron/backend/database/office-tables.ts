import type { ColumnType, Generated } from 'kysely'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { ClerkRole } from '#core/kernel/permission.ts'
import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import type { MandateKind } from '#core/employers/mandate.model.ts'
import type { ChangeState } from '#core/parameters/parameter-change.model.ts'
import type { ParameterUnit } from '#core/parameters/parameters.model.ts'
import type { RequestKind, RequestStatus } from '#core/requests/request.model.ts'
import type { ShareEnd } from '#core/vault/vault.model.ts'
import type { PresenceKind, Purpose } from '#core/visits/visit.model.ts'
import type { PrintFault, PrintState } from '#core/certificates/certificate.model.ts'
import type { PaperKind } from '#core/certificates/paper.model.ts'
import type { HealthTables } from './tables/health-openings.ts'
import type { DecisionTables } from './tables/decisions.ts'
import type { MessageTables } from './tables/messages.ts'
import type { PowerTables } from './tables/powers.ts'
import type { RegistrationTables } from './tables/registered-citizens.ts'
import type { VaultTables } from './tables/vault.ts'
import type { TicketTables } from './tables/tickets.ts'
import type { WorklistTables } from './tables/worklist.ts'

/** JSON as text: written with `JSON.stringify`, read and checked by the repository that owns it. */
export type Json = string
/** 0 or 1: SQLite has no other truth. */
export type Bit = 0 | 1

/** A column that is written once and never changed. */
type Fixed<T> = ColumnType<T, T, never>

/** Small facts of the office, one row each; `extract_file` names the file of central data in use. */
export interface OfficeStateTable {
  key: string
  value: Json
}

export interface ClerksTable {
  clerk_id: Fixed<string>
  user_name: string
  /** `user_name` folded for comparison; unique. */
  user_key: string
  full_name: string
  /** The clerk's own national ID, if he gave it: his own file is closed to him. */
  person_id: string | null
  role: ClerkRole
  /** Duties beside the role. */
  duties: Json
  branch_code: string
  clerk_code: string
  active: Bit
  created_at: Fixed<Instant>
}

export interface VisitsTable {
  visit_id: Fixed<string>
  citizen_id: Fixed<number>
  person_id: Fixed<string>
  clerk_id: Fixed<string>
  workstation: Fixed<string>
  presence_kind: Fixed<PresenceKind>
  /** The representative's power or the order's number; null when the person stands here. */
  power: Fixed<Json | null>
  purpose: Fixed<Purpose>
  reason: Fixed<string | null>
  began_at: Fixed<Instant>
  ended_at: Instant | null
}

/** Requests filed here. A request known only from the centre is in `central_requests`. */
export interface RequestsTable {
  request_id: Fixed<string>
  idempotency_key: Fixed<string>
  tracking_code: Fixed<string>
  citizen_id: Fixed<number>
  person_id: Fixed<string>
  role: Fixed<CitizenRole>
  kind: Fixed<RequestKind>
  status: RequestStatus
  form: Fixed<Json>
  decision: Json | null
  branch_code: Fixed<string>
  filed_at: Fixed<Instant>
  filed_on: Fixed<Day>
  promised_on: Day | null
  filed_by: Fixed<string>
  visit_id: Fixed<string>
  /** Counts changes from 1; a change names the version it was based on. */
  version: number
  reference_code: Fixed<string | null>
  /** Who works on it; null as long as nobody took it. */
  assigned_to: string | null
  assigned_at: Instant | null
  /** Who gave it to him; himself, if he took it. */
  assigned_by: string | null
}

export interface RequestEventsTable {
  request_id: Fixed<string>
  seq: Fixed<number>
  status: Fixed<RequestStatus>
  at: Fixed<Instant>
  actor_kind: Fixed<'CITIZEN' | 'CLERK' | 'EXPERT' | 'HEAD' | 'SYSTEM'>
  actor_id: Fixed<string | null>
  note: Fixed<string | null>
  /** Codes of the papers that came with it. */
  papers: Fixed<Json | null>
}

export interface RequestDraftsTable {
  clerk_id: string
  citizen_id: number
  kind: RequestKind
  form: Json
  saved_at: Instant
}

export interface DocumentsTable {
  document_id: Fixed<string>
  idempotency_key: Fixed<string>
  kind: Fixed<PaperKind>
  number: Fixed<string>
  /** Jalali year in which the number was taken, and its place within the year. */
  year: Fixed<number>
  serial: Fixed<number>
  citizen_id: Fixed<number>
  person_id: Fixed<string>
  visit_id: Fixed<string>
  clerk_id: Fixed<string>
  issued_at: Fixed<Instant>
  statement: Fixed<Json>
  /** Of the signed bytes of copy 0. */
  sha256: Fixed<string | null>
  request_id: Fixed<string | null>
}

export interface DocumentPrintsTable {
  document_id: Fixed<string>
  seq: Fixed<number>
  /** What is printed: 0 the issue, n the n-th reprint. */
  copy: Fixed<number>
  state: PrintState
  at: Instant
  printer: string | null
  /** Why it is a reprint. */
  reason: Fixed<string | null>
  fault: PrintFault | null
}

/** The bytes that were handed out: copy 0 is the issue, n the n-th reprint. */
export interface DocumentFilesTable {
  document_id: Fixed<string>
  copy: Fixed<number>
  sha256: Fixed<string>
  made_at: Fixed<Instant>
  pdf: Fixed<Uint8Array>
}

/** Keys of the office. The secrets are sealed with its data key; what stands in a row is never changed but retired. */
export interface SigningKeysTable {
  key_id: Fixed<string>
  created_at: Fixed<Instant>
  /** Null for the one in use, of which there is at most one. */
  retired_at: Instant | null
  public_key: Fixed<string>
  certificate: Fixed<string>
  certificate_sha256: Fixed<string>
  certificate_until: Fixed<Day>
  sealing_secret: Fixed<string>
  signing_secret: Fixed<string>
}

/** Issued papers that nobody may rely on any more. Rows are only ever added. */
export interface DocumentRevocationsTable {
  document_id: Fixed<string>
  revoked_at: Fixed<Instant>
  revoked_by: Fixed<string>
  reason: Fixed<string>
}

/** Deduction certificates that their bank presented, by its letter. Rows are only ever added. */
export interface DocumentUsesTable {
  document_id: Fixed<string>
  letter_number: Fixed<string>
  letter_on: Fixed<Day>
  recorded_at: Fixed<Instant>
  recorded_by: Fixed<string>
  visit_id: Fixed<string>
}

/** Scans on which a filed request rests. */
export interface RequestEnclosuresTable {
  request_id: Fixed<string>
  document_id: Fixed<string>
}

/** Leave for others to ask for a paper by national ID and password, of which only a hash stands here. */
export interface DocumentSharesTable {
  share_id: Fixed<string>
  document_id: Fixed<string>
  citizen_id: Fixed<number>
  person_id: Fixed<string>
  /** Base64; one for all shares of a person. */
  salt: Fixed<string>
  hash: Fixed<string>
  from_day: Fixed<Day>
  /** The last day counts. */
  until_day: Fixed<Day>
  shared_at: Fixed<Instant>
  visit_id: Fixed<string>
  clerk_id: Fixed<string>
  ended_at: Instant | null
  ended_because: ShareEnd | null
}

/** Values proposed in the place of uncertain ones. Rows are only ever added; at most one of a code is undecided. */
export interface ParameterChangesTable {
  change_id: Fixed<string>
  code: Fixed<string>
  unit: Fixed<ParameterUnit>
  value: Fixed<string>
  valid_from: Fixed<Day>
  /** Last day of the value it was proposed against. */
  valid_to: Fixed<Day | null>
  source: Fixed<string>
  reason: Fixed<string>
  proposed_at: Fixed<Instant>
  proposed_by: Fixed<string>
}

/** What a second person said of a change, or its author who took it back: once. */
export interface ParameterDecisionsTable {
  change_id: Fixed<string>
  outcome: Fixed<Exclude<ChangeState, 'OPEN'>>
  decided_at: Fixed<Instant>
  decided_by: Fixed<string>
  note: Fixed<string | null>
}

/** By what paper somebody acts for a company or a workshop. Rows are only ever added. */
export interface MandatesTable {
  mandate_id: Fixed<string>
  citizen_id: Fixed<number>
  person_id: Fixed<string>
  kind: Fixed<MandateKind>
  number: Fixed<string>
  issued_on: Fixed<Day>
  position: Fixed<string | null>
  issuer: Fixed<string | null>
  /** One of these: the company, or the workshop. */
  legal_entity_id: Fixed<string | null>
  workshop_code: Fixed<string | null>
  branch_code: Fixed<string | null>
  scope: Fixed<Json>
  from_day: Fixed<Day>
  /** The last day counts. */
  until_day: Fixed<Day | null>
  visit_id: Fixed<string>
  entered_at: Fixed<Instant>
  entered_by: Fixed<string>
}

/** What a second person said of a mandate: once. */
export interface MandateDecisionsTable {
  mandate_id: Fixed<string>
  outcome: Fixed<'CONFIRMED' | 'REFUSED'>
  decided_at: Fixed<Instant>
  decided_by: Fixed<string>
  note: Fixed<string | null>
}

/** The end of a mandate before its time: once. */
export interface MandateEndingsTable {
  mandate_id: Fixed<string>
  ended_on: Fixed<Day>
  ended_at: Fixed<Instant>
  ended_by: Fixed<string>
  visit_id: Fixed<string>
  reason: Fixed<string>
}

/** Numbers are taken inside the transaction that uses them, so none is lost or given twice. */
export interface CountersTable {
  name: string
  value: number
}

/** The trail. Rows are only ever added: triggers refuse anything else. */
export interface AuditTable {
  seq: Generated<number>
  at: Fixed<Instant>
  clerk_id: Fixed<string | null>
  workstation: Fixed<string | null>
  visit_id: Fixed<string | null>
  citizen_id: Fixed<number | null>
  action: Fixed<string>
  object: Fixed<string | null>
  outcome: Fixed<string>
  hash: Fixed<string>
  previous_hash: Fixed<string>
}

export interface ImportsTable {
  import_id: Fixed<string>
  started_at: Fixed<Instant>
  finished_at: Instant | null
  clerk_id: Fixed<string | null>
  /** Name of the folder or zip, without its path. */
  source_name: Fixed<string>
  as_of: Day | null
  branch_codes: Json
  manifest_sha256: string | null
  state: 'RUNNING' | 'DONE' | 'REFUSED' | 'CANCELLED' | 'FAILED'
  extract_file: string | null
  counts: Json
  notes: Json
  fault: Json | null
  forced: Fixed<Bit>
}

export interface ImportRejectsTable {
  import_id: Fixed<string>
  /** Place of the file in the order of import, then the line: one entry per row, in reading order. */
  file_order: Fixed<number>
  line: Fixed<number>
  file: Fixed<string>
  /** Empty when the row as a whole is wrong (E_COLUMNS). */
  column: Fixed<string>
  code: Fixed<string>
}

/** The tables of `office.db`: what the office itself makes. Newer ones stand in `tables/`, by their topic. */
export interface OfficeTables
  extends
    DecisionTables,
    VaultTables,
    RegistrationTables,
    HealthTables,
    TicketTables,
    MessageTables,
    PowerTables,
    WorklistTables {
  office_state: OfficeStateTable
  clerks: ClerksTable
  visits: VisitsTable
  requests: RequestsTable
  request_events: RequestEventsTable
  request_drafts: RequestDraftsTable
  documents: DocumentsTable
  document_prints: DocumentPrintsTable
  document_files: DocumentFilesTable
  document_revocations: DocumentRevocationsTable
  document_uses: DocumentUsesTable
  signing_keys: SigningKeysTable
  request_enclosures: RequestEnclosuresTable
  document_shares: DocumentSharesTable
  parameter_changes: ParameterChangesTable
  parameter_decisions: ParameterDecisionsTable
  mandates: MandatesTable
  mandate_decisions: MandateDecisionsTable
  mandate_endings: MandateEndingsTable
  counters: CountersTable
  audit: AuditTable
  imports: ImportsTable
  import_rejects: ImportRejectsTable
}
