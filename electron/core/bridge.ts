import type { Reply } from './kernel/reply.ts'

/**
 * What `window.app` offers to the screen, and all of it. The preload script, which may import
 * nothing, provides the same shape.
 */
export interface AppBridge {
  /** Asks the office; a value or a refusal comes back, never a rejection. */
  call(method: string, input: unknown): Promise<Reply<unknown>>
  /** Listens to a topic of `events.ts`; the function returned ends it. */
  on(topic: string, listener: (payload: unknown) => void): () => void
}
