import { Refusal } from '#core/kernel/refusal.ts'

interface Batch {
  readonly window: number
  readonly clerkId: string
  cancelled: boolean
}

/** Knows which batches of papers are under way, so that they can be broken off between two papers. */
export class BatchWatch {
  readonly #running = new Map<string, Batch>()

  /** Runs a batch; `isCancelled` says when to go no further. @refuses `conflict` while the same one runs */
  async watched<T>(
    batchId: string,
    by: Pick<Batch, 'window' | 'clerkId'>,
    work: (isCancelled: () => boolean) => Promise<T>,
  ): Promise<T> {
    if (this.#running.has(batchId)) throw new Refusal('conflict', { what: 'batch-under-way' })
    const batch: Batch = { ...by, cancelled: false }
    this.#running.set(batchId, batch)
    try {
      return await work(() => batch.cancelled)
    } finally {
      this.#running.delete(batchId)
    }
  }

  /** Has no effect on a batch that is ended or another clerk's. */
  cancel(batchId: string, clerkId: string): void {
    const batch = this.#running.get(batchId)
    if (batch?.clerkId === clerkId) batch.cancelled = true
  }

  /** The window is gone: nobody waits for its batches. */
  cancelOf(window: number): void {
    for (const batch of this.#running.values()) if (batch.window === window) batch.cancelled = true
  }

  cancelAll(): void {
    for (const batch of this.#running.values()) batch.cancelled = true
  }
}
