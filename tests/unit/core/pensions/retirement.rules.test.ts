import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addJalaliYears, Day, formatJalali, parseJalali } from '#core/kernel/day.ts'
import { Decision } from '#core/kernel/decision.ts'
import { rial } from '#core/kernel/rial.ts'
import { careerOf } from '#core/pensions/career.rules.ts'
import { retirementLaw } from '#core/pensions/retirement-law.rules.ts'
import { RetirementWork } from '#core/pensions/retirement.model.ts'
import { decideRetirement, type RetirementCase } from '#core/pensions/retirement.rules.ts'
import { career, planEffect, summedCareer } from '../../../support/careers.ts'
import { contributions, showcaseContributions } from '../../../support/contributions.ts'
import { lawTable } from '../../../support/law-table.ts'
import { officeParameters } from '../../../support/stating.ts'

const parameters = officeParameters()

function day(jalali: string): Day {
  return Day.parse(parseJalali(jalali))
}

const columns = [
  'case',
  'sex',
  'birth',
  'records',
  'work',
  'hazardous',
  'veteran',
  'today',
  'open',
  'reasons',
  'from',
  'amount',
  'source',
] as const

const today = day('1405/09/02')
const law = retirementLaw(parameters, today)

const person: RetirementCase = {
  sex: 'M',
  birthDate: day('1350/01/01'),
  career: summedCareer(10_950, 0, today),
  applicant: 'INSURED',
  work: 'ORDINARY',
  hazardousYears: 0,
  veteran: false,
  retiredUnder: null,
  grantedBefore: null,
  disabilityPension: null,
}

function open(decision: Decision): readonly string[] {
  return (decision.options ?? []).filter(({ entitled }) => entitled).map(({ code }) => code)
}

function option(decision: Decision, code: string) {
  return decision.options?.find((one) => one.code === code)
}

function figureOf(figures: Decision['figures'] | undefined, code: string) {
  return figures?.find((figure) => figure.code === code)?.value
}

const codes = ({ because }: Pick<Decision, 'because'>) => because.map(({ code }) => code)

describe('art. 76, table of law', () => {
  it.each(lawTable('retirement', columns))('$case', (row) => {
    const on = day(row.today)
    const decision = decideRetirement(
      {
        ...person,
        sex: row.sex === 'F' ? 'F' : 'M',
        birthDate: day(row.birth),
        career: career(row.records, on),
        work: RetirementWork.parse(row.work),
        hazardousYears: Number(row.hazardous),
        veteran: row.veteran === '1',
      },
      retirementLaw(parameters, on),
    )
    expect(open(decision).join(' ')).toBe(row.open)
    expect(decision.entitled).toBe(row.open !== '')
    if (row.reasons !== '') expect(codes(decision).join(' ')).toBe(row.reasons)
    expect(decision.from && formatJalali(decision.from)).toBe(
      row.from === '' ? undefined : row.from,
    )
    if (row.amount !== '') expect(decision.estimate?.amount).toBe(Number(row.amount))
    expect(Decision.parse(decision)).toEqual(decision)
    expect(structuredClone(decision)).toEqual(decision)
  })
})

describe('the decision', () => {
  it('shows every path with its reasons and its first day', () => {
    const decision = decideRetirement(
      { ...person, birthDate: day('1348/01/01'), career: summedCareer(9855, 730, today) },
      law,
    )
    expect(decision).toMatchObject({ entitled: false, because: [{ code: 'no-retirement-path' }] })
    const paths = decision.options?.map(({ code, because, from }) => [
      code,
      because.map((reason) => reason.code).join(' '),
      from && formatJalali(from),
    ])
    expect(paths).toEqual([
      ['AGE', 'retirement-age-not-reached', '1408/01/01'],
      ['SERVICE', 'retirement-record-too-short', '1409/07/01'],
      ['SERVICE_WITHOUT_EXTRA', 'retirement-record-too-short', '1408/09/02'],
      ['FULL_SERVICE', 'retirement-record-too-short', '1413/08/30'],
      ['HAZARDOUS', 'hazardous-work-not-stated', undefined],
      ['WOMAN_WORKER', 'women-workers-only', undefined],
      ['PROPORTIONAL', 'retirement-age-not-reached record-enough-for-full-pension', undefined],
    ])
    expect(decision.from && formatJalali(decision.from)).toBe('1408/01/01')
    const service = option(decision, 'SERVICE')
    expect(service?.because).toEqual([
      {
        code: 'retirement-record-too-short',
        values: { years: 27, required: 30.83, lacking: 1400 },
      },
    ])
    expect(figureOf(service?.figures, 'plan-extra-months')).toBe(10)
    expect(figureOf(service?.figures, 'amount-then')).toBe(246684932)
  })

  it('tells retiring without the extra record only where it is sooner', () => {
    const of = (birth: string) =>
      decideRetirement(
        { ...person, birthDate: day(birth), career: summedCareer(7336, 633, today) },
        law,
      ).options?.map(({ code }) => code)
    expect(of('1360/01/01')).toContain('SERVICE_WITHOUT_EXTRA')
    // At 62 the plan asks for no extra: both would open on the same day.
    expect(of('1344/12/01')).not.toContain('SERVICE_WITHOUT_EXTRA')
  })

  it('shows what waiting a year brings, by the path that is best then', () => {
    const now = decideRetirement({ ...person, career: summedCareer(10_950, 1095, today) }, law)
    expect(open(now)).toEqual(['SERVICE_WITHOUT_EXTRA'])
    expect(figureOf(now.figures, 'amount-now')).toBe(236054972)
    expect(figureOf(now.figures, 'amount-after-a-year')).toBe(248000000)
  })

  it('explains the estimate step by step', () => {
    const { estimate } = decideRetirement(
      { ...person, career: summedCareer(10_950, 0, today) },
      law,
    )
    expect(estimate?.steps.map(({ code, value }) => [code, value])).toEqual([
      ['average-from', day('1403/09/02')],
      ['pay-sum', 5_760_000_000],
      ['average-months', 24],
      ['average-wage', 240_000_000],
      ['share-of-average', 10_000],
      ['pension-accrual', 30],
      ['pension-most-years', 35],
      ['minimum-daily-wage-now', 5_541_850],
      ['month-days', 30],
      ['minimum-wage', 166_255_500],
      ['pension-amount', 240_000_000],
    ])
  })

  it('is no for who draws a retirement pension or has been granted one', () => {
    const both = decideRetirement(
      { ...person, retiredUnder: '8000107', grantedBefore: '1048400001' },
      law,
    )
    expect(both.entitled).toBe(false)
    expect(both.because).toEqual([
      { code: 'already-retired', values: { pensionNumber: '8000107' } },
      { code: 'retirement-granted', values: { trackingCode: '1048400001' } },
    ])
    expect(both.from).toBeUndefined()
    expect(both.options).toBeUndefined()
  })

  it('judges a disability pensioner like anybody else and shows what he draws', () => {
    const decision = decideRetirement({ ...person, disabilityPension: rial(170_000_000) }, law)
    expect(decision.entitled).toBe(true)
    expect(figureOf(decision.figures, 'disability-pension')).toBe(170_000_000)
  })

  it('lets an employer ask five years after the age, and only by the path of age', () => {
    const employer: RetirementCase = { ...person, applicant: 'EMPLOYER' }
    const early = decideRetirement({ ...employer, birthDate: day('1341/09/03') }, law)
    expect(codes(early)).toEqual(['employer-asks-too-early'])
    expect(early.from && formatJalali(early.from)).toBe('1406/09/03')
    expect(decideRetirement({ ...employer, birthDate: day('1340/09/02') }, law).entitled).toBe(true)
    expect(codes(decideRetirement(employer, law))).toEqual([
      'no-retirement-path',
      'employer-asks-too-early',
    ])
    const short = decideRetirement(
      { ...employer, birthDate: day('1340/01/01'), career: summedCareer(7299, 0, today) },
      law,
    )
    expect(open(short)).toEqual(['PROPORTIONAL'])
    expect(short).toMatchObject({ entitled: false, because: [{ code: 'no-retirement-path' }] })
    expect(short.estimate).toBeUndefined()
  })

  it('goes on from today when the record ended long ago, from its end when lists are late', () => {
    const long = careerOf(contributions('1380/01-1389/12:31@100'), 24, planEffect)
    const older = { ...person, birthDate: day('1340/01/01'), career: { ...long, days: 3649 } }
    expect(option(decideRetirement(older, law), 'PROPORTIONAL')?.from).toBe(addDays(today, 1))
    const late = { ...older, career: { ...long, days: 3649, endsOn: day('1405/07/01') } }
    expect(option(decideRetirement(late, law), 'PROPORTIONAL')?.from).toBe(day('1405/07/02'))
  })

  it('names the parameters it lacks, and only where they matter', () => {
    const without = (...gone: string[]) =>
      retirementLaw(
        parameters.filter(({ code }) => !gone.includes(code)),
        today,
      )
    const none = decideRetirement(person, without('RETIREMENT_AGE_MEN', 'YEAR_DAYS'))
    expect(none.because.map(({ values }) => values['parameter'])).toEqual([
      'RETIREMENT_AGE_MEN',
      'YEAR_DAYS',
    ])
    const noWage = decideRetirement(person, without('MIN_DAILY_WAGE'))
    expect(noWage).toMatchObject({ entitled: true, because: [{ code: 'parameter-missing' }] })
    expect(noWage.estimate).toBeUndefined()
    for (const code of ['SEVENTH_PLAN_EXTRA_MONTHS', 'SEVENTH_PLAN_EFFECT_DATE']) {
      const decision = decideRetirement(person, without(code))
      expect(option(decision, 'SERVICE')?.because).toMatchObject([
        { code: 'parameter-missing', values: { parameter: code } },
      ])
      expect(codes(option(decision, 'AGE') ?? { because: [] })).toEqual([
        'retirement-age-not-reached',
      ])
    }
  })

  it('takes a divisor of zero for no value', () => {
    const broken = parameters.map((row) =>
      row.code === 'PENSION_ROUNDING_STEP' ? { ...row, value: '0' } : row,
    )
    expect(decideRetirement(person, retirementLaw(broken, today)).because).toEqual([
      { code: 'parameter-missing', values: { parameter: 'PENSION_ROUNDING_STEP', day: today } },
    ])
  })

  it('leaves the plan out while it is not in force', () => {
    const later = parameters.map((row) =>
      row.code === 'SEVENTH_PLAN_EFFECT_DATE' ? { ...row, value: '1406/01/01' } : row,
    )
    const decision = decideRetirement(
      { ...person, career: summedCareer(10_950, 5000, today) },
      retirementLaw(later, today),
    )
    expect(open(decision)).toEqual(['SERVICE'])
  })
})

describe('properties', () => {
  const births = fc.integer({ min: -9000, max: 6000 }).map((n) => addDays(day('1350/01/01'), n))
  const cases = fc
    .record({
      sex: fc.constantFrom('M' as const, 'F' as const),
      birthDate: births,
      days: fc.oneof(
        fc.nat(13_500),
        fc.constantFrom(3649, 3650, 7299, 7300, 10_949, 10_950, 12_774, 12_775),
      ),
      since: fc.nat(900),
      work: fc.constantFrom(...RetirementWork.options),
      hazardousYears: fc.nat(30),
      veteran: fc.boolean(),
    })
    .map(({ days, since, ...rest }): RetirementCase => ({
      ...person,
      ...rest,
      career: summedCareer(days, Math.min(days, since), today),
    }))

  it('a day later never takes a right away', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 480 }), (one, more) => {
        const now = decideRetirement(one, law)
        const later = decideRetirement(one, retirementLaw(parameters, addDays(today, more)))
        if (now.entitled) expect(later.entitled).toBe(true)
        for (const code of open(now))
          if (code !== 'SERVICE_WITHOUT_EXTRA') expect(open(later)).toContain(code)
      }),
    )
  })

  it('more days never take a right away and never lower the amount', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 3000 }), (one, more) => {
        const { career: before } = one
        const after = { ...one, career: { ...before, days: before.days + more } }
        const [less, longer] = [decideRetirement(one, law), decideRetirement(after, law)]
        if (!less.entitled) return
        expect(longer.entitled).toBe(true)
        expect(longer.estimate?.amount).toBeGreaterThanOrEqual(less.estimate?.amount ?? 0)
      }),
    )
  })

  it('the first day of a path is the first: it is open then and not the day before', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { from, code } = decideRetirement(one, law).options?.find((o) => o.from) ?? {}
        if (from === undefined || code === undefined || code === 'HAZARDOUS') return
        const on = (then: Day) => {
          const passed = Math.max(
            0,
            Math.round((Date.parse(then) - Date.parse(today)) / 86_400_000),
          )
          const going = { ...one.career, days: one.career.days + passed, endsOn: then }
          return open(decideRetirement({ ...one, career: going }, retirementLaw(parameters, then)))
        }
        expect(on(from)).toContain(code)
        expect(on(addDays(from, -1))).not.toContain(code)
      }),
      { numRuns: 60 },
    )
  })

  it('more days or wage in any month of the record never lower the amount', () => {
    const rows = showcaseContributions('90000133')
    const cell = fc.record({
      row: fc.nat(rows.length - 1),
      month: fc.nat(11),
      wage: fc.nat(10 ** 8),
    })
    const old = { ...person, birthDate: day('1344/01/01') }
    const amountOf = (record: typeof rows) =>
      decideRetirement({ ...old, career: careerOf(record, 24, planEffect) }, law).estimate?.amount
    const thin = rows.map((row) => ({ ...row, days: row.days.map((d) => Math.min(d, 25)) }))
    const before = amountOf(thin) ?? 0
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
        const more = thin.map((row, at) => ({
          ...row,
          days: row.days.map((d, month) =>
            d > 0 && cells.some((c) => c.row === at && c.month === month) ? d + 6 : d,
          ),
          wages: row.wages.map((wage, month) =>
            rial(wage + (cells.find((c) => c.row === at && c.month === month)?.wage ?? 0)),
          ),
        }))
        expect(amountOf(more)).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 60 },
    )
  })

  it('works for every birthday of a leap Esfand', () => {
    for (const birth of ['1342/12/30', '1346/12/30', '1350/12/30', '1354/12/30']) {
      const decision = decideRetirement({ ...person, birthDate: day(birth) }, law)
      const from = option(decision, 'AGE')?.from
      const age = addJalaliYears(day(birth), 60)
      expect(from).toBe(age > today ? age : undefined)
    }
  })
})
