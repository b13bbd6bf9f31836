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
