import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { BatchOrder, BatchProgress, BatchResult } from '#core/certificates/batch.model.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { onEvent } from '../client/use-event.ts'
import { t } from '../locales/texts.ts'
import { notify } from '../ui/notices.ts'
import { batchForm, type BatchOpening } from './batch-form.ts'
import { batchPace } from './batch-pace.ts'
import { printPaper, type Printing } from './issuing.ts'
import { paperSaver } from './paper-saver.ts'
import { pressKey } from './press-key.ts'

/** How long the clerk must pause before a list is made anew. */
export const LIST_PAUSE_MS = 150

/** A batch on its way: it goes on in the office whether its panel is open or not. */
export type BatchRun =
  | { readonly step: 'ready' }
  | {
      readonly step: 'running'
      readonly batchId: string
      readonly progress: BatchProgress | null
      readonly beganAt: number
      readonly isCancelling: boolean
    }
  | { readonly step: 'refused'; readonly refusal: RefusalData }
  | { readonly step: 'done'; readonly result: BatchResult }

/** The printing of what a batch issued, one paper after the other. */
export type BatchPrinting =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  | {
      readonly state: 'over'
      readonly done: number
      readonly total: number
      readonly fault: Exclude<Printing, { state: 'running' | 'printed' }> | null
    }

/** Several papers with one press: which ones, their issue, and what comes after. */
export const useBatch = defineStore('certificates/batch', () => {
  const form = batchForm()
  const visitId = ref<string | null>(null)
  const items = latest((visit: string, batch: BatchOrder) =>
    call('certificates.batchItems', { visitId: visit, batch }),
  )
  const run = shallowRef<BatchRun>({ step: 'ready' })
  const printing = shallowRef<BatchPrinting>({ state: 'idle' })
  const saver = paperSaver()
  /** Somebody looks at the panel; else the end is told in a notice. */
  const isWatched = ref(false)
  const key = pressKey()
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const progress = computed(() => {
    const { value: now } = run
    if (now.step !== 'running' || !now.progress) return undefined
    return { ...now.progress, ...batchPace(now.progress, now.beganAt, Date.now()) }
  })
  const papers = computed(() =>
    run.value.step === 'done'
      ? run.value.result.items.flatMap(({ paper }) => (paper ? [paper] : []))
      : [],
  )

  watch(form.order, (order) => {
    clearTimeout(timer)
    const { value: visit } = visitId
    if (visit === null || run.value.step === 'running' || run.value.step === 'done') return
    if (!order) items.clear()
    else timer = setTimeout(() => void items.ask(visit, order), LIST_PAUSE_MS)
  })
  onEvent('certificates.batch', (next) => {
    const { value: now } = run
    if (now.step !== 'running' || now.batchId !== next.batchId) return
    run.value = { ...now, progress: next }
  })

  /** Opens a list; one that is on its way, or whose end nobody has seen, is shown as it is. */
  async function open(opening: BatchOpening): Promise<void> {
    const isOwn = visitId.value === opening.visitId
    if (isOwn && (run.value.step === 'running' || run.value.step === 'done')) return
    visitId.value = opening.visitId
    restart()
    items.clear()
    await form.open(opening)
  }
  function restart(): void {
    run.value = { step: 'ready' }
    printing.value = { state: 'idle' }
    saver.clear()
  }
  /** Back to the list, to choose another. */
  function another(): void {
    restart()
    if (visitId.value !== null && form.order.value) void items.ask(visitId.value, form.order.value)
  }
  /** Issues all of the list. Pressed again, for what was refused or not begun, nothing is issued twice. */
  async function issue(): Promise<void> {
    const { value: visit } = visitId
    const { value: batch } = form.order
    if (visit === null || batch === null || run.value.step === 'running') return
    form.remember()
    const mine = ++turn
    const idempotencyKey = key.of([visit, batch])
    printing.value = { state: 'idle' }
    saver.clear()
    run.value = {
      ...{ step: 'running', batchId: idempotencyKey, progress: null },
      ...{ beganAt: Date.now(), isCancelling: false },
    }
    const reply = await call('certificates.issueBatch', { visitId: visit, batch, idempotencyKey })
    if (mine !== turn) return
    if (!reply.ok) {
      run.value = { step: 'refused', refusal: reply.refusal }
      return
    }
    const { value: result } = reply
    if (result.items.every(({ outcome }) => outcome === 'ISSUED')) key.answered()
    run.value = { step: 'done', result }
    if (!isWatched.value)
      notify(
        'info',
        t('papers.batch.finished', { n: papers.value.length, of: result.items.length }),
      )
  }
  async function cancel(): Promise<void> {
    const { value: now } = run
    if (now.step !== 'running' || now.isCancelling) return
    run.value = { ...now, isCancelling: true }
    await call('certificates.cancelBatch', { batchId: now.batchId })
  }
  /** Prints what was never printed; stops at the first that fails, and what is left stays in the print queue. */
  async function printAll(): Promise<void> {
    const { value: now } = run
    if (now.step !== 'done' || printing.value.state === 'running') return
    const mine = turn
    const waiting = papers.value.filter(({ prints }) => prints === 0)
    const total = waiting.length
    let done = 0
    printing.value = { state: 'running', done, total }
    for (const { documentId } of waiting) {
      const { paper, printing: came } = await printPaper(documentId, null)
      if (mine !== turn) return
      if (paper) replace(paper)
      if (came.state !== 'printed') {
        const fault = came.state === 'running' ? null : came
        printing.value = { state: 'over', done, total, fault }
        return
      }
      printing.value = { state: 'running', done: ++done, total }
    }
    printing.value = { state: 'over', done, total, fault: null }
  }
  function replace(paper: (typeof papers.value)[number]): void {
    const { value: now } = run
    if (now.step !== 'done') return
    const list = now.result.items.map((item) =>
      item.paper?.documentId === paper.documentId ? { ...item, paper } : item,
    )
    run.value = { step: 'done', result: { ...now.result, items: list } }
  }
  async function save(as: 'one' | 'many'): Promise<void> {
    if (visitId.value === null || papers.value.length === 0) return
    const ids = papers.value.map(({ documentId }) => documentId)
    await saver.save(visitId.value, ids, as)
  }
  whenForgotten(() => {
    turn++
    clearTimeout(timer)
    visitId.value = null
    form.clear()
    items.clear()
    restart()
  })
  const { telling, remember: _, clear: __, ...fields } = form
  return {
    ...fields,
    ...telling,
    items: items.load,
    run,
    progress,
    papers,
    printing,
    saving: saver.state,
    isWatched,
    open,
    another,
    issue,
    cancel,
    printAll,
    save,
  }
})
