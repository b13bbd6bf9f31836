import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Institution } from '#core/certificates/certificate.model.ts'
import { rial } from '#core/kernel/rial.ts'
import type { PaySlip } from '#core/pensions/pension.model.ts'
import { useSalaryCertificate } from '../../../../renderer/certificates/salary-certificate.store.ts'
import { forgetCitizen } from '../../../../renderer/client/forget.ts'
import { t } from '../../../../renderer/locales/texts.ts'
import { faultText } from '../../../../renderer/ui/refusal-text.ts'
import { createFakeApp, ok } from '../../../support/fake-app.ts'
import { anOpening, aPensionFile } from '../../../support/fake-papers.ts'

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
  const app = createFakeApp({
    'pensions.files': () =>
      ok([
        aPensionFile({ pensionNumber: '8000101', shareStatus: 'TERMINATED' }),
        aPensionFile({ pensionNumber: '8000102' }),
      ]),
    'pensions.slips': () => ok([slip]),
    'pensions.slip': () => ok(slip),
    'certificates.recipients': () => ok(recipients),
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
  await paper.open(anOpening())
  expect(paper.order).toEqual({
    kind: 'salary-certificate',
    pensionNumber: '8000102',
    institutionCode: 'B013',
    recipientBranch: 'مرکزی',
  })
})

it('remembers the recipient for this visit only', async () => {
  const paper = useSalaryCertificate()
  await paper.open(anOpening())
  paper.recipient = recipients[0] ?? null
  paper.branch = 'بازار'
  paper.keep()
  await paper.open(anOpening())
  expect([paper.recipient?.institutionCode, paper.branch]).toEqual(['B012', 'بازار'])
  forgetCitizen()
  await paper.open(anOpening({ visitId: 'visit-2' }))
  expect([paper.recipient?.institutionCode, paper.branch]).toEqual(['B013', 'مرکزی'])
})

it.each([
  ['', faultText('required')],
  ['ب', t('papers.branchShort')],
  ['بازار@', faultText('special-characters')],
])(
  'orders nothing for the branch "%s" and says why once the form is sent',
  async (branch, text) => {
    const paper = useSalaryCertificate()
    await paper.open(anOpening())
    paper.branch = branch
    expect([paper.errorOf('branch'), paper.order]).toEqual([undefined, null])
    paper.isSent = true
    expect([paper.firstFault, paper.errorOf('branch')]).toEqual(['branch', text])
  },
)

it('asks for the commitments only when the recipient does, and forgets that with the next paper', async () => {
  const paper = useSalaryCertificate()
  await paper.open(anOpening())
  expect(paper.order).not.toHaveProperty('withCommitments')
  paper.isAsked = true
  expect(paper.order).toMatchObject({ withCommitments: true })
  await paper.open(anOpening())
  expect(paper.isAsked).toBe(false)
})
