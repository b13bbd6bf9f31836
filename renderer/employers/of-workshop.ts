import { shallowRef, type ShallowRef } from 'vue'
import { workshopWord } from '#core/employers/stakes.rules.ts'
import type { Workshop } from '#core/employers/workshop.model.ts'
import type { Reply } from '#core/kernel/reply.ts'
import { settled, type Load } from '../client/load.ts'

/** A workshop is named by its code and branch together. */
export type WorkshopName = Pick<Workshop, 'workshopCode' | 'branchCode'>

export interface OfWorkshop<T, Of> {
  readonly load: Readonly<ShallowRef<Load<T>>>
  /** What `load` is about, by its word; null before the first. */
  readonly of: Readonly<ShallowRef<string | null>>
  /** Shows another one; does nothing when it is the one that is shown. */
  readonly show: (visitId: string, of: Of) => Promise<void>
  /** Asks again for the one that is shown. */
  readonly reload: (visitId: string, of: Of) => Promise<void>
  readonly clear: () => void
}

/**
 * Something known of one workshop, or of a part of it, at a time. Only one question is under way: whoever runs through a
 * long list with the arrows asks for the one where he stops and not for each on the way.
 */
export function ofWorkshop<T, Of extends WorkshopName = WorkshopName>(
  send: (visitId: string, of: Of) => Promise<Reply<T>>,
  wordOf: (of: Of) => string = workshopWord,
): OfWorkshop<T, Of> {
  const load = shallowRef<Load<T>>({ state: 'idle' })
  const word = shallowRef<string | null>(null)
  let wanted: { visitId: string; of: Of } | undefined
  let turn = 0
  let busy: number | undefined

  async function ask(): Promise<void> {
    const mine = turn
    if (busy === mine) return
    busy = mine
    while (wanted) {
      const { visitId, of } = wanted
      wanted = undefined
      const reply = await send(visitId, of)
      if (mine !== turn) return
      if (word.value === wordOf(of)) load.value = settled(reply)
    }
    busy = undefined
  }
  async function reload(visitId: string, of: Of): Promise<void> {
    word.value = wordOf(of)
    load.value = { state: 'loading' }
    wanted = { visitId, of }
    await ask()
  }
  async function show(visitId: string, of: Of): Promise<void> {
    if (word.value !== wordOf(of)) await reload(visitId, of)
  }
  function clear(): void {
    turn++
    wanted = undefined
    word.value = null
    load.value = { state: 'idle' }
  }
  return { load, of: word, show, reload, clear }
}
