import { shallowRef, type ShallowRef } from 'vue'
import type { Reply } from '#core/kernel/reply.ts'
import { settled, type Load } from './load.ts'

export interface Latest<A extends readonly unknown[], T> {
  readonly load: Readonly<ShallowRef<Load<T>>>
  /** Asks again; what was there stays in sight until the answer comes. */
  readonly ask: (...args: A) => Promise<void>
  readonly clear: () => void
}

/** One thing that is asked for again and again: a newer question overtakes an older answer. */
export function latest<A extends readonly unknown[], T>(
  send: (...args: A) => Promise<Reply<T>>,
): Latest<A, T> {
  const load = shallowRef<Load<T>>({ state: 'idle' })
  let turn = 0

  async function ask(...args: A): Promise<void> {
    const mine = ++turn
    if (load.value.state !== 'ready') load.value = { state: 'loading' }
    const reply = await send(...args)
    if (mine === turn) load.value = settled(reply)
  }
  function clear(): void {
    turn++
    load.value = { state: 'idle' }
  }
  return { load, ask, clear }
}
