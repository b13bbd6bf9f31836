import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { BatchResult } from '#core/certificates/batch.model.ts'
import { rial } from '#core/kernel/rial.ts'
import { refused } from '#core/kernel/reply.ts'
import type { PaySlipSummary } from '#core/pensions/pension.model.ts'
import { LIST_PAUSE_MS, useBatch } from '../../../../renderer/certificates/batch.store.ts'
import { batchPace } from '../../../../renderer/certificates/batch-pace.ts'
import { forgetCitizen } from '../../../../renderer/client/forget.ts'
import { notices } from '../../../../renderer/ui/notices.ts'
import { createFakeApp, ok, type FakeApp } from '../../../support/fake-app.ts'
import { aPensionFile, anIssuedPaper } from '../../../support/fake-papers.ts'

const none = rial(0)
const slip = (month: number): PaySlipSummary => ({
  ...{ slipNumber: `100${month}`, pensionNumber: '8000101', year: 1405, month, seq: 1 },
  ...{ paymentType: 'MONTHLY', daysPaid: 30, paidOn: null, notices: [] },
  ...{ totalPayments: none, totalDeductions: none, totalLoans: none, net: none },
})
const item = (label: string) => ({ kind: 'pension-slip' as const, citizenName: 'نمونه', label })
const labels = ['1405/01', '1405/02']
const issued = (label: string): BatchResult['items'][number] => ({
  ...item(label),
  outcome: 'ISSUED',
  paper: anIssuedPaper({ documentId: label, kind: 'pension-slip' }),
  refusal: null,
})
const left = (label: string): BatchResult['items'][number] => ({
  ...item(label),
  outcome: 'CANCELLED',
  paper: null,
  refusal: null,
})
const whole: BatchResult = { batchId: '', cancelled: false, items: labels.map(issued) }
const opening = { visitId: 'visit-1', pensioner: true, employer: false }
let app: FakeApp

const keys = () =>
  app.calls
    .filter(({ method }) => method === 'certificates.issueBatch')
    .map(({ input }) => (input as { idempotencyKey: string }).idempotencyKey)

beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  app = createFakeApp({
    'pensions.files': () =>
      ok([
        aPensionFile(),
        aPensionFile({ pensionNumber: '8000109', pensionType: 'SURVIVORS', relation: 'SPOUSE' }),
      ]),
    'pensions.slips': () => ok([slip(2), slip(1)]),
    'certificates.recipients': () => ok([]),
    'certificates.batchItems': () => ok(labels.map(item)),
    'certificates.issueBatch': () => ok(whole),
    'certificates.cancelBatch': () => ok(null),
  })
  vi.stubGlobal('window', { app: app.bridge })
})
afterEach(() => {
  forgetCitizen()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function listed() {
  const batch = useBatch()
  await batch.open(opening)
  await vi.advanceTimersByTimeAsync(LIST_PAUSE_MS)
  return batch
}

it('lists the newest year of slips before anything is issued', async () => {
  const batch = await listed()
  expect(batch.order).toEqual({ of: 'year-of-slips', pensionNumber: '8000101', year: 1405 })
  expect(batch.items).toMatchObject({ state: 'ready', value: labels.map(item) })
  expect(keys()).toEqual([])
})

it('goes to the survivors’ file for the papers of a family', async () => {
  const batch = await listed()
  expect(batch.kinds).toEqual(['year-of-slips', 'family-slips', 'family-certificates'])
  await batch.chooseKind('family-slips')
  expect(batch.order).toEqual({
    of: 'family-slips',
    pensionNumber: '8000109',
    year: 1405,
    month: 2,
  })
})

it('follows its own progress and no other', async () => {
  let answer: () => void = () => undefined
  app.answer('certificates.issueBatch', () => {
    const reply = ok(whole)
    return new Promise((resolve) => (answer = () => resolve(reply)))
  })
  const batch = await listed()
  const issuing = batch.issue()
  await vi.advanceTimersByTimeAsync(1000)
  const [batchId = ''] = keys()
  app.emit('certificates.batch', { batchId, done: 1, total: 2, refused: 0 })
  app.emit('certificates.batch', { batchId: 'another', done: 9, total: 9, refused: 0 })
  expect(batch.progress).toMatchObject({ done: 1, total: 2, perSecond: 1, secondsLeft: 1 })
  await batch.issue()
  answer()
  await issuing
  expect([batch.run.step, keys().length]).toEqual(['done', 1])
})

it('sends the same key until everything is issued, and a new one after', async () => {
  const batch = await listed()
  app.answer('certificates.issueBatch', () => refused({ code: 'unavailable' }))
  await batch.issue()
  expect(batch.run.step).toBe('refused')
  const cancelled = { batchId: '', cancelled: true, items: [issued('1405/01'), left('1405/02')] }
  app.answer('certificates.issueBatch', () => ok(cancelled))
  await batch.issue()
  app.answer('certificates.issueBatch', () => ok(whole))
  await batch.issue()
  expect(new Set(keys()).size).toBe(1)
  batch.another()
  await batch.issue()
  expect(new Set(keys()).size).toBe(2)
})

it('is shown as it is when its panel opens again, and tells its end when nobody looks', async () => {
  const batch = await listed()
  batch.isWatched = false
  await batch.issue()
  expect(notices.value.at(-1)?.text).toContain('۲ از ۲')
  await batch.open(opening)
  expect(batch.run.step).toBe('done')
  await batch.open({ ...opening, visitId: 'visit-2' })
  expect(batch.run.step).toBe('ready')
})

it('prints what is not printed yet, and stops at the first that fails', async () => {
  const batch = await listed()
  await batch.issue()
  app.answer('certificates.print', ({ documentId }) => {
    const paper = anIssuedPaper({ documentId, prints: 1, printState: 'PRINTED' })
    return ok(
      documentId === labels[0]
        ? { paper, printed: true, where: null, reason: null }
        : { paper: anIssuedPaper({ documentId }), printed: false, where: null, reason: 'failed' },
    )
  })
  await batch.printAll()
  expect(batch.printing).toEqual({
    state: 'over',
    done: 1,
    total: 2,
    fault: { state: 'failed', reason: 'failed' },
  })
  expect(batch.papers.map(({ prints }) => prints)).toEqual([1, 0])
})

it('leaves the screen with its citizen', async () => {
  const batch = await listed()
  await batch.issue()
  forgetCitizen()
  expect([batch.run.step, batch.items.state, batch.order]).toEqual(['ready', 'idle', null])
})

it.each([
  [{ done: 0, total: 9 }, 1000, undefined, undefined],
  [{ done: 4, total: 10 }, 2000, 2, 3],
])('the pace of %o after %i ms', (progress, now, perSecond, secondsLeft) => {
  expect(batchPace(progress, 0, now)).toEqual({ perSecond, secondsLeft })
})
