import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ImportFault, ImportProgress, ImportResult } from '#core/extracts/extract.model.ts'
import type { Extracts, ImportOrder, RunningImport } from '#core/extracts/extracts.ports.ts'
import { importReason, type FaultPlace, type ImportFaultCode } from '#core/extracts/faults.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { listExtractFiles, type OfficeDatabase } from '../database/engines/encrypted-sqlite.ts'
import type { Writing } from '../database/schema.ts'
import { isBeingBuilt, removeExtract } from './extract-build.ts'
import type { FromImportWorker, WorkerTask } from './import-messages.ts'
import type { ImportOutcome } from './import-run.ts'
import type { ExtractFault } from './import-stop.ts'
import {
  countRejects,
  finishImport,
  forgetImport,
  type ImportEnd,
  insertImport,
  listDone,
  listImports,
  listRejects,
  listUnfinished,
} from './imports.repository.ts'

export interface ExtractsOptions {
  readonly database: OfficeDatabase
  /** File of the import's thread: `import-worker.ts` beside this one, or what the build made of it. */
  readonly workerFile: URL | string
  readonly now: () => Instant
  /** Told of what nobody foresaw. */
  readonly onIncident: (cause: unknown) => void
}

/** The most further faults of an extract that are named beside the first. */
const NAMED_FAULTS = 20

interface Running {
  readonly importId: string
  readonly cancelled: Int32Array
  progress: ImportProgress | undefined
}

/**
 * The gateway through which extracts come in. Before the first import it clears away what an
 * interrupted one has left.
 */
export async function openExtracts(options: ExtractsOptions): Promise<Extracts> {
  await clearInterrupted(options)
  return new ExtractsGateway(options)
}

class ExtractsGateway implements Extracts {
  private readonly options: ExtractsOptions
  private current: Running | undefined

  constructor(options: ExtractsOptions) {
    this.options = options
  }

  async start(
    source: string,
    order: ImportOrder,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<RunningImport> {
    const importId = randomUUID()
    const { database, now } = this.options
    if (this.current) return { importId, done: Promise.resolve(resultOf(importId, busy)) }
    const cancelled = new Int32Array(new SharedArrayBuffer(4))
    const running: Running = { importId, cancelled, progress: undefined }
    this.current = running
    try {
      if (await isImportingElsewhere(database)) {
        this.current = undefined
        return { importId, done: Promise.resolve(resultOf(importId, busy)) }
      }
      const extractFile = `extract-${importId}.db`
      await database.transaction((tx) =>
        insertImport(tx, {
          importId,
          startedAt: now(),
          clerkId: order.clerkId,
          sourceName: path.basename(source),
          extractFile,
          forced: order.force,
        }),
      )
      const task: WorkerTask = {
        importId,
        source,
        key: database.key,
        file: database.pathOf(extractFile),
        former: database.pathOf(database.extractFile()),
        force: order.force,
        office: database.pathOf('office.db'),
        formerImports: await listDone(database.reader),
        cancelled: cancelled.buffer,
      }
      const done = this.carryThrough(task, running, onProgress)
      return { importId, done }
    } catch (cause) {
      this.current = undefined
      throw cause
    }
  }

  private async carryThrough(
    task: WorkerTask,
    running: Running,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<ImportResult> {
    try {
      const outcome = await this.work(task, (progress) => {
        running.progress = progress
        onProgress(progress)
      })
      return await this.conclude(task, running, outcome, onProgress)
    } catch (cause) {
      this.options.onIncident(cause)
      return await this.giveUp(task)
    } finally {
      this.current = undefined
    }
  }

  private work(
    task: WorkerTask,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<ImportOutcome> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(this.options.workerFile, { workerData: task })
      worker.on('message', (message: FromImportWorker) => {
        if (message.type === 'progress') onProgress(message.progress)
        else resolve(message.outcome)
      })
      worker.on('error', reject)
      worker.on('exit', () => {
        reject(new Error('the import ended without a word'))
      })
    })
  }

  private async conclude(
    task: WorkerTask,
    running: Running,
    outcome: ImportOutcome,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<ImportResult> {
    const { database, now } = this.options
    const { importId } = task
    const finishedAt = now()
    const end = (rest: Omit<ImportEnd, 'finishedAt'>): Promise<ImportResult> =>
      this.keep(task, { ...rest, finishedAt })
    switch (outcome.state) {
      case 'already-imported':
        await database.transaction((tx) => forgetImport(tx, importId))
        return { ...resultOf(outcome.importId, null), outcome: 'already-imported' }
      case 'refused': {
        const fault = faultOf(outcome.fault, outcome.also)
        const { manifest } = outcome
        return end({ state: 'REFUSED', manifest, files: [], notes: [], fault })
      }
      case 'cancelled':
        return end({ state: 'CANCELLED', manifest: undefined, files: [], notes: [], fault: null })
      case 'ready': {
        if (Atomics.load(running.cancelled, 0) !== 0) {
          removeExtract(task.file)
          return this.conclude(task, running, { state: 'cancelled' }, onProgress)
        }
        if (running.progress) {
          running.progress = { ...running.progress, phase: 'COMMITTING', file: null, percent: 99 }
          onProgress(running.progress)
        }
        const result = await end({ ...outcome, state: 'DONE', fault: null })
        removeQuietly(task.former)
        return result
      }
    }
  }

  /** Writes how an import ended; with a finished one its data goes into use, in the same transaction. */
  private async keep(task: WorkerTask, end: ImportEnd): Promise<ImportResult> {
    const { database } = this.options
    const finish = (tx: Writing): Promise<void> => finishImport(tx, task.importId, end)
    if (end.state === 'DONE') await database.useExtract(path.basename(task.file), finish)
    else await database.transaction(finish)
    const outcomes = {
      DONE: 'done',
      REFUSED: 'refused',
      CANCELLED: 'cancelled',
      FAILED: 'failed',
    } as const
    return {
      ...resultOf(task.importId, end.fault),
      outcome: outcomes[end.state],
      accepted: end.files.reduce((sum, { accepted }) => sum + accepted, 0),
      rejected: end.files.reduce((sum, { rejected }) => sum + rejected, 0),
      files: [...end.files],
      notes: [...end.notes],
    }
  }

  private async giveUp(task: WorkerTask): Promise<ImportResult> {
    const { database, now } = this.options
    if (database.extractFile() !== path.basename(task.file)) removeQuietly(task.file)
    return this.keep(task, {
      state: 'FAILED',
      finishedAt: now(),
      manifest: undefined,
      files: [],
      notes: [],
      fault: faultOf({ code: 'X_FAILED', place: {} }, []),
    })
  }

  cancel(importId: string): void {
    if (this.current?.importId === importId) Atomics.store(this.current.cancelled, 0, 1)
  }

  running(): ImportProgress | undefined {
    return this.current?.progress
  }

  history() {
    return listImports(this.options.database.reader)
  }

  countRejects(importId: string) {
    return countRejects(this.options.database.reader, importId)
  }

  rejects(importId: string, offset: number, limit: number) {
    return listRejects(this.options.database.reader, importId, offset, limit)
  }
}

function faultOf(fault: ExtractFault, also: readonly ExtractFault[]): ImportFault {
  const words = (code: ImportFaultCode, place: FaultPlace) => ({
    code,
    file: place.file ?? null,
    reason: importReason(code, place),
  })
  return {
    ...words(fault.code, fault.place),
    column: fault.place.column ?? null,
    also: also.slice(0, NAMED_FAULTS).map(({ code, place }) => words(code, place)),
  }
}

const busy = faultOf({ code: 'X_BUSY', place: {} }, [])

function resultOf(importId: string, fault: ImportFault | null): ImportResult {
  return { outcome: 'refused', importId, accepted: 0, rejected: 0, files: [], notes: [], fault }
}

/** Another program may still have the file open, which Windows does not let go; the next start removes it. */
function removeQuietly(file: string): void {
  try {
    removeExtract(file)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause
  }
}

async function isImportingElsewhere(database: OfficeDatabase): Promise<boolean> {
  const unfinished = await listUnfinished(database.reader)
  return unfinished.some(({ extractFile }) =>
    isBeingBuilt(database.pathOf(extractFile), database.key),
  )
}

/** Ends imports that a crash interrupted and removes files that are neither in use nor being made. */
async function clearInterrupted({ database, now }: ExtractsOptions): Promise<void> {
  const { key, folder } = database
  const alive = (file: string): boolean => isBeingBuilt(database.pathOf(file), key)
  for (const { importId, extractFile } of await listUnfinished(database.reader)) {
    if (alive(extractFile)) continue
    await database.transaction((tx) =>
      finishImport(tx, importId, {
        state: 'FAILED',
        finishedAt: now(),
        manifest: undefined,
        files: [],
        notes: [],
        fault: faultOf({ code: 'X_INTERRUPTED', place: {} }, []),
      }),
    )
  }
  for (const file of listExtractFiles(folder)) {
    if (file !== database.extractFile() && !alive(file)) removeQuietly(database.pathOf(file))
  }
}
