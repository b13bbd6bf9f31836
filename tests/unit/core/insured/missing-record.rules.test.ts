import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MissingRecordForm, type MissingWork } from '#core/insured/missing-record.model.ts'
import {
  decideMissingRecord,
  lastEndOfMissing,
  missingFaults,
} from '#core/insured/missing-record.rules.ts'
import { addDays, Day, daysBetween, parseJalali } from '#core/kernel/day.ts'
import { Decision } from '#core/kernel/decision.ts'
import { ParameterFile } from '#core/parameters/parameters.model.ts'
import defaults from '../../../../resources/parameters.json' with { type: 'json' }
import { recordSpans } from '../../../support/record-spans.ts'
import { lawTable } from '../../../support/law-table.ts'

const parameters = ParameterFile.parse(defaults)
const day = (jalali: string) => Day.parse(parseJalali(jalali))
const today = day('1405/09/02')

const work: MissingWork = {
  branchCode: '900',
  insuranceType: 'COMPULSORY',
  workshopCode: '9000011065',
  workshopName: 'کارگاه A',
  employerName: 'کارفرمای آزمون',
  address: 'تهران، خیابان آزمون',
  from: day('1400/01/01'),
  to: day('1400/12/29'),
  days: 300,
}

/** `A 1400/01/01 1400/12/29 300`: workshop, start, end, days; `?A` where its code is not known. */
function workOf(written: string): MissingWork {
  const [place = '', from = '', to = '', days = ''] = written.split(' ')
  const letter = place.at(-1) ?? ''
  return {
    ...work,
    workshopCode: place.startsWith('?') ? '' : `90000110${String(letter.charCodeAt(0))}`,
    workshopName: `کارگاه ${letter}`,
    from: day(from),
    to: day(to),
    days: Number(days),
  }
}

describe('rows of missing work, table', () => {
  const columns = ['case', 'records', 'rows', 'today', 'faults', 'source'] as const
  it.each(lawTable('missing-record', columns))('$case', (row) => {
    const faults = missingFaults(row.rows.split(';').map(workOf), {
      rows: recordSpans(row.records),
      lastEnd: lastEndOfMissing(parameters, day(row.today)),
    })
    expect(faults.map(({ line, fault }) => `${String(line)} ${fault}`).join(' ')).toBe(row.faults)
  })
})

describe('rows', () => {
  const facts = { rows: recordSpans('A 1400/01-1400/12:31@30000000'), lastEnd: day('1405/07/02') }

  it('say which months are recorded, the first six by name', () => {
    const long = missingFaults([work], facts)
    expect(long).toMatchObject([
      {
        fault: 'work-recorded',
        values: { months: '1400/01، 1400/02، 1400/03، 1400/04، 1400/05، 1400/06، …' },
      },
    ])
    const short = missingFaults([{ ...work, to: day('1400/02/31'), days: 40 }], facts)
    expect(short[0]?.values).toMatchObject({ months: '1400/01، 1400/02' })
  })

  it('without a typed number of days are incomplete', () => {
    expect(missingFaults([{ ...work, days: null }], { ...facts, rows: [] })).toMatchObject([
      { fault: 'work-days-missing', part: 'days' },
    ])
  })

  it('are not held to an end that no parameter gives', () => {
    expect(lastEndOfMissing([], today)).toBeNull()
    const open = { rows: [], lastEnd: null }
    expect(missingFaults([{ ...work, from: today, to: addDays(today, 1), days: 1 }], open)).toEqual(
      [],
    )
  })
})

describe('the decision', () => {
  const person = { hasInsuranceNumber: true, isPensioner: false, lines: [], parameters, today }

  it('is yes for an insured person, and says until when work may have gone', () => {
    const decision = decideMissingRecord({ ...person, lines: [work, { ...work, days: null }] })
    expect(decision).toMatchObject({ entitled: true, because: [] })
    expect(decision.figures).toMatchObject([
      { code: 'missing-closed-months', value: 2, certainty: 'A' },
      { code: 'missing-last-end', value: day('1405/07/02'), unit: 'DATE' },
      { code: 'missing-rows', value: 2 },
      { code: 'missing-days', value: 300 },
    ])
    expect(Decision.parse(decision)).toEqual(decision)
  })

  it.each([
    ['a guest', { hasInsuranceNumber: false }, 'no-insurance-number'],
    ['a pensioner', { isPensioner: true }, 'records-settled'],
    ['want of a parameter', { parameters: [] }, 'parameter-missing'],
  ])('is no for %s', (_, change, code) => {
    expect(decideMissingRecord({ ...person, ...change })).toMatchObject({
      entitled: false,
      because: [{ code }],
    })
  })
})

describe('the form', () => {
  const typed = { ...work, workshopCode: '', from: '2021-03-21', days: '۳۰۰' }
  const parse = (change: object) =>
    MissingRecordForm.safeParse({
      ...{ lines: [{ ...typed, ...change }], referenceCode: '', papers: [], note: '' },
    })

  it('takes a row whose workshop code is not known', () => {
    expect(parse({}).data?.lines).toMatchObject([{ workshopCode: '', days: 300 }])
    expect(parse({ workshopCode: '۹۰۰۰۰۱۱۰۶۵' }).data?.lines).toMatchObject([
      { workshopCode: '9000011065' },
    ])
  })

  it.each([
    ['nine digits of a workshop', { workshopCode: '900001106' }],
    ['no branch', { branchCode: '' }],
    ['no employer', { employerName: '' }],
    ['no address', { address: '' }],
    ['a day that is none', { to: '1400/13/01' }],
    ['words for days', { days: 'سی' }],
  ])('refuses %s', (_, change) => {
    expect(parse(change).success).toBe(false)
  })

  it('asks for what is empty, and finds fault with what is not', () => {
    const faultsOf = (change: object) =>
      parse(change).error?.issues.map(({ path, message }) => [path.at(-1), message])
    const empty = { branchCode: '', workshopName: ' ', employerName: '', address: '' }
    expect(faultsOf({ ...empty, from: '', to: '' })).toEqual([
      ['branchCode', 'required'],
      ['workshopName', 'required'],
      ['employerName', 'required'],
      ['address', 'required'],
      ['from', 'required'],
      ['to', 'required'],
    ])
    const wrong = { workshopCode: '123', workshopName: 'ب', from: '1400/13/01' }
    expect(faultsOf(wrong)).toEqual([
      ['workshopCode', 'format'],
      ['workshopName', 'too_small'],
      ['from', 'day'],
    ])
  })

  it('reads what it was filed as', () => {
    const read = parse({}).data
    expect(MissingRecordForm.parse(read)).toEqual(read)
  })
})

describe('properties', () => {
  const spans = fc.record({
    start: fc.nat(2000),
    length: fc.integer({ min: -3, max: 90 }),
    days: fc.nat(95),
  })
  const first = day('1398/01/01')

  it('a row passes just when the span, its end and its days do', () => {
    fc.assert(
      fc.property(spans, ({ start, length, days }) => {
        const from = addDays(first, start)
        const to = addDays(from, length)
        const lastEnd = day('1402/06/31')
        const passes =
          length >= 1 && to <= lastEnd && days >= 1 && days <= daysBetween(from, to) + 1
        const faults = missingFaults([{ ...work, from, to, days }], { rows: [], lastEnd })
        expect(faults.length === 0).toBe(passes)
      }),
    )
  })

  it('waiting a day never closes a row that was open', () => {
    fc.assert(
      fc.property(fc.nat(1500), (later) => {
        const now = addDays(first, later)
        const [before, after] = [now, addDays(now, 1)].map((at) => lastEndOfMissing(parameters, at))
        expect((after ?? '') >= (before ?? '')).toBe(true)
      }),
    )
  })

  it('two rows at one workshop fault each other just when they share a day', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const [one, two] = [a, b].map(({ start, length }) => {
          const from = addDays(first, start % 120)
          return { ...work, from, to: addDays(from, Math.max(1, length)), days: 1 }
        })
        if (!one || !two) return
        const faults = missingFaults([one, two], { rows: [], lastEnd: null })
        const shares = one.from <= two.to && two.from <= one.to
        expect(faults.map(({ fault }) => fault)).toEqual(shares ? ['work-overlaps'] : [])
      }),
    )
  })
})
