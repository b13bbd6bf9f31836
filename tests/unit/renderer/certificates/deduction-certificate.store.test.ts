import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { DeductionStanding } from '#core/certificates/pension-certificates.model.ts'
import { rial } from '#core/kernel/rial.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { useDeductionCertificate } from '../../../../renderer/certificates/deduction-certificate.store.ts'
import { t } from '../../../../renderer/locales/texts.ts'
import { faultText } from '../../../../renderer/ui/refusal-text.ts'
import { jalali } from '../../../support/counter.ts'
import { createFakeApp, ok } from '../../../support/fake-app.ts'
import { aCertificate, anOpening, aPensionFile } from '../../../support/fake-papers.ts'

function limit(code: string, value: string, unit: Parameter['unit']): Parameter {
  const { today: validFrom } = anOpening()
  return { code, value, unit, validFrom, validTo: null, source: 'test', certainty: 'S' }
}
const none = rial(0)
/** 30,000,000 paid, of which 20,000,000 may still be promised. */
const standing: DeductionStanding = {
  net: rial(30_000_000),
  room: {
    period: { year: 1405, month: 8 },
    share: { code: 'deduction-ceiling', value: 6000, unit: 'BP', certainty: 'G', source: 'test' },
    ...{ base: rial(40_000_000), ceiling: rial(24_000_000), room: rial(20_000_000), untold: 0 },
    ...{ loans: none, committed: rial(4_000_000), both: none, used: rial(4_000_000) },
  },
  commitments: [
    aCertificate({ recipientName: 'B012', instalment: rial(4_000_000), count: 24, state: 'VALID' }),
  ],
}
const institution = (institutionCode: string, kind: 'BANK' | 'COURT') => ({
  ...{ institutionCode, name: institutionCode, kind, bankCode: null },
})

beforeEach(() => {
  setActivePinia(createPinia())
  const app = createFakeApp({
    'pensions.files': () => ok([aPensionFile()]),
    'certificates.deductionStanding': () => ok(standing),
    'certificates.recipients': () => ok([institution('B012', 'BANK'), institution('C1', 'COURT')]),
    'certificates.deductionLimits': () =>
      ok([
        limit('DEDUCTION_CERT_MIN_INSTALMENT', '500000', 'RIAL'),
        limit('DEDUCTION_CERT_MIN_COUNT', '12', 'FACTOR'),
        limit('DEDUCTION_CERT_MAX_COUNT', '240', 'FACTOR'),
        limit('DEDUCTION_CERT_BORROWER_AGE', '18', 'YEARS'),
      ]),
  })
  vi.stubGlobal('window', { app: app.bridge })
})
afterEach(() => vi.unstubAllGlobals())

async function opened() {
  const paper = useDeductionCertificate()
  await paper.open(anOpening())
  paper.recipient = paper.recipients[0] ?? null
  paper.branch = 'بازار'
  return paper
}

it('offers lenders only, and tells the limits of the day before anything is typed', async () => {
  const paper = await opened()
  expect(paper.recipients.map((one) => one.institutionCode)).toEqual(['B012'])
  expect(paper.limits).toEqual({ instalment: 500_000, least: 12, most: 240 })
  expect([paper.net, paper.typed.firstDue]).toEqual([30_000_000, '۱۴۰۵/۱۰'])
})

it('orders 20,000,000 × 36 with the repayment as guarantee', async () => {
  const paper = await opened()
  Object.assign(paper.typed, { loan: '600,000,000', instalment: '۲۰٬۰۰۰٬۰۰۰', count: '36' })
  expect(paper.repayment).toMatchObject({
    amount: 720_000_000,
    from: { year: 1405, month: 10 },
    to: { year: 1408, month: 9 },
  })
  expect(paper.order).toEqual({
    kind: 'deduction-certificate',
    pensionNumber: '8000101',
    institutionCode: 'B012',
    recipientBranch: 'بازار',
    borrower: null,
    loan: 600_000_000,
    instalment: 20_000_000,
    count: 36,
    guarantee: 720_000_000,
    firstDue: { year: 1405, month: 10 },
  })
})

it('keeps a guarantee of the clerk’s own, and follows the repayment again once it is emptied', async () => {
  const paper = await opened()
  Object.assign(paper.typed, { loan: '1000000', instalment: '500000', count: '12' })
  paper.guarantee = '۹٬۰۰۰٬۰۰۰'
  paper.typed.count = '24'
  expect([paper.guarantee, paper.order]).toEqual(['۹٬۰۰۰٬۰۰۰', null])
  paper.guarantee = ''
  expect([paper.guarantee, paper.order?.guarantee]).toEqual(['۱۲٬۰۰۰٬۰۰۰', 12_000_000])
})

it('tells what is missing when the form is sent, and what is wrong when a field is left', async () => {
  const paper = await opened()
  paper.leave('loan')
  expect(paper.errorOf('loan')).toBeUndefined()
  paper.typed.instalment = '499999'
  paper.leave('instalment')
  expect(paper.errorOf('instalment')).toBe(
    t('refusals.what.instalment-too-low', { amount: '۵۰۰٬۰۰۰' }),
  )
  paper.typed.instalment = '30000001'
  expect(paper.errorOf('instalment')).toContain('۳۰٬۰۰۰٬۰۰۰')
  paper.isSent = true
  expect([paper.firstFault, paper.errorOf('loan')]).toEqual(['loan', faultText('required')])
  expect(paper.errorOf('guarantee')).toBeUndefined()
})

it('asks for the borrower when the loan is of another, never for the pensioner himself', async () => {
  const paper = await opened()
  Object.assign(paper.typed, { loan: '6000000', instalment: '500000', count: '12' })
  paper.typed.whose = 'other'
  expect(paper.firstFault).toBe('firstName')
  Object.assign(paper.typed, {
    firstName: 'مینا',
    lastName: 'نمونه',
    nationalId: '۰۰۰۰۰۰۱۳۴۱',
    birthDay: jalali('1370/01/01'),
  })
  expect(paper.firstFault).toBe('nationalId')
  paper.typed.nationalId = '0000001031'
  expect(paper.order?.borrower).toMatchObject({ nationalId: '0000001031', firstName: 'مینا' })
})

it('shows the room before and while typing, and refuses what does not fit with what would', async () => {
  const paper = await opened()
  expect([paper.greatest, paper.left, paper.isBeyond]).toEqual([20_000_000, null, false])
  Object.assign(paper.typed, { loan: '1000000', instalment: '15000000', count: '12' })
  expect([paper.left, paper.isBeyond]).toEqual([5_000_000, false])
  paper.typed.instalment = '20000001'
  paper.leave('instalment')
  expect([paper.left, paper.isBeyond, paper.order]).toEqual([null, true, null])
  for (const part of ['۲۴٬۰۰۰٬۰۰۰', '۴٬۰۰۰٬۰۰۰', '۲۰٬۰۰۰٬۰۰۰'])
    expect(paper.errorOf('instalment')).toContain(part)
})

it('tells of a valid certificate on the same terms, and lets a password go with this one', async () => {
  const paper = await opened()
  Object.assign(paper.typed, { loan: '1000000', instalment: '4000000', count: '24' })
  expect(paper.alike?.number).toBe('900-1405-4-000001')
  expect([paper.order === null, paper.shareTerm]).toEqual([false, 'MONTH'])
  paper.typed.count = '25'
  paper.share = 'NONE'
  expect([paper.alike, paper.shareTerm]).toEqual([undefined, null])
})
