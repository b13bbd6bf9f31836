import { describe, expect, it, test } from 'vitest'
import {
  requirePresentable,
  stateOfCentral,
  stateOfIssued,
} from '#core/certificates/certificate-state.rules.ts'
import { deductionStatement } from '#core/certificates/deduction-certificate.paper.ts'
import type { OrderOf } from '#core/certificates/paper.model.ts'
import type {
  CentralCertificate,
  KeptCertificate,
} from '#core/certificates/pension-certificates.ports.ts'
import { pensionCertificates } from '#core/certificates/pension-certificates.rules.ts'
import type { Day } from '#core/kernel/day.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { rial } from '#core/kernel/rial.ts'
import type { StoredSlipSummary } from '#core/pensions/pensions.ports.ts'
import { jalali } from '../../../support/counter.ts'
import { aCertificate, aPensionFile } from '../../../support/fake-papers.ts'
import { officeParameters, stating } from '../../../support/stating.ts'

const today = jalali('1405/09/02')
const until = jalali('1405/10/01')
const use = { letterNumber: '12/345', letterOn: jalali('1405/09/20') }
const revocation = { on: today, reason: 'مبلغ نادرست' }

describe('the state of a certificate', () => {
  const state = (change: object, day: Day) =>
    stateOfIssued({ validUntil: until, revocation: null, use: null, ...change }, day)

  test('its last day still counts; one that was presented runs out no more; a revoked one is gone', () => {
    expect([state({}, until), state({}, jalali('1405/10/02'))]).toEqual(['VALID', 'EXPIRED'])
    expect(state({ use }, jalali('1407/01/01'))).toBe('USED')
    expect(state({ use, revocation }, today)).toBe('REVOKED')
    expect(state({ validUntil: null }, jalali('1407/01/01'))).toBe('VALID')
  })

  it.each([
    ['deduction-certificate', '18', until, 'VALID'],
    ['deduction-certificate', '18', jalali('1405/09/01'), 'UNTOLD'],
    ['deduction-certificate', '18', null, 'UNTOLD'],
    ['salary-certificate', '18', jalali('1405/09/01'), 'EXPIRED'],
    ['deduction-certificate', '19', until, 'REFUSED'],
    ['deduction-certificate', 'CANCELLED', until, 'REFUSED'],
    ['deduction-certificate', '9', until, 'PENDING'],
  ] as const)('of the centre: %s in status %s until %s is %s', (kind, status, last, expected) => {
    expect(stateOfCentral({ kind, status }, last, today)).toBe(expected)
  })
})

describe('a letter of the bank', () => {
  function refusedOn(letterOn: Day, change: Parameters<typeof aCertificate>[0] = {}, day = until) {
    try {
      requirePresentable(aCertificate(change), letterOn, day)
    } catch (cause) {
      if (cause instanceof Refusal) return cause.data.what
      throw cause
    }
    return undefined
  }

  test('is of a day between the issue and the last day, and not of tomorrow', () => {
    expect(refusedOn(jalali('1405/09/01'))).toBeUndefined()
    expect(refusedOn(until)).toBeUndefined()
    expect(refusedOn(jalali('1405/08/30'))).toBe('letter-before-issue')
    expect(refusedOn(jalali('1405/10/02'))).toBe('letter-in-future')
    expect(refusedOn(jalali('1405/10/02'), {}, jalali('1405/10/02'))).toBe('letter-after-validity')
  })

  test('written in time, it counts though it came late', () => {
    expect(refusedOn(until, { state: 'EXPIRED' }, jalali('1405/11/01'))).toBeUndefined()
  })

  test('presents a deduction certificate that is not revoked, once', () => {
    expect(refusedOn(until, { kind: 'salary-certificate' })).toBe('use-not-of-this-kind')
    expect(refusedOn(until, { revocation })).toBe('paper-revoked')
    expect(refusedOn(until, { use })).toBe('certificate-used')
  })
})

describe('the list of certificates', () => {
  const order: OrderOf<'deduction-certificate'> = {
    kind: 'deduction-certificate',
    ...{ pensionNumber: '8000101', institutionCode: 'B013' },
    ...{ recipientBranch: 'مرکزی', borrower: null, loan: rial(600_000_000), count: 36 },
    ...{ instalment: rial(20_000_000), guarantee: rial(720_000_000) },
    firstDue: { year: 1405, month: 10 },
  }
  const slip: StoredSlipSummary = {
    ...{ slipNumber: '1', pensionNumber: '8000101', year: 1405, month: 8, seq: 1 },
    ...{ paymentType: 'MONTHLY', daysPaid: 30, paidOn: null, net: rial(300_000_000) },
    ...{ totalPayments: rial(300_000_000), totalDeductions: rial(0), totalLoans: rial(0) },
  }
  const kept: KeptCertificate = {
    documentId: 'd1',
    statement: deductionStatement(stating(order), {
      ...{ file: aPensionFile(), slips: [slip], loans: [], commitments: [] },
      recipient: { institutionCode: 'B013', name: 'بانک رفاه', kind: 'BANK', bankCode: '013' },
    }),
    ...{ revocation: null, use: null, prints: 0 },
  }
  const central: CentralCertificate = {
    ...{ trackingCode: '9', count: 36 },
    kind: 'deduction-certificate',
    status: '18',
    ...{ pensionNumber: '8000101', recipientName: 'بانک رفاه', instalment: rial(20_000_000) },
    ...{ guarantee: rial(720_000_000), createdOn: today },
  }
  const listed = (theirs: readonly CentralCertificate[], mine = [kept]) =>
    pensionCertificates(mine, theirs, officeParameters(), today).map(({ number }) => number)
  const own = kept.statement.trackingCode

  test('has one that the centre tells of as well once', () => {
    expect(listed([{ ...central, trackingCode: own, count: null }])).toEqual([own])
    expect(listed([central])).toEqual([own])
  })

  test('takes two alike of the centre for two', () => {
    expect(listed([central, { ...central, trackingCode: '8' }])).toEqual(['8', own])
    expect(listed([{ ...central, count: 35 }])).toEqual(['9', own])
  })

  test('has no drafts, the newest first, instalments from the month after the request', () => {
    expect(listed([{ ...central, status: 'DRAFT' }], [])).toEqual([])
    const older = { ...central, trackingCode: '7', createdOn: jalali('1405/02/15') }
    expect(listed([older, { ...central, count: 12 }], [])).toEqual(['9', '7'])
    const [one] = pensionCertificates([], [older], officeParameters(), today)
    expect(one).toMatchObject({
      ...{ origin: 'CENTRE', state: 'UNTOLD', validUntil: jalali('1405/03/15') },
      ...{ firstDue: { year: 1405, month: 3 }, lastDue: { year: 1408, month: 2 } },
    })
  })
})
