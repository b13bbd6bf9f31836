import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import parameterFile from '../../../../resources/parameters.json' with { type: 'json' }
import { ContractSigner, StudentRate } from '#core/benefits/student-contract.model.ts'
import { decideStudentContract, type StudentCase } from '#core/benefits/student-contract.rules.ts'
import { InsuranceType } from '#core/insured/insured.model.ts'
import { addDays, Day, formatJalali, parseJalali } from '#core/kernel/day.ts'
import { Decision } from '#core/kernel/decision.ts'
import { rial } from '#core/kernel/rial.ts'
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

const columns = [
  'case',
  'records',
  'birth',
  'today',
  'asof',
  'signer',
  'recognised',
  'other',
  'pensioner',
  'since',
  'income',
  'rate',
  'entitled',
  'reasons',
  'premium',
  'state',
  'from',
  'source',
] as const
type Row = ReturnType<typeof lawTable<(typeof columns)[number]>>[number]

function caseOf(row: Row): StudentCase {
  return {
    birthDate: day(row.birth),
    signer: ContractSigner.parse(row.signer),
    recognisedUniversity: row.recognised === '1',
    otherInsurance: row.other === '' ? null : InsuranceType.parse(row.other),
    pensioner: row.pensioner === '1',
    contractSince: row.since === '' ? null : day(row.since),
    income: row.income === '' ? null : rial(Number(row.income)),
    rate: row.rate === '' ? null : StudentRate.parse(row.rate),
    rows: row.records.startsWith('#')
      ? showcaseContributions(row.records.slice(1))
      : contributions(row.records),
    parameters,
    dataAsOf: day(row.asof),
    today: day(row.today),
  }
}

function valueOf(decision: Decision, code: string): number | string | undefined {
  const figures = [...decision.figures, ...(decision.estimate?.steps ?? [])]
  return figures.find((figure) => figure.code === code)?.value
}

function codes({ because }: Pick<Decision, 'because'>): string {
  return because.map(({ code }) => code).join(' ')
}

describe('student contract, table of law', () => {
  it.each(lawTable('student-contract', columns))('$case', (row) => {
    const decision = decideStudentContract(caseOf(row))
    expect(codes(decision)).toBe(row.reasons)
    expect(decision.entitled).toBe(row.entitled === '1')
    expect(decision.estimate?.amount).toBe(row.premium === '' ? undefined : Number(row.premium))
    expect(valueOf(decision, 'student-state-share')).toBe(
      row.state === '' ? undefined : Number(row.state),
    )
    expect(decision.from && formatJalali(decision.from)).toBe(
      row.from === '' ? undefined : row.from,
    )
    expect(Decision.parse(decision)).toEqual(decision)
    expect(structuredClone(decision)).toEqual(decision)
  })
})

const freshman: StudentCase = {
  birthDate: day('1384/01/01'),
  signer: 'APPLICANT',
  recognisedUniversity: true,
  otherInsurance: null,
  pensioner: false,
  contractSince: null,
  income: null,
  rate: null,
  rows: [],
  parameters,
  dataAsOf: day('1405/08/30'),
  today: day('1405/09/02'),
}

describe('the decision', () => {
  it('offers three rates at the least income, each with its premium and the state’s share', () => {
    const { figures, options } = decideStudentContract(freshman)
    expect(options?.map(({ code, estimate }) => [code, estimate?.amount])).toEqual([
      ['STUDENT_LOW', 19_950_660],
      ['STUDENT_MIDDLE', 23_275_770],
      ['STUDENT_HIGH', 29_925_990],
    ])
    const shares = options?.flatMap(({ estimate }) =>
      estimate?.steps.filter(({ code }) => code === 'student-state-share'),
    )
    expect(shares?.map((step) => step?.value)).toEqual([3_325_110, 3_325_110, 3_325_110])
    expect(figures.slice(-3).map(({ code, value }) => [code, value])).toEqual([
      ['student-rate-low', 1200],
      ['student-rate-middle', 1400],
      ['student-rate-high', 1800],
    ])
  })

  it('says how the premium comes about, and what is certain about it', () => {
    const { estimate } = decideStudentContract({
      ...freshman,
      income: rial(200_000_000),
      rate: 'STUDENT_MIDDLE',
    })
    expect(estimate?.amount).toBe(28_000_000)
    expect(estimate?.steps.map(({ code, value, certainty }) => [code, value, certainty])).toEqual([
      ['student-daily-wage', 5_541_850, 'S'],
      ['student-month-days', 30, 'G'],
      ['student-income', 200_000_000, undefined],
      ['student-rate', 1400, 'G'],
      ['student-premium', 28_000_000, undefined],
      ['student-state-rate', 200, 'S'],
      ['student-state-share', 4_000_000, undefined],
      ['student-premium-whole', 32_000_000, undefined],
    ])
  })

  it('shows until when the first months are to be paid', () => {
    const decision = decideStudentContract(freshman)
    const dues = [1, 2, 3].map((n) => valueOf(decision, `student-due-${String(n)}`))
    expect(dues).toEqual(['1405/11/30', '1405/12/29', '1406/01/31'].map(day))
  })

  it('tells where the present contract stands', () => {
    const rows = showcaseContributions('90000136')
    const present = decideStudentContract({ ...freshman, rows })
    expect(present.because).toEqual([
      { code: 'student-contract-in-force', values: { day: day('1405/09/30') } },
    ])
    expect(valueOf(present, 'student-paid-until')).toBe(day('1405/06/31'))
    expect(valueOf(present, 'student-next-due')).toBe(day('1405/09/30'))
    expect(valueOf(present, 'student-due-1')).toBeUndefined()

    const later = day('1405/10/01')
    const lapsed = decideStudentContract({ ...freshman, rows, today: later, dataAsOf: later })
    expect(lapsed.entitled).toBe(true)
    expect(valueOf(lapsed, 'student-suspended-since')).toBe(later)
  })

  it('takes a lower ceiling below five years of record only where an office has set one', () => {
    const ceiling = (student: StudentCase) =>
      valueOf(decideStudentContract(student), 'student-ceiling')
    const [first] = parameters
    if (first === undefined) throw new Error('no parameters')
    const set: StudentCase = {
      ...freshman,
      parameters: [
        ...parameters,
        { ...first, code: 'STUDENT_EARLY_CEILING', value: '6/5', unit: 'RATIO', validTo: null },
      ],
    }
    expect(ceiling(freshman)).toBe(1_163_788_500)
    expect(ceiling(set)).toBe(199_506_600)
    const five = contributions('1390/01-1394/12:31')
    expect(ceiling({ ...set, rows: five })).toBe(1_163_788_500)
    expect(ceiling({ ...set, rows: five.slice(1) })).toBe(199_506_600)
  })

  it('stays yes without an amount when only a rate is missing', () => {
    const poorer = parameters.filter(({ code }) => !code.startsWith('STUDENT_RATE_'))
    const decision = decideStudentContract({ ...freshman, parameters: poorer })
    expect(decision.entitled).toBe(true)
    expect(decision.options).toBeUndefined()
    expect(codes(decision)).toContain('parameter-missing')
  })
})

describe('properties', () => {
  const incomes = fc.integer({ min: 166_255_500, max: 1_163_788_500 })
  const premium = (income: number, rate: StudentRate): number =>
    decideStudentContract({ ...freshman, income: rial(income), rate }).estimate?.amount ?? -1

  it('a higher income or rate never lowers a premium; every income within the bounds is accepted', () => {
    fc.assert(
      fc.property(incomes, incomes, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        const rates = StudentRate.options.map((rate) => [premium(less, rate), premium(more, rate)])
        expect(rates.every(([a = 0, b = 0]) => a > 0 && a <= b)).toBe(true)
        expect(rates.map(([a]) => a)).toEqual(rates.map(([a]) => a).sort((a = 0, b = 0) => a - b))
      }),
    )
  })

  it('a minor with a guardian, or more contributions of old, never lose the right', () => {
    fc.assert(
      fc.property(fc.nat(60 * 365), fc.nat(12), (age, years) => {
        const birthDate = addDays(freshman.today, -age)
        const rows = (n: number) =>
          n === 0 ? [] : contributions(`1380/01-${String(1379 + n)}/12:31`)
        const decide = (more: Partial<StudentCase>) =>
          decideStudentContract({ ...freshman, birthDate, rows: rows(years), ...more }).entitled
        if (!decide({})) return
        expect(decide({ signer: 'GUARDIAN' })).toBe(true)
        expect(decide({ rows: rows(years + 1) })).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('the first day that is named is the first day that will do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 18 * 365 }), (age) => {
        const birthDate = addDays(freshman.today, -age)
        const { from } = decideStudentContract({ ...freshman, birthDate })
        if (from === undefined) return
        const alike = parameters.map((row) => ({ ...row, validTo: null }))
        const on = (today: Day) =>
          decideStudentContract({ ...freshman, birthDate, today, parameters: alike }).entitled
        expect([on(addDays(from, -1)), on(from)]).toEqual([false, true])
      }),
      { numRuns: 40 },
    )
  })
})
