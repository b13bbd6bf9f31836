import { describe, expect, test } from 'vitest'
import { DecreePaper } from '#core/certificates/decree.model.ts'
import { decreeStatement } from '#core/certificates/decree.paper.ts'
import { deductionStatement } from '#core/certificates/deduction-certificate.paper.ts'
import { latestMonthlySlip } from '#core/certificates/paid-pension.rules.ts'
import { salaryStatement } from '#core/certificates/salary-certificate.paper.ts'
import type { OrderOf } from '#core/certificates/paper.model.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { rial } from '#core/kernel/rial.ts'
import type { Decree } from '#core/pensions/decree.model.ts'
import { decreesOf } from '#core/pensions/decrees.rules.ts'
import type { PensionHeir, StoredDecree, StoredSlipSummary } from '#core/pensions/pensions.ports.ts'
import { jalali } from '../../../support/counter.ts'
import { aPensionFile } from '../../../support/fake-papers.ts'
import { stating } from '../../../support/stating.ts'

const slip = (change: Partial<StoredSlipSummary> = {}): StoredSlipSummary => ({
  slipNumber: '1',
  pensionNumber: '8000101',
  year: 1405,
  month: 8,
  paymentType: 'MONTHLY',
  seq: 1,
  daysPaid: 30,
  paidOn: null,
  totalPayments: rial(254_125_550),
  totalDeductions: rial(4_800_000),
  totalLoans: rial(25_000_000),
  net: rial(224_325_550),
  ...change,
})

/** The refusal of a call that must fail. */
function refusalOf(call: () => unknown) {
  try {
    call()
  } catch (cause) {
    if (cause instanceof Refusal) return cause.data
    throw cause
  }
  throw new Error('nothing was refused')
}

const bank = { institutionCode: 'B013', name: 'بانک رفاه', kind: 'BANK', bankCode: '013' } as const

describe('the month whose figures a certificate states', () => {
  test('is the newest with a monthly slip, of several the first', () => {
    const slips = [
      slip({ month: 9, paymentType: 'EID_BONUS' }),
      slip({ month: 7 }),
      slip({ month: 8, seq: 2 }),
      slip({ month: 8, seq: 1 }),
    ]
    expect(latestMonthlySlip(slips)).toMatchObject({ month: 8, seq: 1 })
    expect(latestMonthlySlip([])).toBeUndefined()
  })
})

describe('the deduction certificate', () => {
  const order: OrderOf<'deduction-certificate'> = {
    kind: 'deduction-certificate',
    pensionNumber: '8000101',
    institutionCode: 'B013',
    recipientBranch: 'مرکزی',
    borrower: {
      firstName: 'علی',
      lastName: 'نمونه',
      nationalId: '0010000011',
      birthDay: jalali('1370/01/01'),
    },
    loan: rial(600_000_000),
    instalment: rial(20_000_000),
    count: 36,
    guarantee: rial(720_000_000),
    firstDue: { year: 1405, month: 10 },
  }
  const facts = {
    file: aPensionFile(),
    slips: [slip()],
    recipient: bank,
    loans: [],
    commitments: [],
  }

  test('states the worked example: 20,000,000 × 36 = 720,000,000', () => {
    expect(deductionStatement(stating(order), facts)).toMatchObject({
      gross: 254_125_550,
      deductions: 29_800_000,
      net: 224_325_550,
      repayment: 720_000_000,
      lastDue: { year: 1408, month: 9 },
      borrower: { fullName: 'علی نمونه', nationalId: '0010000011' },
      person: { birthCertificateNumber: null },
    })
    expect(deductionStatement(stating({ ...order, borrower: null }), facts).borrower).toBeNull()
  })

  test('is for those who lend, from a pension that is paid, within the limits', () => {
    const refused = (change: Partial<typeof order>, other: Partial<typeof facts> = {}) =>
      refusalOf(() => deductionStatement(stating({ ...order, ...change }), { ...facts, ...other }))
    const court = { ...bank, kind: 'COURT' as const }
    expect(refused({}, { recipient: court as never })).toMatchObject({
      what: 'recipient-lends-nothing',
      field: 'institutionCode',
    })
    expect(refused({}, { file: aPensionFile({ shareStatus: 'SUSPENDED' }) })).toMatchObject({
      what: 'pension-inactive',
      values: { status: 'SUSPENDED' },
    })
    expect(refused({}, { slips: [] })).toMatchObject({ what: 'no-slip' })
    expect(refused({ count: 11, loan: rial(1) })).toMatchObject({
      code: 'rule',
      what: 'count-too-low',
      field: 'count',
      values: { count: 12 },
    })
    expect(refused({ instalment: rial(224_325_551) })).toMatchObject({
      what: 'instalment-exceeds-net',
      field: 'instalment',
    })
    const self = { ...order.borrower, nationalId: '0000001341' }
    expect(refused({ borrower: self as typeof order.borrower })).toMatchObject({
      what: 'borrower-is-pensioner',
    })
  })
})

describe('the salary certificate', () => {
  test('refuses a slip whose net is not its payments less what is kept back', () => {
    const order = {
      kind: 'salary-certificate',
      pensionNumber: '8000101',
      institutionCode: 'B013',
      recipientBranch: 'مرکزی',
    } as const
    const slips = [slip({ net: rial(1) })]
    expect(
      refusalOf(() =>
        salaryStatement(stating(order), { file: aPensionFile(), slips, recipient: bank }),
      ),
    ).toMatchObject({ what: 'slip-figures-differ' })
  })
})

describe('the decree', () => {
  const order = { kind: 'decree', pensionNumber: '8000101', decreeNumber: '1405-1' } as const
  const stored: StoredDecree = {
    decreeNumber: '1405-1',
    year: 1405,
    month: 1,
    kind: 'ANNUAL',
    issuedOn: jalali('1405/01/24'),
    effectiveOn: jalali('1405/01/01'),
    totalBefore: rial(100),
    totalAfter: rial(145),
    basis: null,
    lines: [
      { item: 'BASE', title: 'مستمری', amountBefore: rial(90), amountAfter: rial(130) },
      { item: 'CHILD', title: 'حق اولاد', amountBefore: rial(10), amountAfter: rial(15) },
    ],
  }
  const whole = { establishedOn: jalali('1390/01/01'), endedOn: null, shareBp: 10_000 }
  const seen = (decrees: readonly StoredDecree[], shareBp = 10_000): Decree => {
    const [first] = decreesOf(decrees, { ...whole, shareBp }, [])
    if (!first) throw new Error('no decree')
    return first
  }
  const decree = seen([stored])
  const heir = (citizenId: number, change: Partial<PensionHeir> = {}): PensionHeir => ({
    citizenId,
    fullName: `وارث ${citizenId}`,
    birthDate: jalali('1390/01/01'),
    deathDate: null,
    relation: 'SON',
    shareBp: 2500,
    amount: rial(50),
    shareStatus: 'ACTIVE',
    fromDate: jalali('1402/03/17'),
    toDate: null,
    ...change,
  })

  test('of a sole pensioner names no heirs and no owner', () => {
    const file = aPensionFile({ amount: rial(145) })
    expect(decreeStatement(stating(order), { file, decree, heirs: [heir(7)] })).toMatchObject({
      owner: null,
      heirs: [],
      payable: 145,
      lines: [{ before: 90, after: 130 }, { before: 10 }],
    })
  })

  test('of survivors states every share now paid, and one’s own amount only', () => {
    const file = aPensionFile({ pensionType: 'SURVIVORS', relation: 'SPOUSE', amount: rial(70) })
    const heirs = [
      heir(7, { relation: 'SPOUSE', shareBp: 5000, amount: rial(70) }),
      heir(8),
      heir(9, { shareStatus: 'TERMINATED', shareBp: 0 }),
    ]
    const paper = decreeStatement(stating(order), { file, decree, heirs })
    expect(paper.owner).toEqual({ fullName: 'نمونه' })
    expect(paper.heirs).toMatchObject([
      { relation: 'SPOUSE', shareBp: 5000, amount: 70, own: true },
      { relation: 'SON', shareBp: 2500, amount: null, own: false },
    ])
  })

  test('pays nothing while the share is suspended, and still says so to its own heir', () => {
    const file = aPensionFile({ pensionType: 'SURVIVORS', shareStatus: 'SUSPENDED' })
    const heirs = [heir(7, { shareStatus: 'SUSPENDED' })]
    const paper = decreeStatement(stating(order), { file, decree, heirs })
    expect(paper).toMatchObject({ payable: 0, heirs: [{ own: true }] })
  })

  test('whose lines do not sum is not issued', () => {
    const file = aPensionFile()
    for (const wrong of [{ totalBefore: rial(101) }, { totalAfter: rial(144) }]) {
      const broken = seen([{ ...stored, ...wrong }])
      expect(
        refusalOf(() => decreeStatement(stating(order), { file, heirs: [], decree: broken })),
      ).toMatchObject({ code: 'rule', what: 'decree-figures-differ' })
    }
  })

  test('without lines is not issued, even where its totals are nothing', () => {
    const nothing = { lines: [], totalBefore: rial(0), totalAfter: rial(0) }
    for (const change of [{ lines: [] }, nothing]) {
      const broken = seen([{ ...stored, ...change }])
      expect(
        refusalOf(() =>
          decreeStatement(stating(order), { file: aPensionFile(), heirs: [], decree: broken }),
        ),
      ).toMatchObject({ code: 'rule', what: 'decree-without-lines' })
    }
  })

  test('of a corrected one says which it replaces, what it owes and what is in doubt', () => {
    const corrected: StoredDecree = {
      ...stored,
      ...{ decreeNumber: '1405-2', kind: 'CORRECTED', issuedOn: jalali('1405/06/20') },
      ...{ totalAfter: rial(150), totalBefore: rial(100) },
      lines: [{ item: 'BASE', title: 'مستمری', amountBefore: rial(100), amountAfter: rial(150) }],
    }
    const before: StoredDecree = {
      ...corrected,
      ...{ decreeNumber: '1403-1', kind: 'ANNUAL', year: 1403 },
      ...{ issuedOn: jalali('1403/01/20'), effectiveOn: jalali('1403/01/01') },
    }
    const file = aPensionFile({ pensionType: 'SURVIVORS', relation: 'SPOUSE', shareBp: 5000 })
    const provisional: StoredDecree = { ...stored, kind: 'PROVISIONAL' }
    const of = (first: StoredDecree, ...others: StoredDecree[]) =>
      decreeStatement(stating(order), {
        ...{ file, heirs: [] },
        decree: seen([first, ...others], 5000),
      })
    expect(of(corrected, provisional, before)).toMatchObject({
      ...{ replaces: '1405-1', replacedBy: null, ownAfter: 75 },
      notices: ['FORMER_YEAR_MISSING'],
      arrears: [
        {
          ...{ monthly: 5, months: 5, sum: 25, overpaid: false },
          ...{ from: { year: 1405, month: 1 }, to: { year: 1405, month: 5 } },
        },
      ],
    })
    expect(of(provisional, corrected)).toMatchObject({ replacedBy: '1405-2', arrears: [] })
  })

  test('kept before replacements and notices were stated is still read', () => {
    const kept = decreeStatement(stating(order), { file: aPensionFile(), decree, heirs: [] })
    const { ownAfter, replaces, replacedBy, arrears, notices, ...old } = kept
    expect([ownAfter, replaces, replacedBy, arrears, notices]).toEqual([null, null, null, [], []])
    expect(DecreePaper.parse(old)).toEqual(kept)
  })
})
