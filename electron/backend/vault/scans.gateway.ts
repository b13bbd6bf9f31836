import { Worker } from 'node:worker_threads'
import type { ScanReducer } from '#core/vault/vault.ports.ts'
import type { ScanAnswer, ScanTask } from './scan-task.ts'

/** Milliseconds that a file may take: twenty pages of a scanner take a third of it on a slow desk. */
const PATIENCE = 45_000
/** Of JavaScript alone; what pictures take is bounded by their pixels. */
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }

/**
 * Reduces scans. Each file is looked into in a thread of its own, one after the other, which has some time and memory
 * and is ended then: it may come from anybody.
 *
 * @param workerFile  scan-worker.ts in the sources, scan-worker.js in the built program
 * @param patience  milliseconds that a file may take
 */
export function scanReducer(workerFile: URL, patience: number = PATIENCE): ScanReducer {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (task: ScanTask): Promise<ScanAnswer | undefined> => {
    const mine = last.then(() => answerOf(task, { workerFile, patience }))
    last = mine.catch(() => undefined)
    return mine
  }
  return {
    async reduce(bytes, { pages, scanBytes }) {
      const answer = await inTurn({ job: 'reduce', bytes, most: { pages, scanBytes } })
      return answer?.job === 'reduce' ? answer.reduction : { ok: false, fault: 'scan-broken' }
    },
    async sheet({ format, bytes }) {
      const answer = await inTurn({ job: 'sheet', file: { format, bytes } })
      if (answer?.job !== 'sheet') throw new Error('the sheet of a scan was not drawn')
      return answer.pdf
    },
  }
}

async function answerOf(
  workerData: ScanTask,
  { workerFile, patience }: { readonly workerFile: URL; readonly patience: number },
): Promise<ScanAnswer | undefined> {
  // Its library is unloaded with the last thread that has it and is not found again, unless the program has it too.
  await import('sharp')
  // What libraries say on their streams is of no use to anybody.
  const thread = new Worker(workerFile, {
    ...{ workerData, resourceLimits: MEMORY },
    ...{ stdout: true, stderr: true },
  })
  const answer = await new Promise<ScanAnswer | undefined>((resolve) => {
    const late = setTimeout(() => resolve(undefined), patience)
    const end = (said: ScanAnswer | undefined): void => {
      clearTimeout(late)
      resolve(said)
    }
    thread.on('message', end)
    thread.on('error', () => end(undefined))
    thread.on('exit', () => end(undefined))
  })
  await thread.terminate()
  return answer
}
