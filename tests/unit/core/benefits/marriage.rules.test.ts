import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideMarriage, type MarriageCase } from '#core/benefits/marriage.rules.ts'
import { InsuranceType } from '#core/insured/insured.model.ts'
import { Day, formatJalali, parseJalali } from '#core/kernel/day.ts'
import { Decision } from '#core/kernel/decision.ts'
import {
  contributions,
  extractParameters,
  showcaseContributions,
} from '../../../support/contributions.ts'
import { lawTable } from '../../../support/law-table.ts'

const parameters = extractParameters()

function day(jalali: string): Day {
  return Day.parse(parseJalali(jalali))
}

const columns = [
  'case',
  'records',
  'wedding',
  'today',
  'permanent',
  'registered',
  'first',
  'employed',
  'type',
  'recorded',
  'entitled',
  'reasons',
  'days',
  'amount',
  'from',
  'source',
] as const
type Row = ReturnType<typeof lawTable<(typeof columns)[number]>>[number]

function caseOf(row: Row): MarriageCase {
  return {
    marriageDate: day(row.wedding),
    permanent: row.permanent === '1',
    registered: row.registered === '1',
    firstMarriage: row.first === '1',
    employedOnWeddingDay: row.employed === '1',
    recordedFirstMarriage: row.recorded === '' ? null : day(row.recorded),
    insuranceType: row.type === '' ? null : InsuranceType.parse(row.type),
    rows: row.records.startsWith('#')
      ? showcaseContributions(row.records.slice(1))
      : contributions(row.records),
    parameters,
    grantedBefore: null,
    today: day(row.today),
  }
}

function figureOf(decision: Decision, code: string): number | string | undefined {
  return decision.figures.find((figure) => figure.code === code)?.value
}

describe('art. 85, table of law', () => {
  it.each(lawTable('marriage', columns))('$case', (row) => {
    const decision = decideMarriage(caseOf(row))
    expect(decision.because.map(({ code }) => code).join(' ')).toBe(row.reasons)
    expect(decision.entitled).toBe(row.entitled === '1')
    expect(figureOf(decision, 'record-days')).toBe(row.days === '' ? undefined : Number(row.days))
    expect(decision.estimate?.amount).toBe(row.amount === '' ? undefined : Number(row.amount))
    expect(decision.from && formatJalali(decision.from)).toBe(
      row.from === '' ? undefined : row.from,
    )
    expect(Decision.parse(decision)).toEqual(decision)
    expect(structuredClone(decision)).toEqual(decision)
  })
})

const showcase: MarriageCase = {
  marriageDate: day('1405/07/01'),
  permanent: true,
  registered: true,
  firstMarriage: true,
  employedOnWeddingDay: true,
  recordedFirstMarriage: day('1405/07/01'),
  insuranceType: 'COMPULSORY',
  rows: showcaseContributions('90000104'),
  parameters,
  grantedBefore: null,
  today: day('1405/08/30'),
}

describe('the decision', () => {
  it('is no once the allowance was granted, and still shows what it came to', () => {
    const decision = decideMarriage({ ...showcase, grantedBefore: '1048400001' })
    expect(decision).toMatchObject({
      entitled: false,
      because: [{ code: 'already-granted', values: { trackingCode: '1048400001' } }],
      estimate: { amount: 211627750 },
    })
  })

  it('explains itself with figures, article and steps', () => {
    expect(decideMarriage(showcase)).toEqual({
      entitled: true,
      because: [],
      figures: [
        { code: 'window-from', value: day('1400/07/01'), unit: 'DATE' },
        { code: 'window-to', value: day('1405/06/31'), unit: 'DATE' },
        { code: 'record-days', value: 1826, unit: 'DAYS' },
        {
          code: 'record-days-required',
          value: 720,
          unit: 'DAYS',
          source: 'مقدار پایه',
          certainty: 'L',
        },
      ],
      articles: ['SSA-85'],
      estimate: {
        amount: 211627750,
        steps: [
          { code: 'average-from', value: day('1403/07/01'), unit: 'DATE' },
          { code: 'wage-sum', value: 5079066000, unit: 'RIAL' },
          {
            code: 'average-months',
            value: 24,
            unit: 'MONTHS',
            source: 'مقدار پایه',
            certainty: 'L',
          },
          { code: 'average-wage', value: 211627750, unit: 'RIAL' },
          {
            code: 'minimum-daily-wage',
            value: 5541850,
            unit: 'RIAL',
            source: 'شورای عالی کار',
            certainty: 'S',
          },
          { code: 'month-days', value: 30, unit: 'DAYS', source: 'مقدار پایه', certainty: 'G' },
          { code: 'minimum-wage', value: 166255500, unit: 'RIAL' },
          { code: 'amount', value: 211627750, unit: 'RIAL' },
        ],
      },
    })
  })

  it('says how many days are lacking and which were of another kind', () => {
    const rows = contributions('1403/07-1405/05:31;VOLUNTARY 1405/06:31')
    const decision = decideMarriage({ ...showcase, rows })
    expect(decision.because).toEqual([
      { code: 'contribution-period-too-short', values: { days: 700, required: 720, lacking: 20 } },
    ])
    expect(figureOf(decision, 'record-days-lacking')).toBe(20)
    expect(figureOf(decision, 'record-days-other')).toBe(31)
  })

  it('names the parameter it lacks', () => {
    const poorer = parameters.filter(({ code }) => code !== 'MARRIAGE_RECORD_DAYS')
    expect(decideMarriage({ ...showcase, parameters: poorer })).toMatchObject({
      entitled: false,
      because: [
        {
          code: 'parameter-missing',
          values: { parameter: 'MARRIAGE_RECORD_DAYS', day: day('1405/07/01') },
        },
      ],
    })
  })

  it('judges each spouse alone, so that both may be entitled', () => {
    const wife = { ...showcase, rows: showcaseContributions('90000102') }
    expect([showcase, wife].map((spouse) => decideMarriage(spouse).estimate?.amount)).toEqual([
      211627750, 166255500,
    ])
  })
})

describe('properties', () => {
  const months = fc.array(fc.tuple(fc.nat(31), fc.nat(300_000_000)), {
    minLength: 60,
    maxLength: 60,
  })
  const written = (cells: readonly (readonly [number, number])[]) =>
    cells
      .map(([days, wage], i) => {
        const serial = 1400 * 12 + 6 + i
        const month = String((serial % 12) + 1).padStart(2, '0')
        return `${Math.floor(serial / 12)}/${month}:${days}@${wage}`
      })
      .join(';')

  it('more days never take the right away, more wage never lowers the amount', () => {
    fc.assert(
      fc.property(months, fc.nat(59), fc.integer({ min: 1, max: 30 }), (cells, at, date) => {
        const more = cells.map(([days, wage], i): readonly [number, number] =>
          i === at ? [31, wage + 1_000_000] : [days, wage],
        )
        const wedding = day(`1405/07/${String(date)}`)
        const [before, after] = [cells, more].map((record) =>
          decideMarriage({
            ...showcase,
            marriageDate: wedding,
            rows: contributions(written(record)),
          }),
        )
        if (!before?.entitled) return
        expect(after?.entitled).toBe(true)
        // In the month cut by the window more days make a fixed wage thinner, so less of it falls inside.
        if (at === 36) return
        expect(after?.estimate?.amount).toBeGreaterThanOrEqual(before.estimate?.amount ?? 0)
      }),
      { numRuns: 60 },
    )
  })

  it('the order of the records does not matter', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...showcase.rows], { minLength: 6 }), (rows) => {
        expect(decideMarriage({ ...showcase, rows })).toEqual(decideMarriage(showcase))
      }),
    )
  })
})
