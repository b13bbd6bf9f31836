import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Instant } from '#core/kernel/instant.ts'

const count = z.number().int().min(0)

export const ImportState = z.enum(['RUNNING', 'DONE', 'REFUSED', 'CANCELLED', 'FAILED'])
export type ImportState = z.infer<typeof ImportState>

/** Rows of one file so far, or in the end: `rows` as the manifest says, the rest as counted. */
export const FileCount = z.object({
  file: z.string(),
  rows: count,
  accepted: count,
  rejected: count,
})
export type FileCount = z.infer<typeof FileCount>

/**
 * How far a running import is. CHECKING reads every file once before anything is written, LOADING
 * writes rows, INDEXING makes what the search needs, COMMITTING cannot be cancelled any more.
 * `percent` is of the manifest's rows in CHECKING and LOADING together with the rest, 0 to 100.
 */
export const ImportProgress = z.object({
  importId: z.string(),
  phase: z.enum(['CHECKING', 'LOADING', 'INDEXING', 'COMMITTING']),
  file: z.string().nullable(),
  rowsDone: count,
  rowsTotal: count,
  accepted: count,
  rejected: count,
  percent: z.number().min(0).max(100),
  files: z.array(FileCount),
})
export type ImportProgress = z.infer<typeof ImportProgress>

/** Something worth knowing that rejected nothing: how often, in which file and column. */
export const Note = z.object({
  code: z.string(),
  file: z.string(),
  column: z.string(),
  count,
  reason: z.string(),
})
export type Note = z.infer<typeof Note>

/** Why an import did not happen; `also` lists further faults of the same extract. */
export const ImportFault = z.object({
  code: z.string(),
  file: z.string().nullable(),
  column: z.string().nullable(),
  reason: z.string(),
  also: z.array(z.object({ code: z.string(), file: z.string().nullable(), reason: z.string() })),
})
export type ImportFault = z.infer<typeof ImportFault>

/** One import as kept in the history. `rejected` rows are listed by `extracts.rejects`. */
export const ImportSummary = z.object({
  importId: z.string(),
  state: ImportState,
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  clerkName: z.string().nullable(),
  sourceName: z.string(),
  asOf: Day.nullable(),
  branchCodes: z.array(z.string()),
  manifestSha256: z.string().nullable(),
  forced: z.boolean(),
  accepted: count,
  rejected: count,
  files: z.array(FileCount),
  notes: z.array(Note),
  fault: ImportFault.nullable(),
})
export type ImportSummary = z.infer<typeof ImportSummary>

/**
 * What came of an import. `already-imported`: the data of this very manifest is in use, nothing was
 * done, `importId` is the import that brought it.
 */
export const ImportResult = z.object({
  outcome: z.enum(['done', 'already-imported', 'refused', 'cancelled', 'failed']),
  importId: z.string(),
  accepted: count,
  rejected: count,
  files: z.array(FileCount),
  notes: z.array(Note),
  fault: ImportFault.nullable(),
})
export type ImportResult = z.infer<typeof ImportResult>

/** One rejected row. `line` is the physical line on which it begins, 1 being the header's. */
export const Reject = z.object({
  file: z.string(),
  line: z.number().int().min(1),
  column: z.string(),
  code: z.string(),
  reason: z.string(),
})
export type Reject = z.infer<typeof Reject>
