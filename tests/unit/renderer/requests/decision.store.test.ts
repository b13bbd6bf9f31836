import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Input } from '#core/contract.ts'
import { refused } from '#core/kernel/reply.ts'
import type { RequestItem } from '#core/requests/decisions.contract.ts'
import { faultsOf, wordsOf } from '../../../../renderer/requests/decision-words.ts'
import { useDecision } from '../../../../renderer/requests/decision.store.ts'
import { jalali } from '../../../support/counter.ts'
import { createFakeApp, ok } from '../../../support/fake-app.ts'

const day = jalali('1405/09/02')
type Event = RequestItem['request']['events'][number]
const event = (seq: number, status: Event['status'], by: string | null): Event => ({
  ...{ seq, status, by, onDay: day, atTime: '10:00', actor: 'EXPERT', note: null },
  ...{ papers: [], decision: null },
})

function item(version: number, events: readonly Event[]): RequestItem {
  return {
    request: {
      ...{ trackingCode: '4835023013', kind: 'MARRIAGE', title: null, role: 'INSURED' },
      ...{ status: events.at(-1)?.status ?? '9', filedOn: day, promisedOn: null },
      ...{ origin: 'COUNTER', branchName: 'نمونه', rejectReason: null, lastChangeOn: day },
      ...{ comment: null, events: [...events], assignments: [] },
      ...{ referenceCode: null, version, form: {} },
    },
    citizen: {
      ...{ citizenId: 1, fullName: 'نمونه', maskedId: '001****011', fatherName: null },
      isColleague: false,
    },
    presence: { kind: 'SELF', holderName: null },
    ...{ filedBy: { fullName: 'متصدی', clerkCode: '1' }, owner: null },
    ...{ verdictFiled: null, verdictNow: null, differences: [], choices: {}, papers: [] },
    acts: [{ act: 'ASK', bar: null }],
    ...{ needsOverride: true, paysAmount: true },
    reasons: [
      { code: 'not-registered', values: {}, article: 'SSA-85', from: 'LAW' },
      { code: 'other-reason', values: {}, article: null, from: 'GENERAL' },
    ],
  }
}

const ASK = { act: 'ASK', note: 'تاریخ را بسنجید' } as const

function install() {
  const state = { item: item(1, [event(1, '9', null)]), isTaken: false }
  const keys: string[] = []
  const app = createFakeApp({
    'requests.item': () => ok(state.item),
    'requests.decide': ({ idempotencyKey }: Input<'requests.decide'>) => {
      keys.push(idempotencyKey)
      if (!state.isTaken)
        return ok({ decisionId: 'd', trackingCode: '4835023013', act: 'ASK', status: '14' })
      state.item = item(2, [event(1, '9', null), event(2, '21', 'همکار')])
      return refused({ code: 'conflict', what: 'decided-meanwhile' })
    },
  })
  vi.stubGlobal('window', { app: app.bridge })
  return { state, keys }
}

beforeEach(() => setActivePinia(createPinia()))
afterEach(() => {
  vi.unstubAllGlobals()
})

it('keeps both works where somebody was faster, and what was typed', async () => {
  const { state } = install()
  const store = useDecision()
  await store.open('4835023013')
  store.typed.ASK.note = ASK.note
  state.isTaken = true
  expect(await store.decide(ASK)).toBe(false)
  expect(store.overtaken).toMatchObject({ mine: ASK, known: 1 })
  expect(store.item?.request.version).toBe(2)
  store.yieldToColleague()
  expect(store.overtaken).toBeNull()
  expect(store.typed.ASK.note).toBe(ASK.note)
})

it('decides on the new state where the clerk insists, under another key', async () => {
  const { state, keys } = install()
  const store = useDecision()
  await store.open('4835023013')
  state.isTaken = true
  await store.decide(ASK)
  state.isTaken = false
  expect(await store.decide(ASK)).toBe(true)
  expect(new Set(keys).size).toBe(2)
  expect(store.decided).toMatchObject({ status: '14' })
  expect(store.overtaken).toBeNull()
})

it('forgets what was typed with the request it was typed for', async () => {
  install()
  const store = useDecision()
  await store.open('4835023013')
  store.typed.REFUSE.note = 'علت'
  await store.open('4835023013')
  expect(store.typed.REFUSE.note).toBe('علت')
  await store.open('4835023014')
  expect(store.typed.REFUSE.note).toBe('')
})

it('says what is missing of each act, and sends what was typed', () => {
  const empty = { note: ' ', override: '', papers: [], reason: '' }
  expect(Object.keys(faultsOf('ASK', empty, false))).toEqual(['note'])
  expect(Object.keys(faultsOf('RETURN', empty, false))).toEqual(['papers'])
  expect(Object.keys(faultsOf('PROCESS', empty, true))).toEqual(['override'])
  expect(Object.keys(faultsOf('REFUSE', empty, false))).toEqual(['reason', 'note'])
  expect(faultsOf('APPROVE', empty, false)).toEqual({})
  expect(Object.keys(faultsOf('APPROVE', { ...empty, note: 'آ' }, false))).toEqual(['note'])
  const given = item(1, [])
  expect(wordsOf('REFUSE', { ...empty, note: ' علت ', reason: '0' }, given)).toEqual({
    ...{ act: 'REFUSE', note: 'علت', reason: { code: 'not-registered', article: 'SSA-85' } },
  })
  expect(wordsOf('APPROVE', { ...empty, override: ' دیده شد ' }, given)).toEqual({
    ...{ act: 'APPROVE', note: null, override: 'دیده شد' },
  })
})
