import { shallowRef, type ShallowRef } from 'vue'
import type { IssuedPaper, PrintResult } from '#core/certificates/certificate.model.ts'
import type { PaperOrder } from '#core/certificates/paper.model.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { Reply } from '#core/kernel/reply.ts'
import { call } from '../client/call.ts'
import { pressKey } from './press-key.ts'
import { watchPrint } from './print-watch.ts'

/** What came of a print: where it went, why it did not, or the refusal of the office. */
export type Printing =
  | { readonly state: 'running' }
  | { readonly state: 'printed'; readonly where: string | null }
  | { readonly state: 'failed'; readonly reason: NonNullable<PrintResult['reason']> }
  | { readonly state: 'refused'; readonly refusal: RefusalData }

/** One paper on its way from the button to the printer. Issued and printed are separate. */
export type Issuing =
  | { readonly step: 'ready' }
  | { readonly step: 'issuing' }
  | { readonly step: 'refused'; readonly refusal: RefusalData }
  | { readonly step: 'issued'; readonly paper: IssuedPaper; readonly printing: Printing }

export interface PaperDesk {
  readonly state: Readonly<ShallowRef<Issuing>>
  /** Issues once and prints; deaf while a paper is on its way or lies there. The paper when this press issued it. */
  readonly issue: (visitId: string, order: PaperOrder) => Promise<IssuedPaper | undefined>
  /** Prints the issued paper again; `reason` where it was printed before. */
  readonly print: (reason: string | null) => Promise<void>
  readonly clear: () => void
}

/** Sends an issued paper to the printer and says what came of it. */
export async function printPaper(
  documentId: string,
  reason: string | null,
): Promise<{ readonly paper?: IssuedPaper; readonly printing: Printing }> {
  const reply = await watchPrint(documentId, () =>
    call('certificates.print', { documentId, reason }),
  )
  if (!reply.ok) return { printing: { state: 'refused', refusal: reply.refusal } }
  const { paper, printed, where } = reply.value
  return {
    paper,
    printing: printed
      ? { state: 'printed', where }
      : { state: 'failed', reason: reply.value.reason ?? 'failed' },
  }
}

type Send = (ordered: {
  readonly visitId: string
  readonly order: PaperOrder
  readonly idempotencyKey: string
}) => Promise<Reply<IssuedPaper>>

/** The issue of one paper, once for each press; in the open visit, unless `send` knows another way. */
export function paperDesk(
  send: Send = (ordered) => call('certificates.issue', ordered),
): PaperDesk {
  const state = shallowRef<Issuing>({ step: 'ready' })
  const key = pressKey()
  let turn = 0

  async function issue(visitId: string, order: PaperOrder): Promise<IssuedPaper | undefined> {
    if (state.value.step === 'issuing' || state.value.step === 'issued') return undefined
    const mine = ++turn
    const idempotencyKey = key.of([visitId, order])
    state.value = { step: 'issuing' }
    const reply = await send({ visitId, order, idempotencyKey })
    if (!reply.ok) {
      if (mine === turn) state.value = { step: 'refused', refusal: reply.refusal }
      return undefined
    }
    key.answered()
    // The clerk asked for paper: it is printed even when the panel was closed meanwhile. One that was printed before
    // is only shown: a reprint has its reason.
    const paper = reply.value
    if (paper.prints === 0) await toPrinter(paper, null, mine)
    else if (mine === turn)
      state.value = { step: 'issued', paper, printing: { state: 'printed', where: null } }
    return paper
  }
  async function toPrinter(paper: IssuedPaper, reason: string | null, mine: number): Promise<void> {
    const show = (next: Issuing) => {
      if (mine === turn) state.value = next
    }
    show({ step: 'issued', paper, printing: { state: 'running' } })
    const done = await printPaper(paper.documentId, reason)
    show({ step: 'issued', paper: done.paper ?? paper, printing: done.printing })
  }
  async function print(reason: string | null): Promise<void> {
    if (state.value.step !== 'issued' || state.value.printing.state === 'running') return
    await toPrinter(state.value.paper, reason, turn)
  }
  function clear(): void {
    turn++
    state.value = { step: 'ready' }
  }
  return { state, issue, print, clear }
}
