import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LedgerDebt } from '#core/employers/debt.model.ts'
import type { DebtLedger } from '#core/employers/workshop.model.ts'
import type { Reply } from '#core/kernel/reply.ts'
import { rial } from '#core/kernel/rial.ts'
import { forgetCitizen } from '../../../../renderer/client/forget.ts'
import { ledgerChoices, WHOLE_LEDGER } from '../../../../renderer/employers/ledger-filter.ts'
import { useLedger } from '../../../../renderer/employers/ledger.store.ts'
import { createFakeApp, ok, type FakeApp } from '../../../support/fake-app.ts'
import { aDebt, aLedger, aWorkshop } from '../../../support/ledgers.ts'

const VISIT = 'a8a93c7c-795e-4faa-af44-2f1dd5005339'
const first = aWorkshop()
const second = aWorkshop({ workshopCode: '9000011002' })
const third = aWorkshop({ workshopCode: '9000011003' })

const debts: LedgerDebt[] = [
  aDebt('1', { remaining: rial(40) }),
  aDebt('2', { stage: 'PRIMARY', daysLeft: 4, contractRow: '007', amount: rial(900) }),
  aDebt('3', { stage: 'DEFINITIVE', status: 'PAID', remaining: rial(0) }),
  aDebt('4', { from: { year: 1404, month: 3 }, to: { year: 1402, month: 11 }, daysLeft: 1 }),
  aDebt('5', { from: null, to: null }),
]

let app: FakeApp
beforeEach(() => {
  setActivePinia(createPinia())
  app = createFakeApp({ 'employers.ledger': () => ok(aLedger(debts)) })
  vi.stubGlobal('window', { app: app.bridge })
})
afterEach(() => vi.unstubAllGlobals())
const numbers = (store: ReturnType<typeof useLedger>) =>
  store.shown.map((one) => one.debtNumber).join('')

describe('the ledger of a workshop on the screen', () => {
  it('begins whole, its first debt chosen, and sums what it shows', async () => {
    const store = useLedger()
    await store.show(VISIT, first)
    expect([numbers(store), store.selected]).toEqual(['12345', '1'])
    expect(store.sum).toMatchObject({ count: 5, amount: 1300, remaining: 340, other: 40 })
    store.filter = { ...WHOLE_LEDGER, stages: ['PRIMARY'] }
    expect(store.sum).toEqual({
      ...{ count: 1, premium: 80, unemployment: 12, other: 8, amount: 900, remaining: 100 },
    })
    expect(store.selected).toBe('2')
  })

  it.each([
    [{ state: 'OPEN' }, '1245', 0],
    [{ state: 'SETTLED' }, '3', 0],
    [{ contractRow: '007' }, '2', 0],
    [{ from: { year: 1404, month: 1 } }, '4', 1],
    [{ to: { year: 1402, month: 12 } }, '4', 1],
    [{ from: { year: 1403, month: 12 }, to: { year: 1403, month: 12 } }, '1234', 1],
  ] as const)(
    '%j leaves %s, and tells of the debts without a month',
    async (part, left, undated) => {
      const store = useLedger()
      await store.show(VISIT, first)
      store.filter = { ...WHOLE_LEDGER, ...part }
      expect([numbers(store), store.undated, store.isNarrowed]).toEqual([left, undated, true])
      store.clearFilter()
      expect([numbers(store), store.isNarrowed]).toEqual(['12345', false])
    },
  )

  it('the most pressing deadline comes first where that is asked', async () => {
    const store = useLedger()
    await store.show(VISIT, first)
    store.sort = { id: 'deadline', by: 'ascending' }
    expect(numbers(store)).toBe('42135')
  })

  it('offers what occurs, the newest month first', () => {
    expect(ledgerChoices(debts)).toEqual({
      stages: ['ASSESSED', 'PRIMARY', 'DEFINITIVE'],
      contractRows: ['000', '007'],
      months: [
        { year: 1404, month: 3 },
        { year: 1403, month: 12 },
        { year: 1403, month: 1 },
        { year: 1402, month: 11 },
      ],
    })
  })

  it('each workshop keeps its own filter, order, debt and document', async () => {
    const store = useLedger()
    await store.show(VISIT, first)
    store.filter = { ...WHOLE_LEDGER, state: 'OPEN' }
    store.sort = { id: 'number', by: 'descending' }
    store.selected = '4'
    store.document = '2'
    await store.show(VISIT, second)
    expect([store.filter, store.sort, store.selected]).toEqual([WHOLE_LEDGER, null, '1'])
    await store.show(VISIT, first)
    expect([numbers(store), store.selected, store.document]).toEqual(['5421', '4', '2'])
    store.selected = '5'
    expect(store.document).toBeNull()
  })

  it('asks once for a workshop, and again only where it is told to', async () => {
    const store = useLedger()
    await store.show(VISIT, first)
    await store.show(VISIT, first)
    expect(app.calls).toHaveLength(1)
    await store.reload(VISIT, first)
    expect(app.calls).toHaveLength(2)
  })

  it('who runs through the list asks for where he stops, not for each on the way', async () => {
    const waiting: ((reply: Reply<DebtLedger>) => void)[] = []
    app.answer('employers.ledger', () => new Promise((resolve) => waiting.push(resolve)))
    const store = useLedger()
    const running = store.show(VISIT, first)
    void store.show(VISIT, second)
    void store.show(VISIT, third)
    expect(app.calls).toHaveLength(1)
    await vi.waitFor(() => {
      expect(waiting).toHaveLength(1)
    })
    waiting[0]?.(ok(aLedger(debts)))
    await vi.waitFor(() => {
      expect(waiting).toHaveLength(2)
    })
    expect(store.ledger.state).toBe('loading')
    waiting[1]?.(ok(aLedger(debts.slice(0, 1))))
    await running
    expect(app.calls.map(({ input }) => input)).toMatchObject([
      { workshopCode: '9000011001' },
      { workshopCode: '9000011003' },
    ])
    expect([store.of, numbers(store)]).toEqual(['9000011003/900', '1'])
  })

  it('an answer that comes after the citizen left is dropped', async () => {
    let answer: (reply: Reply<DebtLedger>) => void = () => undefined
    app.answer('employers.ledger', () => new Promise((resolve) => (answer = resolve)))
    const store = useLedger()
    const running = store.show(VISIT, first)
    await vi.waitFor(() => {
      expect(app.calls).toHaveLength(1)
    })
    await Promise.resolve()
    forgetCitizen()
    answer(ok(aLedger(debts)))
    await running
    expect([store.ledger.state, store.of, store.all]).toEqual(['idle', null, []])
  })
})
