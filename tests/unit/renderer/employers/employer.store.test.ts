import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sumDebtTotals } from '#core/employers/debts.rules.ts'
import type { Workshop } from '#core/employers/workshop.model.ts'
import { forgetCitizen } from '../../../../renderer/client/forget.ts'
import { useEmployer } from '../../../../renderer/employers/employer.store.ts'
import { ALL_WORKSHOPS } from '../../../../renderer/employers/workshop-filter.ts'
import { createFakeApp, ok } from '../../../support/fake-app.ts'
import { aWorkshop, owing } from '../../../support/ledgers.ts'

const VISIT = 'a8a93c7c-795e-4faa-af44-2f1dd5005339'
const some: readonly Workshop[] = [
  aWorkshop({ workshopCode: '9000011001', name: 'نانوایی یکتا', debts: owing(500) }),
  aWorkshop({ workshopCode: '9000011002', name: 'کیمیا گستر', status: 'INACTIVE' }),
  aWorkshop({
    workshopCode: '9020011003',
    name: 'آذر پارس',
    branchName: 'شعبه شیراز',
    role: 'SIGNATORY',
    legalEntityId: '99000000112',
    debts: owing(9000, 7),
  }),
]

function start(workshops: readonly Workshop[] = some) {
  const totals = sumDebtTotals(workshops.map((one) => one.debts))
  const app = createFakeApp({
    'employers.workshops': () => ok({ workshops: [...workshops], totals }),
  })
  vi.stubGlobal('window', { app: app.bridge })
  return useEmployer()
}
const codes = (store: ReturnType<typeof useEmployer>) =>
  store.shown.map((one) => one.workshopCode.slice(-1)).join('')

beforeEach(() => {
  setActivePinia(createPinia())
})
afterEach(() => vi.unstubAllGlobals())

describe('the workshops of an employer', () => {
  it('a workshop that was searched for stands there with what it owes', async () => {
    const store = start()
    await store.open(VISIT, '9020011003')
    expect([store.tab, store.chosen?.name]).toEqual(['inquiry', 'آذر پارس'])
  })

  it('any other number opens the list with its first', async () => {
    const store = start()
    await store.open(VISIT, '9000000000')
    expect([store.tab, store.chosen?.name]).toEqual(['workshops', 'نانوایی یکتا'])
  })

  it.each([
    ['1003', '3'],
    ['۱۰۰۳', '3'],
    ['كيميا', '2'],
    ['نانوایی  یکتا', '1'],
    ['یکتا ۱۱۰۰۱', '1'],
    ['شیراز', '3'],
    ['۹۹۰۰۰۰۰۰۱۱۲', '3'],
    ['نیست', ''],
    ['  ', '123'],
  ])('«%s» finds %s', async (text, found) => {
    const store = start()
    await store.open(VISIT)
    store.filter = { ...ALL_WORKSHOPS, text }
    expect(codes(store)).toBe(found)
    expect(store.isNarrowed).toBe(text.trim() !== '')
  })

  it('a status, a role and an open debt narrow together, and one press gives all back', async () => {
    const store = start()
    await store.open(VISIT)
    store.filter = { ...ALL_WORKSHOPS, status: 'INACTIVE' }
    expect(codes(store)).toBe('2')
    store.filter = { ...ALL_WORKSHOPS, owing: true }
    expect(codes(store)).toBe('13')
    store.filter = { ...ALL_WORKSHOPS, owing: true, role: 'OWNER' }
    expect(codes(store)).toBe('1')
    store.clearFilter()
    expect(codes(store)).toBe('123')
  })

  it('sorts by code, name, debt and status', async () => {
    const store = start()
    await store.open(VISIT)
    store.sort = { id: 'name', by: 'ascending' }
    expect(codes(store)).toBe('321')
    store.sort = { id: 'definitive', by: 'descending' }
    expect(codes(store)).toBe('312')
    store.sort = { id: 'status', by: 'descending' }
    expect(codes(store)).toBe('213')
    store.sort = { id: 'code', by: 'descending' }
    expect(codes(store)).toBe('321')
  })

  it('forgets all with the citizen', async () => {
    const store = start()
    await store.open(VISIT, '9020011003')
    store.filter = { ...ALL_WORKSHOPS, text: 'شیراز' }
    store.sort = { id: 'name', by: 'ascending' }
    forgetCitizen()
    expect(store.file.state).toBe('idle')
    expect([store.tab, store.selected, store.sort]).toEqual(['workshops', null, null])
    expect([store.filter, store.shown]).toEqual([ALL_WORKSHOPS, []])
  })
})
