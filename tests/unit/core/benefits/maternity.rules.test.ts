import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import parameterFile from '../../../../resources/parameters.json' with { type: 'json' }
import { BirthKind, MaternityLeave } from '#core/benefits/maternity.model.ts'
import { decideMaternity, type MaternityCase } from '#core/benefits/maternity.rules.ts'
import { Sex } from '#core/citizens/citizen.model.ts'
import { addDays, Day, formatJalali, parseJalali } from '#core/kernel/day.ts'
import { Decision } from '#core/kernel/decision.ts'
import { ParameterFile } from '#core/parameters/parameters.model.ts'
import { withDefaults } from '#core/parameters/parameters.rules.ts'
import {
  contributions,
  extractParameters,
  showcaseContributions,
} from '../../../support/contributions.ts'
import { lawTable } from '../../../support/law-table.ts'

const parameters = withDefaults(extractParameters(), ParameterFile.parse(parameterFile))

function day(jalali: string): Day {
  return Day.parse(parseJalali(jalali))
}
const dayOrNull = (jalali: string): Day | null => (jalali === '' ? null : day(jalali))

const columns = [
  'case',
  'records',
  'sex',
  'birth',
  'kind',
  'leave',
  'start',
  'end',
  'employed',
  'resting',
  'today',
  'entitled',
  'reasons',
  'days',
  'daily',
  'amount',
  'from',
  'source',
] as const
type Row = ReturnType<typeof lawTable<(typeof columns)[number]>>[number]

function caseOf(row: Row): MaternityCase {
  return {
    sex: Sex.parse(row.sex),
    birthDate: dayOrNull(row.birth),
    birthKind: row.kind === '' ? null : BirthKind.parse(row.kind),
    leaveKind: row.leave === '' ? null : MaternityLeave.parse(row.leave),
    leaveStart: dayOrNull(row.start),
    leaveEnd: dayOrNull(row.end),
    employedAtLeave: row.employed === '1',
    notWorkingInLeave: row.resting === '1',
    paidForThisBirth: null,
    grantsElsewhere: [],
    rows: row.records.startsWith('#')
      ? showcaseContributions(row.records.slice(1))
      : contributions(row.records),
    parameters,
    today: day(row.today),
  }
}

const figureOf = (decision: Decision, code: string) =>
  decision.figures.find((figure) => figure.code === code)?.value
const dailyOf = ({ options = [] }: Decision) =>
  options[0]?.estimate?.steps.find(({ code }) => code === 'daily-wage')?.value
const numberOrNone = (cell: string) => (cell === '' ? undefined : Number(cell))

describe('art. 67, table of law', () => {
  it.each(lawTable('maternity', columns))('$case', (row) => {
    const decision = decideMaternity(caseOf(row))
    expect(decision.because.map(({ code }) => code).join(' ')).toBe(row.reasons)
    expect(decision.entitled).toBe(row.entitled === '1')
    expect(figureOf(decision, 'maternity-record-days')).toBe(numberOrNone(row.days))
    expect(dailyOf(decision)).toBe(numberOrNone(row.daily))
    expect(decision.estimate?.amount).toBe(numberOrNone(row.amount))
    expect(decision.from && formatJalali(decision.from)).toBe(
      row.from === '' ? undefined : row.from,
    )
    expect(Decision.parse(decision)).toEqual(decision)
    expect(structuredClone(decision)).toEqual(decision)
  })
})

const showcase: MaternityCase = {
  sex: 'F',
  birthDate: day('1405/07/20'),
  birthKind: 'SINGLE',
  leaveKind: 'NINE_MONTHS',
  leaveStart: day('1405/07/01'),
  leaveEnd: null,
  employedAtLeave: true,
  notWorkingInLeave: true,
  paidForThisBirth: null,
  grantsElsewhere: [],
  rows: showcaseContributions('90000105'),
  parameters,
  today: day('1405/09/02'),
}

describe('the decision', () => {
  it('explains the amount step by step', () => {
    expect(decideMaternity(showcase).estimate).toEqual({
      amount: 1339533000,
      steps: [
        { code: 'average-from', value: day('1405/04/04'), unit: 'DATE' },
        { code: 'average-to', value: day('1405/06/31'), unit: 'DATE' },
        { code: 'maternity-wage-sum', value: 669766500, unit: 'RIAL' },
        { code: 'maternity-days-worked', value: 90, unit: 'DAYS' },
        { code: 'daily-wage', value: 7441850, unit: 'RIAL' },
        {
          code: 'maternity-rate',
          value: '2/3',
          unit: 'RATIO',
          source: 'مقدار پایه',
          certainty: 'L',
        },
        { code: 'leave-days', value: 270, unit: 'DAYS' },
        { code: 'maternity-pay', value: 1339533000, unit: 'RIAL' },
      ],
    })
  })

  it('shows every length of leave with its amount, a year only for triplets', () => {
    const told = (birthKind: BirthKind) =>
      decideMaternity({ ...showcase, birthKind }).options?.map(
        ({ code, entitled, because, estimate }) => [
          code,
          entitled,
          because[0]?.code,
          estimate?.amount,
        ],
      )
    expect(told('TWINS')).toEqual([
      ['maternity-six-months', true, undefined, 893022000],
      ['maternity-nine-months', true, undefined, 1339533000],
      ['maternity-one-year', false, 'triplets-only', undefined],
    ])
    expect(told('TRIPLETS')?.[2]).toEqual(['maternity-one-year', true, undefined, 1810850167])
  })

  it('pays one birth once', () => {
    const decision = decideMaternity({ ...showcase, paidForThisBirth: '1048400041' })
    expect(decision).toMatchObject({
      entitled: false,
      because: [{ code: 'birth-already-paid', values: { trackingCode: '1048400041' } }],
    })
    expect(decision.estimate).toBeUndefined()
  })

  it('shows what the data knows beside the form and refuses nothing for it', () => {
    const decision = decideMaternity({
      ...showcase,
      leaveEnd: day('1405/10/30'),
      rows: [
        ...showcase.rows,
        ...contributions('MATERNITY 1405/07:30;1405/08:10@60000000;1405/10:5@30000000'),
      ],
      grantsElsewhere: [day('1405/08/01'), day('1399/01/01')],
    })
    expect(decision.entitled).toBe(true)
    expect(figureOf(decision, 'maternity-days-recorded')).toBe(30)
    expect(figureOf(decision, 'leave-days-worked')).toBe(15)
    expect(figureOf(decision, 'maternity-granted-elsewhere')).toBe(day('1405/08/01'))
  })

  it('does not call work what may lie before or after the leave in the same month', () => {
    const decision = decideMaternity({
      ...showcase,
      leaveStart: day('1405/07/02'),
      leaveEnd: day('1405/09/29'),
      rows: [...showcase.rows, ...contributions('1405/07:1@1;1405/09:1@1')],
    })
    expect(figureOf(decision, 'leave-days-worked')).toBeUndefined()
  })

  it('stays yes without an amount when only a figure of the amount is missing', () => {
    const poorer = parameters.filter(({ code }) => code !== 'MATERNITY_RATE')
    const decision = decideMaternity({ ...showcase, parameters: poorer })
    expect(decision).toMatchObject({
      entitled: true,
      because: [{ code: 'parameter-missing', values: { parameter: 'MATERNITY_RATE' } }],
    })
    expect(decision.estimate).toBeUndefined()
  })
})

describe('properties', () => {
  const months = fc.array(fc.tuple(fc.nat(31), fc.nat(300_000_000)), {
    minLength: 14,
    maxLength: 14,
  })
  const record = (cells: readonly (readonly [number, number])[]) =>
    contributions(
      cells
        .map(([days, wage], i) => {
          const serial = 1404 * 12 + 4 + i
          const month = String((serial % 12) + 1).padStart(2, '0')
          return `${String(Math.floor(serial / 12))}/${month}:${String(days)}@${String(wage)}`
        })
        .join(';'),
    )
  const offset = fc.integer({ min: -40, max: 60 })

  it('more days never take the right away', () => {
    fc.assert(
      fc.property(months, offset, fc.nat(13), (cells, shift, at) => {
        const leaveStart = addDays(day('1405/07/01'), shift)
        const judged = (typed: typeof cells) =>
          decideMaternity({ ...showcase, leaveStart, rows: record(typed) }).entitled
        if (!judged(cells)) return
        expect(judged(cells.map((cell, i) => (i === at ? [31, cell[1]] : cell)))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('more pay for the same days never lowers the amount', () => {
    fc.assert(
      fc.property(months, offset, fc.nat(13), fc.nat(90_000_000), (cells, shift, at, more) => {
        const leaveStart = addDays(day('1405/07/01'), shift)
        const amount = (typed: typeof cells) =>
          decideMaternity({ ...showcase, leaveStart, rows: record(typed) }).estimate?.amount
        const before = amount(cells)
        if (before === undefined) return
        const after = amount(cells.map((cell, i) => (i === at ? [cell[0], cell[1] + more] : cell)))
        expect(after).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 100 },
    )
  })

  it('a day later never takes the right to the same birth away', () => {
    fc.assert(
      fc.property(months, offset, fc.nat(400), (cells, shift, later) => {
        const birthDate = addDays(day('1405/08/01'), shift)
        const judged = (today: Day) =>
          decideMaternity({
            ...showcase,
            birthDate,
            leaveStart: birthDate,
            rows: record(cells),
            today,
          })
        const today = day('1405/07/01')
        if (judged(today).entitled) expect(judged(addDays(today, later)).entitled).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('a longer leave is never paid less, and the parts of one differ by no more than a rial', () => {
    fc.assert(
      fc.property(fc.nat(268), (days) => {
        const paid = (n: number) =>
          decideMaternity({ ...showcase, leaveEnd: addDays(day('1405/07/01'), n) }).estimate
            ?.amount ?? 0
        expect(paid(days + 1)).toBeGreaterThanOrEqual(paid(days))
        expect(Math.abs(paid(days) - ((days + 1) * 7441850 * 2) / 3)).toBeLessThanOrEqual(0.5)
      }),
      { numRuns: 60 },
    )
  })
})
