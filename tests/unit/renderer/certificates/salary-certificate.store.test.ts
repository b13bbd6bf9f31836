import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Institution } from '#core/certificates/certificate.model.ts'
import { rial } from '#core/kernel/rial.ts'
import type { PaySlip } from '#core/pensions/pension.model.ts'
import { useSalaryCertificate } from '../../../../renderer/certificates/salary-certificate.store.ts'
import { forgetCitizen } from '../../../../renderer/client/forget.ts'
import { createFakeApp, ok } from '../../../support/fake-app.ts'
import { aPensionFile, anIssuedPaper } from '../../../support/fake-papers.ts'

const bank = (institutionCode: string, bankCode: string): Institution => ({
  institutionCode,
  name: `بانک ${institutionCode}`,
  kind: 'BANK',
  bankCode,
})
const recipients = [bank('B012', '012'), bank('B013', '013')]
const none = rial(0)
const slip: PaySlip = {
  ...{ slipNumber: '1001', pensionNumber: '8000102', year: 1405, month: 8, paymentType: 'MONTHLY' },
  ...{ seq: 1, daysPaid: 30, paidOn: null, notices: [], lines: [] },
  ...{ totalPayments: none, totalDeductions: none, totalLoans: none, net: none },
  ...{ bankCode: '013', bankName: 'رفاه', accountMasked: null },
}

beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  const paper = anIssuedPaper()
  const app = createFakeApp({
    'pensions.files': () =>
      ok([
        aPensionFile({ pensionNumber: '8000101', shareStatus: 'TERMINATED' }),
        aPensionFile({ pensionNumber: '8000102' }),
      ]),
    'pensions.slips': () => ok([slip]),
    'pensions.slip': () => ok(slip),
    'certificates.recipients': () => ok(recipients),
    'certificates.preview': () => ok({ pdf: '' }),
    'certificates.pdf': () => ok({ pdf: '' }),
    'certificates.issue': () => ok(paper),
    'certificates.print': () => ok({ paper, printed: true, where: null, reason: null }),
  })
  vi.stubGlobal('window', { app: app.bridge })
})
afterEach(() => {
  forgetCitizen()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('proposes the file that is paid and the bank that pays it, so that Enter is enough', async () => {
  const paper = useSalaryCertificate()
  await paper.open('visit-1', null)
  expect(paper.order).toEqual({
    kind: 'salary-certificate',
    pensionNumber: '8000102',
    institutionCode: 'B013',
    recipientBranch: 'مرکزی',
  })
})

it('remembers the recipient for this visit only', async () => {
  const paper = useSalaryCertificate()
  await paper.open('visit-1', null)
  paper.recipient = recipients[0] ?? null
  paper.branch = 'بازار'
  await paper.issue()
  await paper.open('visit-1', null)
  expect([paper.recipient?.institutionCode, paper.branch]).toEqual(['B012', 'بازار'])
  forgetCitizen()
  await paper.open('visit-2', null)
  expect([paper.recipient?.institutionCode, paper.branch]).toEqual(['B013', 'مرکزی'])
})

it.each([
  ['', 'required'],
  ['ب', 'branch-short'],
  ['بازار@', 'special-characters'],
])('orders nothing for the branch "%s"', async (branch, fault) => {
  const paper = useSalaryCertificate()
  await paper.open('visit-1', null)
  paper.branch = branch
  expect([paper.branchFault, paper.order]).toEqual([fault, null])
})
