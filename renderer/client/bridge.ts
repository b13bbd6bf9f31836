import type { Reply } from '#core/kernel/reply.ts'

/** What the preload offers the window: two functions, whatever the contract grows to. */
export interface AppBridge {
  /** Asks the office. Never rejects for a reason of the office: refusals are replies. */
  call(method: string, input: unknown): Promise<Reply<unknown>>
  /** Listens to an event of the office; the returned function stops listening. */
  on(topic: string, listener: (payload: unknown) => void): () => void
}

declare global {
  interface Window {
    readonly app: AppBridge
  }
}
