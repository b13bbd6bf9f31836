import type { RefusalData } from '#core/kernel/refusal.ts'
import type { Reply } from '#core/kernel/reply.ts'

/** What a screen knows of something it asked for; an impossible combination cannot be written. */
export type Load<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'refused'; readonly refusal: RefusalData }

/** An answer as the state of a screen. */
export function settled<T>(reply: Reply<T>): Load<T> {
  return reply.ok
    ? { state: 'ready', value: reply.value }
    : { state: 'refused', refusal: reply.refusal }
}

/** Why there is no value, when that was the answer. */
export function refused(load: Load<unknown>): RefusalData | undefined {
  return load.state === 'refused' ? load.refusal : undefined
}

/** The value when it is there. */
export function loaded<T>(load: Load<T>): T | undefined {
  return load.state === 'ready' ? load.value : undefined
}
