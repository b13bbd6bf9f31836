import { Worker } from 'node:worker_threads'
import { PaperStatement } from '#core/certificates/paper.model.ts'
import type { DrawnPaper } from '#core/certificates/paper.model.ts'
import type { Papers } from '#core/certificates/papers.ports.ts'
import { RevocationList } from '#core/verification/revocation-list.model.ts'
import type { PaperAnswer, PaperTask, WorkerSettings } from './paper-task.ts'
import { PaperFault } from './persian-text/paper-fault.ts'

export interface PapersSettings extends WorkerSettings {
  /** The worker's module: paper-worker.ts in the sources, paper-worker.js in the built program. */
  readonly workerFile: URL
}

interface Waiting {
  readonly resolve: (drawn: DrawnPaper) => void
  readonly reject: (cause: Error) => void
}

/** Papers drawn in a thread of their own. */
export interface WorkerPapers extends Papers {
  /** Starts the thread and parses the fonts ahead of the first paper. */
  warmUp(): void
  /** Draws a list of revoked papers: a sheet of its own, no issued paper. */
  renderList(list: RevocationList): Promise<DrawnPaper>
  /** Ends the thread; papers still waiting are rejected. */
  close(): Promise<void>
}

/**
 * Draws papers in a worker thread, so that the backend answers other windows meanwhile. A thread that
 * dies takes only the papers it had with it; the next paper starts another.
 *
 * @param settings where the worker's module and the fonts are
 * @refuses a statement that contradicts itself (ZodError) or cannot be drawn whole (PaperFault)
 */
export function createPapers(settings: PapersSettings): WorkerPapers {
  const { workerFile, fontsFolder } = settings
  let worker: Worker | undefined
  let lastId = 0
  const waiting = new Map<number, Waiting>()

  const settle = (answer: PaperAnswer): void => {
    const paper = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) worker?.unref()
    if (!paper) return
    if ('drawn' in answer) paper.resolve(answer.drawn)
    else if ('fault' in answer) paper.reject(new PaperFault(answer.fault))
    else paper.reject(new Error(answer.failure))
  }

  const lose = (lost: Worker, cause: Error): void => {
    if (worker !== lost) return
    worker = undefined
    for (const paper of waiting.values()) paper.reject(cause)
    waiting.clear()
  }

  const started = (): Worker => {
    if (worker) return worker
    const data: WorkerSettings = { fontsFolder }
    const fresh = new Worker(workerFile, { workerData: data })
    fresh.on('message', settle)
    fresh.on('error', (cause) =>
      lose(fresh, cause instanceof Error ? cause : new Error(String(cause))),
    )
    fresh.on('exit', (code) => lose(fresh, new Error(`the paper thread ended with code ${code}`)))
    fresh.unref() // an idle thread does not keep the program alive
    worker = fresh
    return fresh
  }

  const draw = (statement: PaperTask['statement']): Promise<DrawnPaper> => {
    const thread = started()
    const id = ++lastId
    return new Promise<DrawnPaper>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      thread.ref()
      const task: PaperTask = { id, statement }
      thread.postMessage(task)
    })
  }

  return {
    warmUp: () => void started(),
    render: async (statement) => draw(PaperStatement.parse(statement)),
    renderList: async (list) => draw(RevocationList.parse(list)),
    async close() {
      const ending = worker
      if (!ending) return
      lose(ending, new Error('the office is closing'))
      await ending.terminate()
    },
  }
}
