import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Output } from '#core/contract.ts'
import { instantAt } from '#core/kernel/instant.ts'
import { refused } from '#core/kernel/reply.ts'
import { forgetCitizen } from '../../../../renderer/client/forget.ts'
import { useServiceRequest } from '../../../../renderer/requests/service-request.store.ts'
import { createFakeApp, ok, type Answers } from '../../../support/fake-app.ts'
import { jalali } from '../../../support/counter.ts'

const wedding = jalali('1405/07/01')
const savedAt = instantAt(0)
const assessment: Output<'requests.assess'> = {
  decision: { entitled: true, because: [], figures: [], articles: ['SSA-85'] },
  openRequest: null,
  lacksAccount: false,
  filled: {},
  choices: {},
  papers: [
    { code: 'MARRIAGE_DEED', required: true, inBox: null },
    { code: 'ACCOUNT_PROOF', required: false, inBox: null },
  ],
  prefilled: {
    marriageDate: wedding,
    permanent: true,
    registered: true,
    firstMarriage: true,
    employedOnWeddingDay: true,
    spouseId: '0000001015',
    spouseName: 'همسر نمونه',
  },
}
const filed = {
  trackingCode: '4835023013',
  kind: 'MARRIAGE' as const,
  status: '9' as const,
  filedAt: savedAt,
  promisedOn: null,
  nextStep: 'رسیدگی در شعبه',
}

function install(answers: Answers = {}) {
  const app = createFakeApp({
    'requests.draft': () => ok(null),
    'requests.assess': () => ok(assessment),
    'requests.saveDraft': ({ kind, form }) => ok({ kind, form, savedAt }),
    'requests.discardDraft': () => ok(null),
    'requests.file': () => ok(filed),
    ...answers,
  })
  vi.stubGlobal('window', { app: app.bridge })
  const sent = (method: string) => app.calls.filter((one) => one.method === method)
  return { ...app, sent }
}
async function whole() {
  const request = useServiceRequest()
  await request.open('visit-1', 'MARRIAGE')
  request.form['deedNumber'] = '۱۲۳۴۵'
  request.form['registryOffice'] = '12'
  request.receiveAll()
  await vi.advanceTimersByTimeAsync(0)
  return request
}
beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
})
afterEach(() => {
  forgetCitizen()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('fills in what the file knows and saves no draft for it', async () => {
  const app = install()
  const request = useServiceRequest()
  await request.open('visit-1', 'MARRIAGE')
  expect(request.form).toMatchObject({ marriageDate: wedding, spouseName: 'همسر نمونه' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(app.sent('requests.saveDraft')).toHaveLength(0)
})

it('saves a draft at each change and asks the rule again only for what it rests on', async () => {
  const app = install()
  const request = useServiceRequest()
  await request.open('visit-1', 'MARRIAGE')
  request.form['note'] = 'یادداشت'
  await vi.advanceTimersByTimeAsync(300)
  expect(app.sent('requests.saveDraft')).toHaveLength(1)
  expect(app.sent('requests.assess')).toHaveLength(1)
  request.form['permanent'] = false
  await vi.advanceTimersByTimeAsync(300)
  expect(app.sent('requests.assess')).toHaveLength(2)
  expect(request.draft).toEqual({ state: 'saved', at: savedAt })
})

it('restores a draft with what was typed wrong', async () => {
  const form = { marriageDate: '1405/13/40', spouseId: '123', papers: ['MARRIAGE_DEED'] }
  install({ 'requests.draft': () => ok({ kind: 'MARRIAGE', form, savedAt }) })
  const request = useServiceRequest()
  await request.open('visit-1', 'MARRIAGE')
  expect(request.isRestored).toBe(true)
  expect(request.form).toMatchObject({
    marriageDate: '1405/13/40',
    spouseId: '۱۲۳',
    spouseName: 'همسر نمونه',
    papers: ['MARRIAGE_DEED'],
  })
})

it('opens on what was asked for before the draft, and leads back to the draft', async () => {
  const form = { deedNumber: '11', registryOffice: '7' }
  const app = install({ 'requests.draft': () => ok({ kind: 'MARRIAGE', form, savedAt }) })
  const request = useServiceRequest()
  await request.open('visit-1', 'MARRIAGE', { deedNumber: '22' })
  expect(app.sent('requests.assess')).toMatchObject([{ input: { form: { deedNumber: '22' } } }])
  expect(request.form).toMatchObject({ deedNumber: '۲۲', registryOffice: '7' })
  expect(request.setAside).toEqual({ deedNumber: '11' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(app.sent('requests.saveDraft')).toHaveLength(0)
  request.takeBack()
  expect(request.form).toMatchObject({ deedNumber: '۱۱', registryOffice: '7' })
  expect(request.setAside).toEqual({})
})

it('sets nothing aside where the draft is about the same', async () => {
  const form = { deedNumber: '22' }
  install({ 'requests.draft': () => ok({ kind: 'MARRIAGE', form, savedAt }) })
  const request = useServiceRequest()
  await request.open('visit-1', 'MARRIAGE', { deedNumber: '22' })
  expect(request.setAside).toEqual({})
})

it('sends nothing while something is wrong, and says all of it', async () => {
  const app = install()
  const request = useServiceRequest()
  await request.open('visit-1', 'MARRIAGE')
  request.form['spouseId'] = '123'
  await request.file()
  expect(request.faults).toEqual({
    spouseId: { fault: 'format' },
    deedNumber: { fault: 'required' },
    registryOffice: { fault: 'required' },
    papers: { fault: 'papers' },
  })
  expect(app.sent('requests.file')).toHaveLength(0)
})

it('files under one key until the office answers with the request', async () => {
  const app = install({ 'requests.file': () => refused({ code: 'unavailable' }) })
  const request = await whole()
  await request.file()
  expect(request.refusal).toEqual({ code: 'unavailable' })
  request.form['note'] = 'دوباره'
  await vi.advanceTimersByTimeAsync(0)
  app.answer('requests.file', () => ok(filed))
  await request.file()
  await request.file()
  expect(request.filed?.trackingCode).toBe('4835023013')
  const keys = app
    .sent('requests.file')
    .map((one) => (one.input as { idempotencyKey: string }).idempotencyKey)
  expect(keys).toHaveLength(2)
  expect(new Set(keys)).toHaveLength(1)
})

it('leaves no draft behind once it is filed', async () => {
  const app = install()
  const request = await whole()
  await request.file()
  const order = app.calls.map((one) => one.method)
  expect(order.lastIndexOf('requests.saveDraft')).toBeLessThan(order.indexOf('requests.file'))
  request.form['note'] = 'پس از ثبت'
  await vi.advanceTimersByTimeAsync(1000)
  expect(app.sent('requests.saveDraft')).toHaveLength(1)
  expect(request.draft).toEqual({ state: 'none' })
})

it('is deaf to a second press while the first is on its way', async () => {
  let answer: () => void = () => undefined
  const app = install({
    'requests.file': () =>
      new Promise((resolve) => {
        answer = () => resolve(ok(filed))
      }),
  })
  const request = await whole()
  const first = request.file()
  await request.file()
  await vi.waitFor(() => expect(app.sent('requests.file')).toHaveLength(1))
  answer()
  await first
  expect(app.sent('requests.file')).toHaveLength(1)
})

it.each([
  ['not-entitled', { decision: { ...assessment.decision, entitled: false } }],
  ['no-account', { lacksAccount: true }],
])('files nothing against a block: %s', async (block, other) => {
  const app = install({ 'requests.assess': () => ok({ ...assessment, ...other } as never) })
  const request = await whole()
  expect(request.block).toBe(block)
  await request.file()
  expect(app.sent('requests.file')).toHaveLength(0)
})

it('puts a fault that the office found at its field', async () => {
  const refusal = { code: 'invalid-input', field: 'request.form.spouseId', fault: 'same-person' }
  install({ 'requests.file': () => refused(refusal as never) })
  const request = await whole()
  await request.file()
  expect(request.faults).toEqual({ spouseId: { fault: 'same-person' } })
  expect(request.refusal).toBeNull()
})
