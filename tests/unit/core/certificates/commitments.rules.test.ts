import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  alikeCertificate,
  bindsPension,
  deductionRoom,
  greatestInstalment,
  remainingInstalments,
  type LoanLine,
  type RoomGround,
} from '#core/certificates/commitments.rules.ts'
import { deductionFaults } from '#core/certificates/deduction-certificate.rules.ts'
import { lastDue } from '#core/certificates/pay-month.rules.ts'
import {
  CertificateState,
  type PensionCertificate,
} from '#core/certificates/pension-certificates.model.ts'
import { rial } from '#core/kernel/rial.ts'
import { jalali } from '../../../support/counter.ts'
import { aCertificate } from '../../../support/fake-papers.ts'
import { lawTable } from '../../../support/law-table.ts'
import { officeParameters } from '../../../support/stating.ts'
import { hasText } from '../../../../renderer/locales/texts.ts'

const today = jalali('1405/09/02')
const parameters = officeParameters()

function slipOf(payments: number, deductions: number, loans: readonly LoanLine[]) {
  return {
    ...{ year: 1405, month: 8 },
    totalPayments: rial(payments),
    totalDeductions: rial(deductions),
    totalLoans: rial(loans.reduce((sum, { amount }) => sum + amount, 0)),
  }
}

/** `amount*left`, several joined by `;`. */
function loansOf(text: string): LoanLine[] {
  if (text === '') return []
  return text.split(';').map((one) => {
    const [amount, left] = one.split('*').map(Number)
    return { block: 'LOAN', amount: rial(amount ?? 0), remaining: left ?? null }
  })
}

/** `origin state instalment*count from-month`, several joined by `;`. */
function certificatesOf(text: string): PensionCertificate[] {
  if (text === '') return []
  return text.split(';').map((one, at) => {
    const [origin, state, terms = '', from = ''] = one.split(' ')
    const [instalment, count = 0] = terms.split('*').map(Number)
    const [year = 0, month = 0] = from.split('/').map(Number)
    const firstDue = { year, month }
    return aCertificate({
      ...{ number: String(at), firstDue, lastDue: lastDue(firstDue, count), count },
      origin: origin === 'CENTRE' ? 'CENTRE' : 'COUNTER',
      state: CertificateState.parse(state),
      instalment: rial(instalment ?? 0),
    })
  })
}

const binding = (all: readonly PensionCertificate[]) =>
  all.filter((one) => bindsPension(one, '8000101', today))

function roomOf(ground: RoomGround) {
  const room = deductionRoom(ground, parameters, today)
  if (!room) throw new Error('no ceiling')
  return room
}

describe('deductionRoom, table of law', () => {
  const columns = ['payments', 'deductions', 'loans', 'certificates', 'instalment'] as const
  const answers = ['ceiling', 'used', 'room', 'fault'] as const
  const rows = lawTable('deduction-ceiling', [...columns, ...answers, 'source'])

  it.each(rows)('$certificates and $loans: $room of $ceiling ($source)', (row) => {
    const loans = loansOf(row.loans)
    const slip = slipOf(Number(row.payments), Number(row.deductions), loans)
    const room = roomOf({ slip, loans, commitments: binding(certificatesOf(row.certificates)) })
    expect([room.ceiling, room.used, room.room]).toEqual(
      [row.ceiling, row.used, row.room].map(Number),
    )
    const instalment = rial(Number(row.instalment))
    const terms = {
      ...{ borrower: null, loan: rial(1), instalment, count: 12 },
      ...{ guarantee: rial(instalment * 12), firstDue: { year: 1405, month: 10 } },
    }
    const net = rial(Math.max(0, slip.totalPayments - slip.totalDeductions - slip.totalLoans))
    const ground = { pensionerId: null, net, room }
    const faults = deductionFaults(terms, ground, parameters, today)
    expect(faults.map(({ what }) => what).join(' ')).toBe(row.fault)
    for (const { what } of faults) expect(hasText(`refusals.what.${what}`)).toBe(true)
  })
})

test('the share is an estimate with its source, and without one nothing is promised', () => {
  const ground = { slip: slipOf(100, 0, []), loans: [], commitments: [] }
  expect(roomOf(ground).share).toMatchObject({ value: 6000, unit: 'BP', certainty: 'G' })
  const without = parameters.filter(({ code }) => code !== 'DEDUCTION_CERT_CEILING')
  expect(deductionRoom(ground, without, today)).toBeUndefined()
})

test('a certificate of another pension binds it not, one that names none binds each', () => {
  expect(bindsPension(aCertificate(), '8000102', today)).toBe(false)
  expect(bindsPension(aCertificate({ pensionNumber: null }), '8000102', today)).toBe(true)
  expect(bindsPension(aCertificate({ kind: 'salary-certificate' }), '8000101', today)).toBe(false)
})

test('amounts and counts that nobody tells are named, not guessed', () => {
  const commitments = [aCertificate({ instalment: null, count: null, lastDue: null })]
  expect(binding(commitments)).toHaveLength(1)
  const room = roomOf({ slip: slipOf(100_000_000, 0, []), loans: [], commitments })
  expect([room.untold, room.used]).toEqual([1, 0])
  expect(remainingInstalments({ firstDue: null, lastDue: null, count: null }, today)).toBeNull()
})

test('what is left of the instalments counts this month', () => {
  const from = { year: 1405, month: 7 }
  const left = (count: number) =>
    remainingInstalments({ firstDue: from, lastDue: lastDue(from, count), count }, today)
  expect([left(12), left(3), left(2)]).toEqual([10, 1, 0])
  expect(remainingInstalments(aCertificate(), today)).toBe(36)
})

test('the clerk is told of a valid certificate on the same terms', () => {
  const terms = { recipientName: 'بانک رفاه', instalment: rial(20_000_000), count: 36 }
  expect(alikeCertificate(terms, [aCertificate()])?.number).toBe('900-1405-4-000001')
  expect(alikeCertificate(terms, [aCertificate({ state: 'USED' })])).toBeUndefined()
  expect(alikeCertificate({ ...terms, count: 35 }, [aCertificate()])).toBeUndefined()
  const nobody = { ...terms, recipientName: null }
  expect(alikeCertificate(nobody, [aCertificate({ recipientName: null })])).toBeUndefined()
})

const amounts = fc.integer({ min: 0, max: 300_000_000 })
const someLoans = fc.array(
  fc.record({
    block: fc.constant('LOAN' as const),
    amount: amounts.map(rial),
    remaining: fc.option(fc.integer({ min: 1, max: 240 })),
  }),
  { maxLength: 6 },
)
const someCertificates = fc.array(
  fc
    .record({
      origin: fc.constantFrom('COUNTER' as const, 'CENTRE' as const),
      state: fc.constantFrom(...CertificateState.options),
      instalment: fc.option(fc.constantFrom(500_000, 5_000_000, 20_000_000).map(rial)),
      count: fc.integer({ min: 12, max: 240 }),
      year: fc.integer({ min: 1400, max: 1406 }),
    })
    .map(({ year, ...one }) => {
      const firstDue = { year, month: 3 }
      return aCertificate({ ...one, firstDue, lastDue: lastDue(firstDue, one.count) })
    }),
  { maxLength: 8 },
)

describe('for any pension', () => {
  test('the room is never negative, never beyond the ceiling, and adds up', () => {
    fc.assert(
      fc.property(amounts, amounts, someLoans, someCertificates, (paid, kept, loans, all) => {
        const room = roomOf({ slip: slipOf(paid, kept, loans), loans, commitments: binding(all) })
        expect(room.room).toBeGreaterThanOrEqual(0)
        expect(room.room).toBeLessThanOrEqual(room.ceiling)
        expect(room.used).toBe(room.loans + room.committed - room.both)
        expect(room.both).toBeLessThanOrEqual(Math.min(room.loans, room.committed))
        if (room.used <= room.ceiling) expect(room.used + room.room).toBe(room.ceiling)
        const least = rial(500_000)
        const greatest = greatestInstalment(room, least)
        expect(greatest === null ? room.room < least : greatest <= room.room).toBe(true)
      }),
    )
  })

  test('the order of certificates and of loans does not matter', () => {
    const shuffled = fc
      .tuple(someLoans, someCertificates)
      .chain(([loans, all]) =>
        fc.tuple(
          fc.constant([loans, all] as const),
          fc.shuffledSubarray(loans, { minLength: loans.length }),
          fc.shuffledSubarray(all, { minLength: all.length }),
        ),
      )
    fc.assert(
      fc.property(shuffled, ([[loans, all], otherLoans, others]) => {
        const slip = slipOf(250_000_000, 0, loans)
        const room = roomOf({ slip, loans, commitments: binding(all) })
        const other = roomOf({ slip, loans: otherLoans, commitments: binding(others) })
        expect(other).toEqual(room)
      }),
    )
  })

  test('one that is revoked or has expired frees room, and never takes any', () => {
    fc.assert(
      fc.property(
        someCertificates,
        fc.constantFrom('REVOKED' as const, 'EXPIRED' as const),
        (all, state) => {
          const slip = slipOf(250_000_000, 0, [])
          const before = roomOf({ slip, loans: [], commitments: binding(all) })
          const [first, ...rest] = all
          if (!first) return
          const ended = [{ ...first, state }, ...rest]
          const after = roomOf({ slip, loans: [], commitments: binding(ended) })
          const freed = bindsPension(first, '8000101', today) ? (first.instalment ?? 0) : 0
          expect(before.used - after.used).toBe(freed)
          expect(after.room).toBeGreaterThanOrEqual(before.room)
        },
      ),
    )
  })
})
