import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { IssuedPaper } from '#core/certificates/certificate.model.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { Reply } from '#core/kernel/reply.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { whenForgotten } from '../client/forget.ts'
import { printPaper, type Printing } from './issuing.ts'
import { printsUnderWay } from './print-watch.ts'

/** `UNKNOWN`: handed to a printer before this window looked, and nobody knows whether paper came out. */
export type QueueState = 'WAITING' | 'UNDER_WAY' | 'UNKNOWN' | 'FAILED'

/** How a paper stands in the queue, as this window knows it. */
export function queueState(paper: IssuedPaper): QueueState {
  if (printsUnderWay.value.has(paper.documentId)) return 'UNDER_WAY'
  if (paper.printState === 'SENDING') return 'UNKNOWN'
  return paper.printState === 'FAILED' ? 'FAILED' : 'WAITING'
}

/** Papers of this clerk that are issued and not printed yet. */
export const usePrintQueue = defineStore('certificates/print-queue', () => {
  const queue = latest(() => call('certificates.queue', null))
  const selected = ref<string | null>(null)
  /** What the office said no to, by paper; gone at the next try. */
  const refusals = shallowRef<Readonly<Record<string, RefusalData>>>({})
  const isPrintingAll = ref(false)
  const papers = computed(() => loaded(queue.load.value) ?? [])
  /** What «print all» would print: not what may lie in the printer already. */
  const printable = computed(() =>
    papers.value.filter((one) => ['WAITING', 'FAILED'].includes(queueState(one))),
  )

  async function reload(): Promise<void> {
    const at = papers.value.findIndex((one) => one.documentId === selected.value)
    await queue.ask()
    if (papers.value.some((one) => one.documentId === selected.value)) return
    // The one that took the place of a paper that is gone.
    const next = papers.value[Math.max(0, at)] ?? papers.value.at(-1)
    selected.value = next?.documentId ?? null
  }
  function note(documentId: string, refusal: RefusalData | undefined): void {
    const others = Object.entries(refusals.value).filter(([id]) => id !== documentId)
    refusals.value = Object.fromEntries(refusal ? [...others, [documentId, refusal]] : others)
  }
  /** Sends a paper to its printer; undefined while it is on its way already. */
  async function print(paper: IssuedPaper, reason: string | null): Promise<Printing | undefined> {
    const { documentId } = paper
    if (printsUnderWay.value.has(documentId)) return undefined
    note(documentId, undefined)
    const { printing } = await printPaper(documentId, reason)
    if (printing.state === 'refused' && printing.refusal.code !== 'conflict')
      note(documentId, printing.refusal)
    await reload()
    return printing
  }
  /** Prints one after the other; stops at the first that fails. How many were printed. */
  async function printAll(): Promise<number> {
    if (isPrintingAll.value) return 0
    isPrintingAll.value = true
    let done = 0
    try {
      for (const paper of printable.value) {
        const printing = await print(paper, null)
        if (printing?.state !== 'printed') break
        done++
      }
    } finally {
      isPrintingAll.value = false
    }
    return done
  }
  /** Takes a paper out unprinted; it stays issued. */
  async function drop(documentId: string): Promise<Reply<IssuedPaper>> {
    note(documentId, undefined)
    const reply = await call('certificates.dropPrint', { documentId })
    await reload()
    return reply
  }
  whenForgotten(() => {
    queue.clear()
    refusals.value = {}
    selected.value = null
  })
  return {
    queue: queue.load,
    papers,
    printable,
    selected,
    refusals,
    isPrintingAll,
    reload,
    print,
    printAll,
    drop,
  }
})
