import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { historyOf } from '#core/insured/contributions.rules.ts'
import { forgetCitizen } from '../../../../renderer/client/forget.ts'
import { useInsured } from '../../../../renderer/insured/insured.store.ts'
import { WHOLE_RECORD } from '../../../../renderer/insured/record-filter.ts'
import { contributions } from '../../../support/contributions.ts'
import { createFakeApp, ok } from '../../../support/fake-app.ts'

const rows = contributions('1380/01-1380/12:30;1403/01-1403/12:31@100;1403/01-1403/12:20@50')
const lengths = { yearDays: 365, monthDays: 30 }
const VISIT = 'a8a93c7c-795e-4faa-af44-2f1dd5005339'

function start() {
  const app = createFakeApp({
    'insured.contributions': () =>
      ok({ profiles: [], history: historyOf(rows, lengths), lengths, dataAsOf: null }),
  })
  vi.stubGlobal('window', { app: app.bridge })
  return useInsured()
}

beforeEach(() => {
  setActivePinia(createPinia())
})
afterEach(() => vi.unstubAllGlobals())

describe('the insured role of the screen', () => {
  it('shows the whole record until it is narrowed, and counts what is left by itself', async () => {
    const store = start()
    await store.open(VISIT)
    expect(store.shown).toBe(store.whole)
    expect(store.rows).toHaveLength(3)
    store.filter = { ...WHOLE_RECORD, workshop: '9000011002' }
    expect(store.rows).toHaveLength(1)
    expect(store.shown).toMatchObject({
      totalDays: 240,
      totalWage: 600,
      span: { years: 0, months: 8, days: 0 },
    })
    expect(store.whole?.totalDays).toBe(725)
    store.clearFilter()
    expect(store.shown).toBe(store.whole)
  })

  it('clearing keeps the era that is looked at', async () => {
    const store = start()
    await store.open(VISIT)
    store.filter = { ...WHOLE_RECORD, era: 'WAGES', from: 1404 }
    expect(store.rows).toEqual([])
    store.clearFilter()
    expect(store.filter).toEqual({ ...WHOLE_RECORD, era: 'WAGES' })
    expect(store.rows).toHaveLength(2)
  })

  it('names the scope of a statement that says what stands on the screen', () => {
    const store = start()
    expect(store.scope).toBe('ALL')
    store.withWages = true
    expect(store.scope).toBe('COMBINED')
    store.filter = { ...WHOLE_RECORD, era: 'WAGES' }
    expect(store.scope).toBe('WAGES')
  })

  it('opens a part that was asked for, and forgets all with the citizen', async () => {
    const store = start()
    await store.open(VISIT)
    store.show('dependants')
    expect([store.tab, store.isAsked]).toEqual(['dependants', true])
    store.filter = { ...WHOLE_RECORD, from: 1403 }
    forgetCitizen()
    expect(store.file.state).toBe('idle')
    expect([store.tab, store.isAsked, store.filter]).toEqual(['record', false, WHOLE_RECORD])
    expect(store.rows).toEqual([])
  })
})
