import type { ImportProgress } from '#core/extracts/extract.model.ts'
import type { FormerImport, ImportOutcome, ImportTask } from './import-run.ts'

/** What the thread of an import is given. */
export interface WorkerTask extends ImportTask {
  /** Path of `office.db`. */
  readonly office: string
  readonly formerImports: readonly FormerImport[]
  /** One integer, not 0 once the import is to be given up. */
  readonly cancelled: SharedArrayBuffer
}

/** What the thread of an import says. After `over` it ends by itself. */
export type FromImportWorker =
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly type: 'over'; readonly outcome: ImportOutcome }
