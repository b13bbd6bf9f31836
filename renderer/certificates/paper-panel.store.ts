import { defineStore } from 'pinia'
import { computed, nextTick, shallowRef } from 'vue'
import { whenForgotten } from '../client/forget.ts'
import { orderedPaper } from './ordered-paper.ts'
import type { PaperForm, PaperOpening } from './paper-form.ts'
import { paperSaver } from './paper-saver.ts'
import { paperSharing } from './paper-sharing.ts'

/** The paper in the side panel: the form of one kind, its preview, its issue and its print. */
export const usePaperPanel = defineStore('certificates/panel', () => {
  const form = shallowRef<PaperForm | null>(null)
  const order = computed(() => form.value?.order ?? null)
  const shown = computed(() => order.value ?? form.value?.shownBefore ?? null)
  const paper = orderedPaper(order, shown)
  const saver = paperSaver()
  const sharing = paperSharing()
  let turn = 0

  /** Opens the form of a kind, with what was chosen beside it. */
  async function open(next: PaperForm, opening: PaperOpening): Promise<void> {
    const mine = ++turn
    form.value = null
    paper.begin(opening.visitId)
    saver.clear()
    sharing.clear()
    // Without this pause the same order as before would count as unchanged and not be drawn.
    await nextTick()
    if (mine !== turn) return
    const opened = next.open(opening)
    form.value = next
    await opened
  }
  async function issue(): Promise<void> {
    if (order.value === null) return
    saver.clear()
    sharing.clear()
    const term = form.value?.shareTerm ?? null
    const visitId = paper.visitId.value
    form.value?.keep?.()
    const issued = await paper.issue()
    if (issued && visitId !== null && term !== null)
      await sharing.share(visitId, issued.documentId, term)
  }
  async function save(): Promise<void> {
    const { value: state } = paper.desk.state
    if (paper.visitId.value === null || state.step !== 'issued') return
    await saver.save(paper.visitId.value, [state.paper.documentId], 'one')
  }
  function clear(): void {
    turn++
    form.value = null
    paper.clear()
    saver.clear()
    sharing.clear()
  }
  whenForgotten(clear)
  return {
    form,
    order,
    preview: paper.preview.load,
    isPreviewStale: paper.preview.isStale,
    issuing: paper.desk.state,
    saving: saver.state,
    sharing: sharing.state,
    shareAgain: sharing.again,
    open,
    issue,
    save,
    print: paper.desk.print,
    another: paper.another,
    redraw: paper.redraw,
  }
})
