import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  lastWorkshop,
  recordCertificate,
  recordSorts,
} from '#core/certificates/record-certificate.paper.ts'
import type { OrderOf } from '#core/certificates/paper.model.ts'
import type { RecordScope } from '#core/certificates/record-statement.model.ts'
import { recordStatement } from '#core/certificates/record-statement.paper.ts'
import { rowsOfScope, type RecordFacts } from '#core/certificates/record-totals.rules.ts'
import { contributions, showcaseContributions } from '../../../support/contributions.ts'
import { jalali } from '../../../support/counter.ts'
import { stating } from '../../../support/stating.ts'

const asOf = jalali('1405/08/30')
const profile = {
  insuranceNumber: '0090000134',
  insuranceType: 'COMPULSORY',
  status: 'ACTIVE',
  registeredOn: null,
  branchCode: '900',
  branchName: 'شعبه تهران',
  militaryFrom: null,
  militaryTo: null,
} as const

const facts = (written: string): RecordFacts => ({
  profiles: [profile],
  rows: contributions(written),
  asOf,
})
const ordered = (scope: RecordScope): OrderOf<'record-statement'> => ({
  kind: 'record-statement',
  scope,
})
const stated = (scope: RecordScope, written: string) =>
  recordStatement(stating(ordered(scope)), facts(written))

/** Paper-era years without wages, then two workshops that overlap, then service without pay. */
const CAREER = '1384/01-1386/02:30@5000000;1386/01-1386/03:31@7000000;MILITARY 1387/01-1387/02:30'

describe('the statement of records', () => {
  test('of all records states days only, oldest first, the totals capped at the month', () => {
    const paper = stated('ALL', CAREER)
    expect(paper.rows.map(({ year, recordType }) => `${year} ${recordType}`)).toEqual([
      '1384 COMPULSORY',
      '1385 COMPULSORY',
      '1386 COMPULSORY',
      '1386 COMPULSORY',
      '1387 MILITARY',
    ])
    expect(paper.rows.every(({ wages, yearWage }) => wages === null && yearWage === null)).toBe(
      true,
    )
    const year = 11 * 30 + 29
    expect(paper.rows[0]).toMatchObject({ yearDays: year })
    expect(paper.totals).toMatchObject({
      scope: 'ALL',
      asOf,
      // Two months of 1386 overlap: 31 days each, not 61.
      totalDays: year + year + 3 * 31 + 60,
      firstMonth: { year: 1384, month: 1 },
      lastMonth: { year: 1387, month: 2 },
      totalWage: null,
    })
    expect(paper.totals.span).toMatchObject({ totalDays: paper.totals.totalDays })
  })

  test('with wages begins in 1386 and leaves out what carries none', () => {
    const paper = stated('WAGES', CAREER)
    expect(paper.rows.map(({ year, yearWage }) => [year, yearWage])).toEqual([
      [1386, 10_000_000],
      [1386, 21_000_000],
    ])
    expect(paper.totals).toMatchObject({ totalDays: 93, totalWage: 31_000_000 })
  })

  test('combined states every record, with wages where there are any', () => {
    const paper = stated('COMBINED', CAREER)
    expect(paper.rows.map(({ yearWage }) => yearWage)).toEqual([
      null,
      null,
      10_000_000,
      21_000_000,
      null,
    ])
    expect(paper.totals.totalWage).toBe(31_000_000)
  })

  test('without a record of its scope there is none', () => {
    expect(() => stated('ALL', '')).toThrow('no-records')
    expect(() => stated('WAGES', '1384/01-1384/12:30')).toThrow('no-records')
    const nobody = { ...facts(CAREER), profiles: [] }
    expect(() => recordStatement(stating(ordered('ALL')), nobody)).toThrow('no-records')
  })

  test('the order of the rows does not depend on the order in which they came', () => {
    const rows = showcaseContributions('90000117')
    const sorted = rowsOfScope('ALL', rows)
    expect(sorted).toHaveLength(rows.length)
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows], { minLength: rows.length }), (shuffled) => {
        expect(rowsOfScope('ALL', shuffled)).toEqual(sorted)
      }),
      { numRuns: 20 },
    )
  })
})

describe('the certificate of records', () => {
  const order: OrderOf<'record-certificate'> = {
    kind: 'record-certificate',
    scope: 'COMBINED',
    institutionCode: 'B013',
    recipientBranch: 'مرکزی',
    accepted: true,
  }
  const bank = {
    institutionCode: 'B013',
    name: 'بانک رفاه',
    kind: 'BANK',
    bankCode: '013',
  } as const

  test('says the same totals as the statement, by kind, with the last workshop', () => {
    const paper = recordCertificate(stating(order), facts(CAREER), bank)
    expect(paper.totals).toEqual(stated('COMBINED', CAREER).totals)
    expect(paper.sorts).toEqual([
      { recordType: 'COMPULSORY', days: 359 + 359 + 60 + 93, firstYear: 1384, lastYear: 1386 },
      { recordType: 'MILITARY', days: 60, firstYear: 1387, lastYear: 1387 },
    ])
    expect(paper.acceptedOn).toBe(jalali('1405/09/02'))
    expect(paper.recipient).toEqual({ name: 'بانک رفاه', branchName: 'مرکزی' })
  })

  test('the last workshop is that of the latest month with days; nobody’s for none', () => {
    const rows = contributions('1404/01-1404/05:30;1404/03-1404/06:30')
    expect(lastWorkshop(rows)).toEqual({
      code: '9000011001',
      name: null,
      month: { year: 1404, month: 6 },
    })
    const ownPay = rows.map((row) => ({ ...row, workshopCode: null }))
    expect(lastWorkshop(ownPay)).toBeNull()
    expect(lastWorkshop([])).toBeNull()
    const together = contributions('1404/01:30;1404/01:30')
    expect(lastWorkshop(together.toReversed())?.code).toBe('9000011000')
  })

  test('a kind of record without a day is not named', () => {
    expect(recordSorts(contributions('1404/01-1404/02:0@5'))).toEqual([])
  })
})
