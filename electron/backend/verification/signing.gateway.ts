import { Worker } from 'node:worker_threads'
import type { SigningAnswer, SigningTask } from './signing-task.ts'

/** Signs PDFs in a thread of its own, so that the backend answers other windows meanwhile. */
export interface PdfSigning {
  sign(order: Omit<SigningTask, 'id'>): Promise<Uint8Array>
  /** Ends the thread; PDFs still waiting are rejected. */
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (signed: Uint8Array) => void
  readonly reject: (cause: Error) => void
}

/**
 * A thread that signs; it starts with the first PDF, and one that dies takes only the PDFs it had with it.
 *
 * @param workerFile  signing-worker.ts in the sources, signing-worker.js in the built program
 */
export function createPdfSigning(workerFile: URL): PdfSigning {
  let worker: Worker | undefined
  let lastId = 0
  const waiting = new Map<number, Waiting>()

  const settle = (answer: SigningAnswer): void => {
    const pdf = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) worker?.unref()
    if ('signed' in answer) pdf?.resolve(answer.signed)
    else pdf?.reject(new Error(answer.failure))
  }

  const lose = (lost: Worker, cause: Error): void => {
    if (worker !== lost) return
    worker = undefined
    for (const pdf of waiting.values()) pdf.reject(cause)
    waiting.clear()
  }

  const started = (): Worker => {
    if (worker) return worker
    const fresh = new Worker(workerFile)
    fresh.on('message', settle)
    fresh.on('error', (cause) =>
      lose(fresh, cause instanceof Error ? cause : new Error(String(cause))),
    )
    fresh.on('exit', (code) => lose(fresh, new Error(`the signing thread ended with code ${code}`)))
    worker = fresh
    return fresh
  }

  return {
    sign(order) {
      const thread = started()
      const id = ++lastId
      return new Promise<Uint8Array>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        thread.ref()
        const task: SigningTask = { id, ...order }
        thread.postMessage(task)
      })
    },
    async close() {
      const ending = worker
      if (!ending) return
      lose(ending, new Error('the office is closing'))
      await ending.terminate()
    },
  }
}
