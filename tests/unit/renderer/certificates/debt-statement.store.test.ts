import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useDebtStatement } from '../../../../renderer/certificates/debt-statement.store.ts'
import { t } from '../../../../renderer/locales/texts.ts'
import { createFakeOffice } from '../../../support/fake-office.ts'
import { anOpening } from '../../../support/fake-papers.ts'

beforeEach(() => {
  setActivePinia(createPinia())
  vi.stubGlobal('window', { app: createFakeOffice().bridge })
})
afterEach(() => vi.unstubAllGlobals())

it('begins with the workshop of the list, else with the first, whole and without the ledger', async () => {
  const paper = useDebtStatement()
  await paper.open(anOpening())
  const [first, second] = paper.workshops
  expect(paper.order).toEqual({
    kind: 'debt-statement',
    workshopCode: first?.workshopCode,
    branchCode: first?.branchCode,
    contractRow: null,
    ledger: false,
    ...{ stages: [], state: null, from: null, to: null },
  })
  await paper.open(anOpening({ workshopCode: second?.workshopCode ?? '' }))
  expect(paper.order?.workshopCode).toBe(second?.workshopCode)
})

it('takes a contract row of three digits in any script, and forgets it with its workshop', async () => {
  const paper = useDebtStatement()
  await paper.open(anOpening())
  paper.contractRow = '۷'
  paper.leave('contractRow')
  expect([paper.order, paper.errorOf('contractRow')]).toEqual([null, t('papers.debt.badRow')])
  paper.contractRow = '۰۰۷'
  paper.withLedger = true
  expect(paper.order).toMatchObject({ contractRow: '007', ledger: true })
  paper.choose(1)
  expect(paper.order?.contractRow).toBeNull()
})

it('opens on what a ledger shows, and prints exactly that', async () => {
  const paper = useDebtStatement()
  const debtScope = {
    ...{ contractRow: '003', stages: ['PRIMARY', 'APPEAL'] as const, state: 'OPEN' as const },
    ...{ from: { year: 1403, month: 6 }, to: null },
  }
  await paper.open(anOpening({ debtScope, ledger: true }))
  expect(paper.order).toMatchObject({ ...debtScope, ledger: true })
  paper.withLedger = false
  expect(paper.order).toMatchObject({ state: null, ledger: false })
  await paper.open(anOpening())
  expect(paper.order).toMatchObject({ stages: [], from: null, contractRow: null, ledger: false })
})

it('takes months with their year, the first before the last', async () => {
  const paper = useDebtStatement()
  await paper.open(anOpening())
  paper.from = '۶'
  paper.leave('from')
  expect([paper.order, paper.errorOf('from')]).toEqual([null, t('papers.debt.badMonth')])
  paper.from = '۱۴۰۳۰۶'
  paper.to = '1403/5'
  paper.leave('to')
  expect([paper.order, paper.errorOf('to')]).toEqual([null, t('papers.debt.reversed')])
  paper.to = '1404/01'
  expect(paper.order).toMatchObject({
    from: { year: 1403, month: 6 },
    to: { year: 1404, month: 1 },
  })
})
