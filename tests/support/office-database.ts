import { randomBytes } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import type { Extracts, ImportOrder } from '../../electron/core/extracts/extracts.ports.ts'
import type { ImportProgress, ImportResult } from '../../electron/core/extracts/extract.model.ts'
import { instantAt } from '../../electron/core/kernel/instant.ts'
import {
  createOfficeDatabase,
  type OfficeDatabase,
  openOfficeDatabase,
} from '../../electron/backend/database/engines/encrypted-sqlite.ts'
import { openExtracts } from '../../electron/backend/extracts/extracts.gateway.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** The thread of an import, from the source. */
export const importWorker = pathToFileURL(
  path.resolve(import.meta.dirname, '../../electron/backend/extracts/import-worker.ts'),
)

/** A real encrypted office in a folder of its own, and the gateway for its imports. */
export interface TestOffice {
  readonly folder: string
  readonly key: Uint8Array
  readonly database: OfficeDatabase
  readonly extracts: Extracts
}

/** Makes a new office, or opens the one in `folder` with its `key`. */
export async function openTestOffice(
  existing?: Pick<TestOffice, 'folder' | 'key'>,
): Promise<TestOffice> {
  const { folder, key } = existing ?? { folder: temporaryFolder(), key: randomBytes(32) }
  const open = existing ? openOfficeDatabase : createOfficeDatabase
  const database = await open(folder, key)
  // A test hears of an incident as an import that failed.
  const extracts = await openExtracts({
    database,
    workerFile: importWorker,
    now: () => instantAt(Date.now()),
    onIncident: (cause) => console.error(cause),
  })
  return { folder, key, database, extracts }
}

/** Imports to the end. */
export async function importInto(
  { extracts }: Pick<TestOffice, 'extracts'>,
  source: string,
  order: Partial<ImportOrder> = {},
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<ImportResult> {
  const running = await extracts.start(
    source,
    { force: false, clerkId: null, ...order },
    onProgress,
  )
  return running.done
}
