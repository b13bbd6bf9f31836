import { shallowRef, type ShallowRef } from 'vue'
import type { RefusalData } from '#core/kernel/refusal.ts'
import { call } from '../client/call.ts'

/** Issued papers on their way into a file; `where` is the file or folder. */
export type Saving =
  | { readonly state: 'idle' }
  | { readonly state: 'running' }
  | { readonly state: 'saved'; readonly where: string }
  | { readonly state: 'refused'; readonly refusal: RefusalData }

export interface PaperSaver {
  readonly state: Readonly<ShallowRef<Saving>>
  /** Asks where and saves; idle again when the clerk thought better of it. */
  readonly save: (
    visitId: string,
    documentIds: readonly string[],
    as: 'one' | 'many',
  ) => Promise<void>
  readonly clear: () => void
}

/** Saves issued papers where the clerk says, one question at a time. */
export function paperSaver(): PaperSaver {
  const state = shallowRef<Saving>({ state: 'idle' })
  let turn = 0

  async function save(visitId: string, documentIds: readonly string[], as: 'one' | 'many') {
    if (state.value.state === 'running') return
    const mine = ++turn
    state.value = { state: 'running' }
    const reply = await call('certificates.save', { visitId, documentIds: [...documentIds], as })
    if (mine !== turn) return
    if (!reply.ok) state.value = { state: 'refused', refusal: reply.refusal }
    else
      state.value =
        reply.value === null ? { state: 'idle' } : { state: 'saved', where: reply.value }
  }
  function clear(): void {
    turn++
    state.value = { state: 'idle' }
  }
  return { state, save, clear }
}
