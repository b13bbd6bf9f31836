import { afterEach, expect, it, vi } from 'vitest'
import type { IssuedPaper } from '#core/certificates/certificate.model.ts'
import type { PaperOrder } from '#core/certificates/paper.model.ts'
import { instantAt } from '#core/kernel/instant.ts'
import { refused } from '#core/kernel/reply.ts'
import { paperDesk } from '../../../../renderer/certificates/issuing.ts'
import { createFakeApp, ok, type Answers } from '../../../support/fake-app.ts'

const paper: IssuedPaper = {
  documentId: 'document-1',
  kind: 'pension-slip',
  number: '900-1405-2-000001',
  issuedAt: instantAt(0),
  citizenName: 'نمونه',
  validUntil: null,
  trackingCode: null,
  sha256: '00',
  printState: 'WAITING',
  printFault: null,
  prints: 0,
}
const order: PaperOrder = { kind: 'pension-slip', slipNumber: '1001' }
const printed = { paper: { ...paper, prints: 1 }, printed: true, where: 'printer', reason: null }

function install(answers: Answers) {
  const app = createFakeApp({
    'certificates.issue': () => ok(paper),
    'certificates.print': () => ok(printed),
    ...answers,
  })
  vi.stubGlobal('window', { app: app.bridge })
  const keys = () =>
    app.calls
      .filter((one) => one.method === 'certificates.issue')
      .map((one) => (one.input as { idempotencyKey: string }).idempotencyKey)
  const prints = () => app.calls.filter((one) => one.method === 'certificates.print')
  return { ...app, keys, prints }
}
afterEach(() => vi.unstubAllGlobals())

it('issues and prints with one press', async () => {
  const app = install({})
  const desk = paperDesk()
  await desk.issue('visit-1', order)
  expect(desk.state.value).toEqual({
    step: 'issued',
    paper: printed.paper,
    printing: { state: 'printed', where: 'printer' },
  })
  expect(app.prints()).toHaveLength(1)
})

it('is deaf while a paper is on its way and once it lies there', async () => {
  let answer: () => void = () => undefined
  const app = install({
    'certificates.issue': () =>
      new Promise((resolve) => {
        answer = () => resolve(ok(paper))
      }),
  })
  const desk = paperDesk()
  const first = desk.issue('visit-1', order)
  await desk.issue('visit-1', order)
  await vi.waitFor(() => expect(app.keys()).toHaveLength(1))
  answer()
  await first
  await desk.issue('visit-1', order)
  expect(app.keys()).toHaveLength(1)
})

it('keeps the key of a press whose answer did not come', async () => {
  const app = install({ 'certificates.issue': () => refused({ code: 'unavailable' }) })
  const desk = paperDesk()
  await desk.issue('visit-1', order)
  expect(desk.state.value).toEqual({ step: 'refused', refusal: { code: 'unavailable' } })
  app.answer('certificates.issue', () => ok(paper))
  await desk.issue('visit-1', order)
  expect(new Set(app.keys())).toHaveLength(1)
  expect(app.keys()).toHaveLength(2)
})

it('takes a new key for another order and for another press', async () => {
  const app = install({ 'certificates.issue': () => refused({ code: 'unavailable' }) })
  const desk = paperDesk()
  await desk.issue('visit-1', order)
  await desk.issue('visit-1', { ...order, slipNumber: '1002' })
  app.answer('certificates.issue', () => ok(paper))
  await desk.issue('visit-1', order)
  desk.clear()
  await desk.issue('visit-1', order)
  expect(new Set(app.keys())).toHaveLength(4)
})

it('tells apart a paper that is issued and a print that failed, and prints it again', async () => {
  const failed = { paper, printed: false, where: null, reason: 'no-printer' as const }
  const app = install({ 'certificates.print': () => ok(failed) })
  const desk = paperDesk()
  await desk.issue('visit-1', order)
  expect(desk.state.value).toEqual({
    step: 'issued',
    paper,
    printing: { state: 'failed', reason: 'no-printer' },
  })
  app.answer('certificates.print', () => ok(printed))
  await desk.print(null)
  expect(desk.state.value).toMatchObject({ printing: { state: 'printed' } })
  expect(app.keys()).toHaveLength(1)
})

it('prints what was issued although the panel was closed meanwhile', async () => {
  const app = install({})
  const desk = paperDesk()
  const issuing = desk.issue('visit-1', order)
  desk.clear()
  await issuing
  expect(app.prints()).toHaveLength(1)
  expect(desk.state.value).toEqual({ step: 'ready' })
})
