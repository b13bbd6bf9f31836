import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  OBJECTION_LINES,
  RecordObjectionForm,
  type ObjectedMonth,
} from '#core/insured/record-objection.model.ts'
import { decideRecordObjection, objectionFaults } from '#core/insured/record-objection.rules.ts'
import { Day, monthLength, parseJalali } from '#core/kernel/day.ts'
import { Decision } from '#core/kernel/decision.ts'
import { rial } from '#core/kernel/rial.ts'
import { recordSpans } from '../../../support/record-spans.ts'
import { lawTable } from '../../../support/law-table.ts'

const day = (jalali: string) => Day.parse(parseJalali(jalali))
const today = day('1405/09/02')
const codeOf = (letter: string) => `90000110${String(letter.charCodeAt(0))}`

/** `A 1402/03 31 70000000 B`: workshop, month, claimed days, wage and workshop; `-` for none. */
function lineOf(written: string, rows: ReturnType<typeof recordSpans>): ObjectedMonth {
  const [letter = '', at = '', days = '-', wage = '-', workshop = '-'] = written.split(' ')
  const [year = 0, month = 0] = at.split('/').map(Number)
  const row = rows.find((one) => one.workshopCode === codeOf(letter) && one.year === year)
  return {
    insuranceNumber: '0090000000',
    workshopCode: codeOf(letter),
    branchCode: '900',
    contractRow: '000',
    recordType: 'COMPULSORY',
    ...{ year, month },
    workshopName: row?.workshopName ?? null,
    recordedDays: row?.days[month - 1] ?? 0,
    recordedWage: row?.wages[month - 1] ?? rial(0),
    claimedDays: days === '-' ? null : Number(days),
    claimedWage: wage === '-' ? null : rial(Number(wage)),
    claimedWorkshop: workshop === '-' ? '' : codeOf(workshop),
  }
}

describe('lines of an objection, table', () => {
  const columns = ['case', 'records', 'line', 'asOf', 'faults', 'source'] as const
  it.each(lawTable('record-objection', columns))('$case', (row) => {
    const rows = recordSpans(row.records)
    const faults = objectionFaults([lineOf(row.line, rows)], {
      ...{ rows, today },
      dataAsOf: day(row.asOf),
    })
    expect(faults.map((one) => one.fault).join(' ')).toBe(row.faults)
  })
})

const rows = recordSpans('A 1402/01-1402/12:30@60000000')
const facts = { rows, today, dataAsOf: day('1405/08/30') }

describe('lines together', () => {
  it('name the line, its part and the month', () => {
    const lines = ['A 1402/03 31 - -', 'A 1402/07 31 - -'].map((one) => lineOf(one, rows))
    expect(objectionFaults(lines, facts)).toEqual([
      {
        ...{ line: 2, part: 'claimedDays', fault: 'claimed-days-beyond-month' },
        values: { line: 2, month: '1402/07', length: 30 },
      },
    ])
  })

  it('hold a month of a record once', () => {
    const lines = ['A 1402/03 31 - -', 'A 1402/03 - 70000000 -'].map((one) => lineOf(one, rows))
    expect(objectionFaults(lines, facts).map(({ line, fault }) => [line, fault])).toEqual([
      [2, 'line-twice'],
    ])
  })

  it('are picked anew when the record has changed', () => {
    const line = { ...lineOf('A 1402/03 31 - -', rows), recordedDays: 29 }
    expect(objectionFaults([line], facts)).toMatchObject([{ fault: 'record-changed' }])
  })

  it('without the day of the data count from today', () => {
    const line = lineOf('A 1402/03 31 - -', rows)
    expect(objectionFaults([line], { ...facts, dataAsOf: null })).toEqual([])
  })
})

describe('the decision', () => {
  const person = { hasInsuranceNumber: true, isPensioner: false, rows, lines: [] }

  it('is yes for an insured person with records, and says what is claimed', () => {
    const lines = ['A 1402/03 31 70000000 -', 'A 1402/04 0 - -'].map((one) => lineOf(one, rows))
    const decision = decideRecordObjection({ ...person, lines })
    expect(decision).toMatchObject({ entitled: true, because: [] })
    expect(decision.articles).toEqual(['SSA-36', 'SSA-39', 'SSA-40', 'SSA-47', 'SSA-101'])
    expect(decision.figures.map(({ code, value }) => [code, value])).toEqual([
      ['objected-months', 2],
      ['claimed-days-more', 1],
      ['claimed-days-fewer', 30],
      ['claimed-wage-more', 10000000],
    ])
    expect(Decision.parse(decision)).toEqual(decision)
    expect(decideRecordObjection(person).figures).toEqual([])
  })

  it.each([
    ['a guest', { hasInsuranceNumber: false, rows: [] }, ['no-insurance-number']],
    ['a pensioner', { isPensioner: true }, ['records-settled']],
    ['a person without records', { rows: [] }, ['no-record-to-object']],
    [
      'a pensioner without records',
      { isPensioner: true, rows: [] },
      ['records-settled', 'no-record-to-object'],
    ],
  ])('is no for %s', (_, change, codes) => {
    const decision = decideRecordObjection({ ...person, ...change })
    expect(decision.entitled).toBe(false)
    expect(decision.because.map(({ code }) => code)).toEqual(codes)
  })
})

describe('the form', () => {
  const line = {
    ...lineOf('A 1402/03 - - -', rows),
    ...{ claimedDays: '', claimedWage: '', claimedWorkshop: '' },
  }
  const form = { referenceCode: '', papers: [], note: '' }
  const parse = (change: object) =>
    RecordObjectionForm.safeParse({ ...form, lines: [{ ...line, ...change }] })

  it('reads what is typed in digits of any script', () => {
    const read = parse({ claimedDays: '۳۱', claimedWage: '۷۰٬۰۰۰٬۰۰۰', claimedWorkshop: ' ب ' })
    expect(read.data?.lines).toMatchObject([
      { claimedDays: 31, claimedWage: 70_000_000, claimedWorkshop: 'ب' },
    ])
    expect(parse({}).data?.lines).toMatchObject([{ claimedDays: null, claimedWage: null }])
  })

  it('reads what it was filed as', () => {
    const read = parse({ claimedDays: '31', claimedWage: '70000000' })
    expect(RecordObjectionForm.parse(read.data)).toEqual(read.data)
  })

  it('refuses words for numbers, no line and more lines than a draft keeps', () => {
    expect(parse({ claimedDays: 'سی' }).success).toBe(false)
    expect(parse({ claimedWage: '-1' }).success).toBe(false)
    const withLines = (n: number) =>
      RecordObjectionForm.safeParse({ ...form, lines: Array.from({ length: n }, () => line) })
    expect(withLines(0).error?.issues).toMatchObject([{ code: 'custom', message: 'required' }])
    expect(withLines(OBJECTION_LINES).success).toBe(true)
    expect(withLines(OBJECTION_LINES + 1).success).toBe(false)
  })
})

describe('properties', () => {
  const claims = fc.record({
    month: fc.integer({ min: 1, max: 12 }),
    days: fc.option(fc.nat(40)),
    wage: fc.option(fc.nat(90_000_000)),
  })

  it('a line passes just when its days fit the month and something differs', () => {
    fc.assert(
      fc.property(claims, ({ month, days, wage }) => {
        const line: ObjectedMonth = {
          ...lineOf(`A 1402/${String(month)} - - -`, rows),
          claimedDays: days,
          claimedWage: wage === null ? null : rial(wage),
        }
        const daysFit =
          days === null || (days <= monthLength(1402, month) && days !== line.recordedDays)
        const wageFits = wage === null || (wage > 0 && wage !== line.recordedWage)
        const passes = daysFit && wageFits && (days !== null || wage !== null)
        expect(objectionFaults([line], facts).length === 0).toBe(passes)
      }),
    )
  })

  it('a line more takes no fault of another away', () => {
    fc.assert(
      fc.property(fc.array(claims, { minLength: 1, maxLength: 8 }), (all) => {
        const lines = all.map(({ month, days, wage }): ObjectedMonth => ({
          ...lineOf(`A 1402/${String(month)} - - -`, rows),
          claimedDays: days,
          claimedWage: wage === null ? null : rial(wage),
        }))
        const before = objectionFaults(lines.slice(0, -1), facts)
        const after = objectionFaults(lines, facts)
        expect(after.slice(0, before.length)).toEqual(before)
      }),
    )
  })
})
