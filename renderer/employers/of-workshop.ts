import { shallowRef, type ShallowRef } from 'vue'
import { workshopWord } from '#core/employers/stakes.rules.ts'
import type { Workshop } from '#core/employers/workshop.model.ts'
import type { Reply } from '#core/kernel/reply.ts'
import { settled, type Load } from '../client/load.ts'

/** A workshop is named by its code and branch together. */
export type WorkshopName = Pick<Workshop, 'workshopCode' | 'branchCode'>

export interface OfWorkshop<T> {
  readonly load: Readonly<ShallowRef<Load<T>>>
  /** The workshop that `load` is about, by its word; null before the first. */
  readonly of: Readonly<ShallowRef<string | null>>
  /** Shows another workshop; does nothing when it is the one that is shown. */
  readonly show: (visitId: string, workshop: WorkshopName) => Promise<void>
  /** Asks again for the one that is shown. */
  readonly reload: (visitId: string, workshop: WorkshopName) => Promise<void>
  readonly clear: () => void
}

/**
 * Something known of one workshop at a time. Only one question is under way: whoever runs through a long list with the
 * arrows asks for the workshop where he stops and not for each on the way.
 */
export function ofWorkshop<T>(
  send: (visitId: string, workshop: WorkshopName) => Promise<Reply<T>>,
): OfWorkshop<T> {
  const load = shallowRef<Load<T>>({ state: 'idle' })
  const of = shallowRef<string | null>(null)
  let wanted: { visitId: string; workshop: WorkshopName } | undefined
  let turn = 0
  let busy: number | undefined

  async function ask(): Promise<void> {
    const mine = turn
    if (busy === mine) return
    busy = mine
    while (wanted) {
      const { visitId, workshop } = wanted
      wanted = undefined
      const reply = await send(visitId, workshop)
      if (mine !== turn) return
      if (of.value === workshopWord(workshop)) load.value = settled(reply)
    }
    busy = undefined
  }
  async function reload(visitId: string, workshop: WorkshopName): Promise<void> {
    of.value = workshopWord(workshop)
    load.value = { state: 'loading' }
    wanted = { visitId, workshop }
    await ask()
  }
  async function show(visitId: string, workshop: WorkshopName): Promise<void> {
    if (of.value !== workshopWord(workshop)) await reload(visitId, workshop)
  }
  function clear(): void {
    turn++
    wanted = undefined
    of.value = null
    load.value = { state: 'idle' }
  }
  return { load, of, show, reload, clear }
}
