import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  deductionFaults,
  repaymentOf,
  type DeductionTerms,
} from '#core/certificates/deduction-certificate.rules.ts'
import { lastDue } from '#core/certificates/pay-month.rules.ts'
import { rial } from '#core/kernel/rial.ts'
import { jalali } from '../../../support/counter.ts'
import { lawTable } from '../../../support/law-table.ts'
import { officeParameters } from '../../../support/stating.ts'
import { hasText } from '../../../../renderer/locales/texts.ts'

const today = jalali('1405/09/02')
const parameters = officeParameters()
const terms: DeductionTerms = {
  borrower: null,
  loan: rial(600_000_000),
  instalment: rial(20_000_000),
  count: 36,
  guarantee: rial(720_000_000),
  firstDue: { year: 1405, month: 10 },
}
const unknown = { pensionerId: null, net: null, room: null }
const faultsOf = (change: Partial<DeductionTerms>, pensionerId: string | null = null) =>
  deductionFaults({ ...terms, ...change }, { ...unknown, pensionerId }, parameters, today)

describe('deductionFaults, table of law', () => {
  const columns = ['loan', 'instalment', 'count', 'guarantee', 'firstDue', 'net', 'faults'] as const
  const rows = lawTable('deduction', [...columns, 'source'])

  it.each(rows)('$instalment × $count, net $net: $faults ($source)', (row) => {
    const [year, month] = row.firstDue.split('/').map(Number)
    const faults = deductionFaults(
      {
        borrower: null,
        loan: rial(Number(row.loan)),
        instalment: rial(Number(row.instalment)),
        count: Number(row.count),
        guarantee: rial(Number(row.guarantee)),
        firstDue: { year: year ?? 0, month: month ?? 0 },
      },
      { ...unknown, net: row.net === '' ? null : rial(Number(row.net)) },
      parameters,
      today,
    )
    expect(faults.map(({ what }) => what).join(' ')).toBe(row.faults)
  })
})

describe('the borrower', () => {
  const borrower = {
    firstName: 'علی',
    lastName: 'نمونه',
    nationalId: '0010000011',
    birthDay: jalali('1370/01/01'),
  }

  test('has a national ID whose check digit is right, and is not the pensioner', () => {
    expect(faultsOf({ borrower })).toEqual([])
    expect(faultsOf({ borrower: { ...borrower, nationalId: '0010000012' } })).toMatchObject([
      { what: 'borrower-id', field: 'borrower.nationalId' },
    ])
    expect(faultsOf({ borrower }, borrower.nationalId)).toMatchObject([
      { what: 'borrower-is-pensioner', field: 'borrower.nationalId' },
    ])
    expect(faultsOf({ borrower: { ...borrower, birthDay: jalali('1405/09/03') } })).toMatchObject([
      { what: 'borrower-birth-day', field: 'borrower.birthDay' },
    ])
  })

  test('is of age, and of an age that people reach', () => {
    const bornOn = (text: string) => faultsOf({ borrower: { ...borrower, birthDay: jalali(text) } })
    expect(bornOn('1387/09/02')).toEqual([])
    expect(bornOn('1387/09/03')).toMatchObject([
      { what: 'borrower-too-young', values: { years: 17, limit: 18 } },
    ])
    expect(bornOn('1284/09/02')).toMatchObject([{ what: 'borrower-birth-day' }])
    const without = parameters.filter(({ code }) => code !== 'DEDUCTION_CERT_BORROWER_AGE')
    expect(deductionFaults({ ...terms, borrower }, unknown, without, today)).toMatchObject([
      { what: 'deduction-limits-missing', values: { parameter: 'DEDUCTION_CERT_BORROWER_AGE' } },
    ])
  })
})

test('a limit that is not in the data is named, nothing is assumed', () => {
  const without = (code: string) => parameters.filter((each) => each.code !== code)
  for (const code of ['MIN_INSTALMENT', 'MIN_COUNT', 'MAX_COUNT'].map((c) => `DEDUCTION_CERT_${c}`))
    expect(deductionFaults(terms, unknown, without(code), today)).toMatchObject([
      { what: 'deduction-limits-missing', values: { parameter: code } },
    ])
})

test('the repayment is instalment × count, and every fault has its words', () => {
  fc.assert(
    fc.property(fc.nat(9_000_000_000), fc.integer({ min: 1, max: 1000 }), (instalment, count) => {
      const repayment = repaymentOf({ instalment: rial(instalment), count })
      expect(BigInt(repayment ?? -1)).toBe(BigInt(instalment) * BigInt(count))
    }),
  )
  const worst: DeductionTerms = { ...terms, loan: rial(0), instalment: rial(1), count: 1000 }
  for (const { what } of [...faultsOf({ ...worst, firstDue: { year: 1300, month: 1 } })])
    expect(hasText(`refusals.what.${what}`)).toBe(true)
})

test('the last instalment falls count − 1 months after the first', () => {
  expect(lastDue({ year: 1405, month: 10 }, 36)).toEqual({ year: 1408, month: 9 })
  expect(lastDue({ year: 1405, month: 1 }, 12)).toEqual({ year: 1405, month: 12 })
  expect(lastDue({ year: 1405, month: 12 }, 1)).toEqual({ year: 1405, month: 12 })
  fc.assert(
    fc.property(
      fc.integer({ min: 1300, max: 1499 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 1000 }),
      (year, month, count) => {
        const last = lastDue({ year, month }, count)
        expect(last.year * 12 + last.month).toBe(year * 12 + month + count - 1)
        expect(last.month).toBeGreaterThanOrEqual(1)
        expect(last.month).toBeLessThanOrEqual(12)
      },
    ),
  )
})
