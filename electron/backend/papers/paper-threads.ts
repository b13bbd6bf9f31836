import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { DrawnPaper } from '#core/certificates/paper.model.ts'
import type { PaperAnswer, PaperTask, WorkerSettings } from './paper-task.ts'
import { PaperFault } from './persian-text/paper-fault.ts'

export interface ThreadsSettings extends WorkerSettings {
  /** The worker's module: paper-worker.ts in the sources, paper-worker.js in the built program. */
  readonly workerFile: URL
  /** How many threads may draw at once; two where there are two processors. */
  readonly threads?: number
}

/** Papers that wait for a thread and are drawn one by one. */
export interface PaperThreads {
  draw(statement: PaperTask['statement'], signal?: AbortSignal): Promise<DrawnPaper>
  /** Starts the first thread, which parses the fonts. */
  warmUp(): void
  /** Ends all threads; papers still waiting are rejected. */
  close(): Promise<void>
}

interface Job {
  readonly statement: PaperTask['statement']
  readonly signal: AbortSignal | undefined
  readonly resolve: (drawn: DrawnPaper) => void
  readonly reject: (cause: Error) => void
  readonly onAbort: () => void
}

interface Thread {
  readonly worker: Worker
  job: Job | undefined
  hasAnswered: boolean
  idle: NodeJS.Timeout | undefined
}

/** A second thread starts for a batch, not for a counter's few papers at once. */
const WAITING_FOR_ANOTHER = 4
const MOST_WAITING = 5000
const IDLE_MS = 30_000
/** A paper that runs wild ends its own thread, not the program. */
const HEAP_MB = 512

const isFree = ({ job }: Thread): boolean => job === undefined

const errorOf = (cause: unknown): Error =>
  cause instanceof Error ? cause : new Error(String(cause))

/**
 * Threads that draw papers. Each has one paper at a time, so that a thread that dies loses that one
 * alone; a second one joins when papers queue up and leaves when there is nothing left to do.
 */
export function createPaperThreads(settings: ThreadsSettings): PaperThreads {
  const { workerFile, fontsFolder } = settings
  const most = settings.threads ?? Math.min(2, availableParallelism())
  const threads: Thread[] = []
  const queue: Job[] = []
  let lastId = 0

  const release = (job: Job): void => job.signal?.removeEventListener('abort', job.onAbort)

  const forget = (thread: Thread): boolean => {
    clearTimeout(thread.idle)
    const place = threads.indexOf(thread)
    if (place >= 0) threads.splice(place, 1)
    return place >= 0
  }

  const lose = (thread: Thread, cause: Error): void => {
    if (!forget(thread)) return
    if (thread.job) {
      release(thread.job)
      thread.job.reject(cause)
    }
    // A thread that never answered will not do better for the others.
    if (!thread.hasAnswered && threads.length === 0) rejectWaiting(cause)
    next()
  }

  const rejectWaiting = (cause: Error): void => {
    for (const job of queue.splice(0)) {
      release(job)
      job.reject(cause)
    }
  }

  const settle = (thread: Thread, answer: PaperAnswer): void => {
    const { job } = thread
    thread.job = undefined
    thread.hasAnswered = true
    thread.worker.unref()
    if (job) {
      release(job)
      if ('drawn' in answer) job.resolve(answer.drawn)
      else if ('fault' in answer) job.reject(new PaperFault(answer.fault))
      else job.reject(new Error(answer.failure))
    }
    next()
    if (isFree(thread) && threads.length > 1) {
      thread.idle = setTimeout(() => {
        if (forget(thread)) void thread.worker.terminate()
      }, IDLE_MS).unref()
    }
  }

  const start = (): Thread => {
    const workerData: WorkerSettings = { fontsFolder }
    const resourceLimits = { maxOldGenerationSizeMb: HEAP_MB }
    const worker = new Worker(workerFile, { workerData, resourceLimits })
    const thread: Thread = { worker, job: undefined, hasAnswered: false, idle: undefined }
    worker.on('message', (answer: PaperAnswer) => settle(thread, answer))
    worker.on('error', (cause) => lose(thread, errorOf(cause)))
    worker.on('exit', (code) => lose(thread, new Error(`the paper thread ended with code ${code}`)))
    worker.unref() // an idle thread does not keep the program alive
    threads.push(thread)
    return thread
  }

  const freeThread = (): Thread | undefined => {
    const free = threads.find(isFree)
    if (free) return free
    const joins = threads.length === 0 || queue.length >= WAITING_FOR_ANOTHER
    return joins && threads.length < most ? start() : undefined
  }

  const next = (): void => {
    while (queue.length > 0) {
      const thread = freeThread()
      const job = thread && queue.shift()
      if (!job) return
      clearTimeout(thread.idle)
      thread.job = job
      thread.worker.ref()
      const task: PaperTask = { id: ++lastId, statement: job.statement }
      thread.worker.postMessage(task)
    }
  }

  return {
    draw: (statement, signal) =>
      new Promise<DrawnPaper>((resolve, reject) => {
        signal?.throwIfAborted()
        if (queue.length >= MOST_WAITING) throw new Error('too many papers are waiting')
        const job: Job = {
          ...{ statement, signal, resolve, reject },
          onAbort: () => {
            const place = queue.indexOf(job)
            if (place >= 0) queue.splice(place, 1)
            reject(errorOf(signal?.reason))
          },
        }
        signal?.addEventListener('abort', job.onAbort, { once: true })
        queue.push(job)
        next()
      }),
    warmUp() {
      if (threads.length === 0) start()
    },
    async close() {
      const ending = [...threads]
      const cause = new Error('the office is closing')
      rejectWaiting(cause)
      for (const thread of ending) lose(thread, cause)
      await Promise.all(ending.map(({ worker }) => worker.terminate()))
    },
  }
}
