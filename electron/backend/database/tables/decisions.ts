import type { ColumnType } from 'kysely'
import type { Instant } from '#core/kernel/instant.ts'
import type { DecisionAct } from '#core/requests/decision.model.ts'
import type { RequestStatus } from '#core/requests/request.model.ts'

type Fixed<T> = ColumnType<T, T, never>

/** What was decided about a request, step by step. Rows are only ever added. */
export interface RequestDecisionsTable {
  decision_id: Fixed<string>
  idempotency_key: Fixed<string>
  request_id: Fixed<string>
  /** The step of `request_events` that it is. */
  seq: Fixed<number>
  act: Fixed<DecisionAct>
  status_before: Fixed<RequestStatus>
  decided_at: Fixed<Instant>
  decided_by: Fixed<string>
  /** Codes of the papers to be corrected, as JSON. */
  papers: Fixed<string>
  reason_code: Fixed<string | null>
  article: Fixed<string | null>
  override_note: Fixed<string | null>
  /** What the rule said then, as JSON. */
  verdict: Fixed<string | null>
  /** In rial. */
  amount: Fixed<number | null>
  visit_id: Fixed<string>
}

export interface DecisionTables {
  request_decisions: RequestDecisionsTable
}
