import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { PaperPdf } from '#core/certificates/certificate.model.ts'
import type { PaperOrder } from '#core/certificates/paper.model.ts'
import { call } from '../client/call.ts'
import { settled, type Load } from '../client/load.ts'

/** How long the clerk must pause before a preview is drawn anew. */
export const PREVIEW_PAUSE_MS = 250

export interface PaperPreview {
  readonly load: Readonly<ShallowRef<Load<PaperPdf>>>
  /** What is in sight is not what is ordered now. */
  readonly isStale: Readonly<Ref<boolean>>
  /** Draws the order after a pause, the first one at once; null while the order is incomplete. */
  readonly show: (visitId: string, order: PaperOrder | null) => void
  /** Shows an issued paper as it was issued. */
  readonly showIssued: (visitId: string, documentId: string) => Promise<void>
  readonly clear: () => void
}

/** The picture of a paper that follows what is typed; a newer order overtakes an older picture. */
export function paperPreview(): PaperPreview {
  const load = shallowRef<Load<PaperPdf>>({ state: 'idle' })
  const isStale = ref(false)
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function begin(): number {
    clearTimeout(timer)
    isStale.value = load.value.state === 'ready'
    return ++turn
  }
  async function ask(mine: number, send: () => ReturnType<typeof draw>): Promise<void> {
    if (mine !== turn) return
    if (load.value.state !== 'ready') load.value = { state: 'loading' }
    const reply = await send()
    if (mine !== turn) return
    load.value = settled(reply)
    isStale.value = false
  }
  const draw = (visitId: string, order: PaperOrder) =>
    call('certificates.preview', { visitId, order })

  function show(visitId: string, order: PaperOrder | null): void {
    const isFirst = load.value.state === 'idle'
    const mine = begin()
    if (!order) {
      if (load.value.state !== 'ready') load.value = { state: 'idle' }
    } else if (isFirst) void ask(mine, () => draw(visitId, order))
    else timer = setTimeout(() => void ask(mine, () => draw(visitId, order)), PREVIEW_PAUSE_MS)
  }
  async function showIssued(visitId: string, documentId: string): Promise<void> {
    await ask(begin(), () => call('certificates.pdf', { visitId, documentId }))
  }
  function clear(): void {
    begin()
    load.value = { state: 'idle' }
    isStale.value = false
  }
  return { load, isStale, show, showIssued, clear }
}
