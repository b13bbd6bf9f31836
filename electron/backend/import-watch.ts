import type { Extracts } from '#core/extracts/extracts.ports.ts'

/** Knows whether an import is under way: the office stays open for it after the last clerk has left. */
export class ImportWatch {
  readonly #running = new Map<
    string,
    { readonly extracts: Extracts; readonly done: Promise<void> }
  >()

  get isBusy(): boolean {
    return this.#running.size > 0
  }

  /** The same port, watched; `onEnd` comes after each import, whatever came of it. */
  watched(extracts: Extracts, onEnd: () => void): Extracts {
    return {
      start: async (source, order, onProgress) => {
        const begun = await extracts.start(source, order, onProgress)
        const { importId } = begun
        const done = begun.done.then(() => {
          this.#running.delete(importId)
          onEnd()
        })
        this.#running.set(importId, { extracts, done })
        return begun
      },
      cancel: (importId) => extracts.cancel(importId),
      running: () => extracts.running(),
      history: () => extracts.history(),
      countRejects: (importId) => extracts.countRejects(importId),
      rejects: (importId, offset, limit) => extracts.rejects(importId, offset, limit),
    }
  }

  /** Breaks off what is running and waits for its end; past the commit it is carried through. */
  async stop(): Promise<void> {
    const running = [...this.#running]
    for (const [importId, { extracts }] of running) extracts.cancel(importId)
    await Promise.all(running.map(([, { done }]) => done))
  }
}
