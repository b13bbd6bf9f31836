import { z } from 'zod'
import { rowReason, type RowFaultCode } from '#core/extracts/faults.ts'
import {
  FileCount,
  ImportFault,
  type ImportSummary,
  Note,
  type Reject,
} from '#core/extracts/extract.model.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { Reading, Writing } from '../database/schema.ts'
import type { FormerImport, ManifestFacts } from './import-run.ts'

const Strings = z.array(z.string())
const FileCounts = z.array(FileCount)
const Notes = z.array(Note)

/** The end of an import as it is kept. */
export interface ImportEnd {
  readonly state: 'DONE' | 'REFUSED' | 'CANCELLED' | 'FAILED'
  readonly finishedAt: Instant
  readonly manifest: ManifestFacts | undefined
  readonly files: readonly FileCount[]
  readonly notes: readonly Note[]
  readonly fault: ImportFault | null
}

/** Notes that an import has begun. */
export async function insertImport(
  tx: Writing,
  row: {
    readonly importId: string
    readonly startedAt: Instant
    readonly clerkId: string | null
    readonly sourceName: string
    readonly extractFile: string
    readonly forced: boolean
  },
): Promise<void> {
  await tx
    .insertInto('imports')
    .values({
      import_id: row.importId,
      started_at: row.startedAt,
      finished_at: null,
      clerk_id: row.clerkId,
      source_name: row.sourceName,
      as_of: null,
      branch_codes: '[]',
      manifest_sha256: null,
      state: 'RUNNING',
      extract_file: row.extractFile,
      counts: '[]',
      notes: '[]',
      fault: null,
      forced: row.forced ? 1 : 0,
    })
    .execute()
}

/** Notes how an import ended. Rejects stay only where rows were loaded. */
export async function finishImport(tx: Writing, importId: string, end: ImportEnd): Promise<void> {
  if (end.state !== 'DONE')
    await tx.deleteFrom('import_rejects').where('import_id', '=', importId).execute()
  await tx
    .updateTable('imports')
    .set({
      state: end.state,
      finished_at: end.finishedAt,
      as_of: end.manifest?.asOf ?? null,
      branch_codes: JSON.stringify(end.manifest?.branchCodes ?? []),
      manifest_sha256: end.manifest?.sha256 ?? null,
      counts: JSON.stringify(end.files),
      notes: JSON.stringify(end.notes),
      fault: end.fault && JSON.stringify(end.fault),
    })
    .where('import_id', '=', importId)
    .execute()
}

/** Removes all trace of an import that turned out to be one already done. */
export async function forgetImport(tx: Writing, importId: string): Promise<void> {
  await tx.deleteFrom('imports').where('import_id', '=', importId).execute()
}

/** Imports whose data went into use, the latest last. */
export async function listDone(db: Reading): Promise<readonly FormerImport[]> {
  const rows = await db
    .selectFrom('imports')
    .select(['import_id', 'manifest_sha256', 'as_of', 'branch_codes'])
    .where('state', '=', 'DONE')
    .orderBy('finished_at')
    .execute()
  return rows.flatMap((row) =>
    row.manifest_sha256 === null || row.as_of === null
      ? []
      : [
          {
            importId: row.import_id,
            manifestSha256: row.manifest_sha256,
            asOf: row.as_of,
            branchCodes: Strings.parse(JSON.parse(row.branch_codes)),
          },
        ],
  )
}

/** Imports that have begun and not ended, with their files. */
export async function listUnfinished(
  db: Reading,
): Promise<readonly { readonly importId: string; readonly extractFile: string }[]> {
  const rows = await db
    .selectFrom('imports')
    .select(['import_id', 'extract_file'])
    .where('state', '=', 'RUNNING')
    .execute()
  return rows.map((row) => ({ importId: row.import_id, extractFile: row.extract_file ?? '' }))
}

/** The history, newest first. */
export async function listImports(db: Reading): Promise<readonly ImportSummary[]> {
  const rows = await db
    .selectFrom('imports as i')
    .leftJoin('clerks as c', 'c.clerk_id', 'i.clerk_id')
    .selectAll('i')
    .select('c.full_name')
    .orderBy('i.started_at', 'desc')
    .execute()
  return rows.map((row) => {
    const files = FileCounts.parse(JSON.parse(row.counts))
    return {
      importId: row.import_id,
      state: row.state,
      startedAt: row.started_at,
      finishedAt: row.finished_at,
      clerkName: row.full_name,
      sourceName: row.source_name,
      asOf: row.as_of,
      branchCodes: Strings.parse(JSON.parse(row.branch_codes)),
      manifestSha256: row.manifest_sha256,
      forced: row.forced === 1,
      accepted: files.reduce((sum, { accepted }) => sum + accepted, 0),
      rejected: files.reduce((sum, { rejected }) => sum + rejected, 0),
      files,
      notes: Notes.parse(JSON.parse(row.notes)),
      fault: row.fault === null ? null : ImportFault.parse(JSON.parse(row.fault)),
    }
  })
}

/** How many rows an import rejected and kept. */
export async function countRejects(db: Reading, importId: string): Promise<number> {
  const row = await db
    .selectFrom('import_rejects')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Rejected rows in the order of files, then lines. */
export async function listRejects(
  db: Reading,
  importId: string,
  offset: number,
  limit: number,
): Promise<readonly Reject[]> {
  const rows = await db
    .selectFrom('import_rejects')
    .select(['file', 'line', 'column', 'code'])
    .where('import_id', '=', importId)
    .orderBy('file_order')
    .orderBy('line')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, reason: rowReason(row.code as RowFaultCode, row.column) }))
}
