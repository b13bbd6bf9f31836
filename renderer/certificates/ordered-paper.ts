import { readonly, ref, watch, type Ref } from 'vue'
import type { IssuedPaper } from '#core/certificates/certificate.model.ts'
import type { PaperOrder } from '#core/certificates/paper.model.ts'
import { paperDesk, type PaperDesk } from './issuing.ts'
import { paperPreview, type PaperPreview } from './paper-preview.ts'

export interface OrderedPaper {
  readonly visitId: Readonly<Ref<string | null>>
  readonly preview: PaperPreview
  readonly desk: PaperDesk
  /** Starts in a visit with nothing drawn and nothing issued. */
  readonly begin: (visit: string) => void
  /** Issues what is ordered, prints it and shows it as it was issued; the paper when there is one. */
  readonly issue: () => Promise<IssuedPaper | undefined>
  /** Another paper after one that was issued. */
  readonly another: () => void
  /** Draws the order anew. */
  readonly redraw: () => void
  readonly clear: () => void
}

/** A paper that a panel orders: its preview follows what is to be shown until the order is issued. */
export function orderedPaper(
  order: Readonly<Ref<PaperOrder | null>>,
  shown: Readonly<Ref<PaperOrder | null>> = order,
): OrderedPaper {
  const visitId = ref<string | null>(null)
  const preview = paperPreview()
  const desk = paperDesk()

  watch(shown, () => {
    if (desk.state.value.step !== 'issued') redraw()
  })
  function redraw(): void {
    if (visitId.value !== null) preview.show(visitId.value, shown.value)
  }
  function clear(): void {
    preview.clear()
    desk.clear()
    visitId.value = null
  }
  function begin(visit: string): void {
    clear()
    visitId.value = visit
  }
  async function issue(): Promise<IssuedPaper | undefined> {
    if (visitId.value === null || order.value === null) return undefined
    const visit = visitId.value
    const issued = await desk.issue(visit, order.value)
    const { value: state } = desk.state
    if (state.step === 'issued') await preview.showIssued(visit, state.paper.documentId)
    return issued
  }
  function another(): void {
    desk.clear()
    redraw()
  }
  return { visitId: readonly(visitId), preview, desk, begin, issue, another, redraw, clear }
}
