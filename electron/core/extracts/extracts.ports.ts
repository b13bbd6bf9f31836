import type { ImportProgress, ImportResult, ImportSummary, Reject } from './extract.model.ts'

/** Who imports, and whether an extract older than the data may replace it (supervisors only). */
export interface ImportOrder {
  readonly force: boolean
  readonly clerkId: string | null
}

/** An import under way: its name at once, its outcome later. `done` never rejects. */
export interface RunningImport {
  readonly importId: string
  readonly done: Promise<ImportResult>
}

/** The organisation's extracts: bringing them in, and what came of each. */
export interface Extracts {
  /** `path`: a folder or .zip. One import at a time: a second one is refused as X_BUSY. */
  start(
    path: string,
    order: ImportOrder,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<RunningImport>
  /** Has no effect once the import is being committed, or over. */
  cancel(importId: string): void
  /** The import under way, as of its last report. */
  running(): ImportProgress | undefined
  /** Newest first. */
  history(): Promise<readonly ImportSummary[]>
  countRejects(importId: string): Promise<number>
  /** In the order of files, then lines. */
  rejects(importId: string, offset: number, limit: number): Promise<readonly Reject[]>
}
