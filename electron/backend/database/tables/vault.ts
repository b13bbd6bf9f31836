import type { ColumnType, Generated } from 'kysely'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { RequestPaper } from '#core/requests/request-paper.model.ts'
import type { RemovalReason, ScanFormat } from '#core/vault/vault.model.ts'

type Fixed<T> = ColumnType<T, T, never>

/** Scans in the citizens' boxes; what stands in a row is never changed. */
export interface VaultScansTable {
  document_id: Fixed<string>
  citizen_id: Fixed<number>
  /** What it was put in as; its last label counts. */
  paper: Fixed<RequestPaper>
  title: Fixed<string>
  format: Fixed<ScanFormat>
  /** In bytes. */
  size: Fixed<number>
  sha256: Fixed<string>
  visit_id: Fixed<string>
  clerk_id: Fixed<string>
  added_at: Fixed<Instant>
  bytes: Fixed<Uint8Array>
  /** Null, as are the four below it, in rows from before pages were counted. */
  pages: Fixed<number | null>
  width: Fixed<number | null>
  height: Fixed<number | null>
  /** JSON: format and measures of the file as it was brought; null where its very bytes are kept. */
  brought: Fixed<string | null>
  brought_sha256: Fixed<string | null>
  /** Brightness of the patches of its pictures. */
  picture: Fixed<Uint8Array | null>
}

/** What scans are called and what they prove, as corrected. Rows are only ever added, and go with their scan. */
export interface VaultScanLabelsTable {
  seq: Generated<number>
  document_id: Fixed<string>
  title: Fixed<string>
  /** JSON: codes of papers. */
  papers: Fixed<string>
  visit_id: Fixed<string>
  clerk_id: Fixed<string>
  labelled_at: Fixed<Instant>
}

/** Scans that were taken out of a box. Rows are only ever added. */
export interface VaultRemovalsTable {
  document_id: Fixed<string>
  citizen_id: Fixed<number>
  /** JSON: codes of papers. */
  papers: Fixed<string>
  reason: Fixed<RemovalReason>
  visit_id: Fixed<string>
  clerk_id: Fixed<string>
  removed_at: Fixed<Instant>
}

/** Tries at the passwords of a person's shares. Rows are only ever added. */
export interface ShareTriesTable {
  try_id: Generated<number>
  person_id: Fixed<string>
  clerk_id: Fixed<string>
  workstation: Fixed<string>
  tried_at: Fixed<Instant>
  tried_on: Fixed<Day>
  /** Milliseconds since 1970. */
  machine_time: Fixed<number>
}

/** Tries that were right, and what they showed. */
export interface ShareLooksTable {
  try_id: Fixed<number>
  share_id: Fixed<string>
}

export interface VaultTables {
  vault_scans: VaultScansTable
  vault_scan_labels: VaultScanLabelsTable
  vault_removals: VaultRemovalsTable
  share_tries: ShareTriesTable
  share_looks: ShareLooksTable
}
