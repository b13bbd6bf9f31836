import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { IssuedPaper } from '#core/certificates/certificate.model.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { whenForgotten } from '../client/forget.ts'
import { printPaper, type Printing } from './issuing.ts'

/** What came of the prints of this session, by paper. */
export interface PrintNews {
  readonly paper: IssuedPaper
  readonly printing: Printing
}

/** Papers of this clerk that are issued and not printed yet. */
export const usePrintQueue = defineStore('certificates/print-queue', () => {
  const queue = latest(() => call('certificates.queue', null))
  const selected = ref<string | null>(null)
  const news = shallowRef<Readonly<Record<string, PrintNews>>>({})
  const papers = computed(() => loaded(queue.load.value) ?? [])
  const isPrinting = computed(() =>
    Object.values(news.value).some(({ printing }) => printing.state === 'running'),
  )

  async function reload(): Promise<void> {
    await queue.ask()
    const known = papers.value.some((one) => one.documentId === selected.value)
    if (!known) selected.value = papers.value[0]?.documentId ?? null
  }
  /** Prints once more; deaf to a second press while the paper is on its way. */
  async function print(paper: IssuedPaper, reason: string | null): Promise<Printing | undefined> {
    const { documentId } = paper
    if (news.value[documentId]?.printing.state === 'running') return undefined
    const tell = (printing: Printing, now: IssuedPaper) =>
      (news.value = { ...news.value, [documentId]: { paper: now, printing } })
    tell({ state: 'running' }, paper)
    const done = await printPaper(documentId, reason)
    tell(done.printing, done.paper ?? paper)
    await reload()
    return done.printing
  }
  /** Prints everything that was never printed, one after the other; stops at the first that fails. */
  async function printAll(): Promise<void> {
    for (const paper of papers.value.filter((one) => one.prints === 0)) {
      const printing = await print(paper, null)
      if (printing?.state !== 'printed') return
    }
  }
  whenForgotten(() => {
    queue.clear()
    news.value = {}
    selected.value = null
  })
  return { queue: queue.load, papers, selected, news, isPrinting, reload, print, printAll }
})
