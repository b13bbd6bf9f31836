import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { rial } from '#core/kernel/rial.ts'
import type { PaySlipSummary } from '#core/pensions/pension.model.ts'
import { useSlipPaper } from '../../../../renderer/certificates/slip-paper.store.ts'
import { createFakeApp, ok } from '../../../support/fake-app.ts'
import { anOpening, aPensionFile } from '../../../support/fake-papers.ts'

function slip(
  slipNumber: string,
  year: number,
  month: number,
  paymentType: PaySlipSummary['paymentType'] = 'MONTHLY',
): PaySlipSummary {
  const none = rial(0)
  return {
    ...{ slipNumber, pensionNumber: '8000101', year, month, paymentType, seq: 1 },
    ...{ daysPaid: 30, paidOn: null, notices: [] },
    ...{ totalPayments: none, totalDeductions: none, totalLoans: none, net: none },
  }
}
const slips = [
  slip('arrears-8', 1405, 8, 'ARREARS'),
  slip('8', 1405, 8),
  slip('7', 1405, 7),
  slip('8-of-04', 1404, 8),
]

beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  const app = createFakeApp({
    'pensions.files': () => ok([aPensionFile()]),
    'pensions.slips': () => ok(slips),
    'certificates.preview': () => ok({ pdf: '' }),
  })
  vi.stubGlobal('window', { app: app.bridge })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('begins with the monthly slip of the newest month, or with the one that was asked for', async () => {
  const paper = useSlipPaper()
  await paper.open(anOpening())
  expect(paper.slipNumber).toBe('8')
  await paper.open(anOpening({ slipNumber: '7' }))
  expect(paper.slipNumber).toBe('7')
})

it('follows what is typed to its month, and says when there is none', async () => {
  const paper = useSlipPaper()
  await paper.open(anOpening())
  paper.type('0408')
  expect(paper.slipNumber).toBe('8-of-04')
  paper.type('7')
  expect(paper.slipNumber).toBe('7')
  paper.type('0401')
  expect([paper.slipNumber, paper.isMonthMissing, paper.order]).toEqual([null, true, null])
  paper.type('')
  expect([paper.slipNumber, paper.isMonthMissing]).toEqual(['8', false])
})

it('moves by slips with the arrows and stays within the list', async () => {
  const paper = useSlipPaper()
  await paper.open(anOpening())
  paper.move(1)
  expect(paper.slipNumber).toBe('7')
  paper.move(9)
  expect(paper.slipNumber).toBe('8-of-04')
  paper.move(-9)
  expect(paper.slipNumber).toBe('arrears-8')
})
