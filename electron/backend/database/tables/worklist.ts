import type { ColumnType, Generated } from 'kysely'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { RequestKind, RequestStatus } from '#core/requests/request.model.ts'

type Fixed<T> = ColumnType<T, T, never>

/** A line of a worklist: a request filed here, or one that only the centre knows. Made by triggers and by imports. */
export interface WorklistLinesTable {
  tracking_code: Fixed<string>
  /** Null for a request of the centre. */
  request_id: string | null
  citizen_id: number
  kind: RequestKind
  branch_code: string
  filed_on: Day
  promised_on: Day | null
  filed_by: string | null
  assigned_to: string | null
  own_status: RequestStatus | null
  version: number | null
  /** Its last event here. */
  changed_at: Instant | null
  /** What the centre in use says, and as of which day. */
  central_status: RequestStatus | null
  central_as_of: Day | null
  /** The rest is kept by triggers. */
  origin: Generated<'COUNTER' | 'CENTRE'>
  /** As `present-status.ts` says it. */
  status: Generated<RequestStatus>
  /** 0 with the office, 1 with the applicant, 2 decided. */
  lane: Generated<0 | 1 | 2>
  /** The promised day; '9999' where none is. */
  due: Generated<string>
}

export interface WorklistNamesTable {
  citizen_id: number
  /** Words of the name, each after a space. */
  name_key: string
}

/** Who was given a request, by whom; null for nobody any more. Rows are only ever added. */
export interface RequestAssignmentsTable {
  request_id: Fixed<string>
  seq: Fixed<number>
  assigned_to: Fixed<string | null>
  assigned_by: Fixed<string>
  at: Fixed<Instant>
}

/** What a clerk is told of requests that concern him; made by triggers. */
export interface ClerkNoticesTable {
  notice_id: Generated<number>
  clerk_id: Fixed<string>
  kind: Fixed<'ASSIGNED' | 'COMPLETED' | 'DECIDED'>
  tracking_code: Fixed<string>
  /** The state of the request with it. */
  status: Fixed<RequestStatus>
  at: Fixed<Instant>
  read_at: Instant | null
}

export interface PromiseLooksTable {
  clerk_id: Fixed<string>
  day: Day
  overdue: number
  due_today: number
}

export interface WorklistTables {
  worklist_lines: WorklistLinesTable
  worklist_names: WorklistNamesTable
  request_assignments: RequestAssignmentsTable
  clerk_notices: ClerkNoticesTable
  promise_looks: PromiseLooksTable
}
