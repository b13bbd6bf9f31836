import { parentPort, workerData } from 'node:worker_threads'
import { openExisting } from '../database/engines/connection.ts'
import type { FromImportWorker, WorkerTask } from './import-messages.ts'
import { runImport } from './import-run.ts'

/*
 * The thread in which an import runs, with connections of its own, so that the backend goes on answering.
 * A fault that nobody foresaw ends the thread; the gateway hears of it as an error.
 */

const task = workerData as WorkerTask
const cancelled = new Int32Array(task.cancelled)

function say(message: FromImportWorker): void {
  parentPort?.postMessage(message)
}

const office = openExisting(task.office, task.key)
try {
  const outcome = await runImport(task, {
    office,
    formerImports: task.formerImports,
    onProgress: (progress) => {
      say({ type: 'progress', progress })
    },
    isCancelled: () => Atomics.load(cancelled, 0) !== 0,
  })
  say({ type: 'over', outcome })
} finally {
  office.close()
}
