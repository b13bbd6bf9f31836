import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { IssuedPaper } from '#core/certificates/certificate.model.ts'
import { refused } from '#core/kernel/reply.ts'
import { queueState, usePrintQueue } from '../../../../renderer/certificates/print-queue.store.ts'
import { printsUnderWay } from '../../../../renderer/certificates/print-watch.ts'
import { createFakeApp, ok, type Answers } from '../../../support/fake-app.ts'
import { anIssuedPaper } from '../../../support/fake-papers.ts'

const paper = (documentId: string, other: Partial<IssuedPaper> = {}) =>
  anIssuedPaper({ documentId, ...other })

/** An office whose printer takes whatever comes. */
function install(papers: readonly IssuedPaper[], answers: Answers = {}) {
  let queue = [...papers]
  const take = (documentId: string) => {
    const found = queue.find((one) => one.documentId === documentId)
    queue = queue.filter((one) => one !== found)
    return found ?? paper(documentId)
  }
  const app = createFakeApp({
    'certificates.queue': () => ok(queue),
    'certificates.print': ({ documentId }) =>
      ok({ paper: take(documentId), printed: true, where: 'printer', reason: null }),
    'certificates.dropPrint': ({ documentId }) => ok(take(documentId)),
    ...answers,
  })
  vi.stubGlobal('window', { app: app.bridge })
  const printed = () =>
    app.calls
      .filter((one) => one.method === 'certificates.print')
      .map((one) => (one.input as { documentId: string }).documentId)
  return { ...app, printed }
}
beforeEach(() => {
  setActivePinia(createPinia())
})
afterEach(() => vi.unstubAllGlobals())

it('tells what waits, what failed and what nobody knows the end of', () => {
  install([])
  expect(queueState(paper('a'))).toBe('WAITING')
  expect(queueState(paper('a', { printState: 'FAILED' }))).toBe('FAILED')
  expect(queueState(paper('a', { printState: 'SENDING' }))).toBe('UNKNOWN')
})

it('prints once for two presses, and shows the paper under way meanwhile', async () => {
  const one = paper('a')
  const app = install([one])
  const queue = usePrintQueue()
  await queue.reload()
  const printing = queue.print(one, null)
  expect(queueState(one)).toBe('UNDER_WAY')
  expect(await queue.print(one, null)).toBeUndefined()
  expect(await printing).toEqual({ state: 'printed', where: 'printer' })
  expect(app.printed()).toEqual(['a'])
  expect([printsUnderWay.value.size, queue.papers.length]).toEqual([0, 0])
})

it('prints all but what may lie in the printer, and stops at the first that fails', async () => {
  const papers = [paper('a'), paper('b', { printState: 'SENDING' }), paper('c'), paper('d')]
  const app = install(papers)
  const queue = usePrintQueue()
  await queue.reload()
  app.answer('certificates.print', ({ documentId }) =>
    ok({
      paper: paper(documentId),
      printed: documentId !== 'c',
      where: null,
      reason: documentId === 'c' ? 'failed' : null,
    }),
  )
  expect(await queue.printAll()).toBe(1)
  expect(app.printed()).toEqual(['a', 'c'])
  expect(queue.isPrintingAll).toBe(false)
})

it('takes a paper out and selects the one that took its place', async () => {
  install([paper('a'), paper('b'), paper('c')])
  const queue = usePrintQueue()
  await queue.reload()
  queue.selected = 'b'
  await queue.drop('b')
  expect(queue.selected).toBe('c')
  await queue.drop('c')
  expect(queue.selected).toBe('a')
})

it('keeps a refusal beside its paper until the next try; a print under way is none', async () => {
  const one = paper('a')
  const app = install([one], {
    'certificates.print': () => refused({ code: 'unavailable' }),
  })
  const queue = usePrintQueue()
  await queue.print(one, null)
  expect(queue.refusals).toEqual({ a: { code: 'unavailable' } })
  app.answer('certificates.print', () => refused({ code: 'conflict', what: 'print-under-way' }))
  await queue.print(one, null)
  expect(queue.refusals).toEqual({})
})
