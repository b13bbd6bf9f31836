import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { MOST_MONTHS, PremiumQuestion, type PremiumPay } from '#core/employers/premium.model.ts'
import { monthsLate, premiumSchedule } from '#core/employers/premium.rules.ts'
import { addDays } from '#core/kernel/day.ts'
import { rial } from '#core/kernel/rial.ts'
import { jalali } from '../../../support/counter.ts'
import { lawTable } from '../../../support/law-table.ts'
import { officeParameters } from '../../../support/service-facts.ts'

function month(text: string) {
  const [year = 0, of = 0] = text.split('/').map(Number)
  return { year, month: of }
}

const aPay: PremiumPay = { persons: 1, days: null, pay: rial(223_255_500), hard: false }

function question(change: Partial<PremiumQuestion> = {}): PremiumQuestion {
  return {
    from: month('1405/01'),
    to: month('1405/01'),
    pays: [aPay],
    listsInTime: true,
    paidOn: jalali('1405/02/31'),
    ...change,
  }
}

const schedule = (change: Partial<PremiumQuestion> = {}) =>
  premiumSchedule(question(change), officeParameters)

describe('the table of premiums and penalties', () => {
  const rows = lawTable('premium', [
    ...([
      'case',
      'month',
      'persons',
      'days',
      'pay',
      'hard',
      'lists',
      'paid',
      'insuredPay',
    ] as const),
    ...(['insured', 'employer', 'unemployment', 'surcharge', 'premium'] as const),
    ...(['list', 'late', 'months', 'total', 'source'] as const),
  ])
  it.each(rows)('$case', (row) => {
    const pay: PremiumPay = {
      persons: Number(row.persons),
      days: row.days === '' ? null : Number(row.days),
      pay: rial(Number(row.pay)),
      hard: row.hard === '1',
    }
    const { months, totals, missing } = schedule({
      ...{ from: month(row.month), to: month(row.month), pays: [pay] },
      ...{ listsInTime: row.lists === '1', paidOn: jalali(row.paid) },
    })
    expect(missing).toEqual([])
    const sums = {
      insuredPay: Number(row.insuredPay),
      insured: Number(row.insured),
      employer: Number(row.employer),
      unemployment: Number(row.unemployment),
      hard: Number(row.surcharge),
      premium: Number(row.premium),
      listPenalty: Number(row.list),
      latePenalty: Number(row.late),
      total: Number(row.total),
    }
    expect(months).toMatchObject([{ ...sums, monthsLate: Number(row.months) }])
    expect(totals).toEqual(sums)
  })
})

describe('a schedule', () => {
  test('has a line for each month, with its own wage, ceiling and last day', () => {
    const { months, totals } = schedule({ from: month('1404/12'), to: month('1405/02') })
    expect(months.map(({ month: of }) => of)).toEqual([
      month('1404/12'),
      month('1405/01'),
      month('1405/02'),
    ])
    expect(months.map(({ dueOn }) => dueOn)).toEqual([
      jalali('1405/01/31'),
      jalali('1405/02/31'),
      jalali('1405/03/31'),
    ])
    expect(totals.premium).toBe(3 * 66_976_650)
  })

  test('names the rates with their sources and certainty', () => {
    expect(schedule().rates).toContainEqual(
      expect.objectContaining({ code: 'late-penalty', value: 200, certainty: 'G' }),
    )
  })

  test('tells a pay below the minimum wage of its days', () => {
    const low = { ...aPay, pay: rial(5_541_850 * 31 - 1) }
    expect(schedule({ pays: [low] }).months[0]?.belowMinimum).toBe(true)
    const least = { ...aPay, pay: rial(5_541_850 * 31) }
    expect(schedule({ pays: [least] }).months[0]?.belowMinimum).toBe(false)
    const tenDays = { ...aPay, days: 10, pay: rial(55_418_500) }
    expect(schedule({ pays: [tenDays] }).months[0]?.belowMinimum).toBe(false)
  })

  test('a month without a minimum wage is named, the others are computed', () => {
    const { months, missing } = schedule({ from: month('1405/12'), to: month('1406/01') })
    expect(months).toHaveLength(1)
    expect(missing).toEqual([
      {
        code: 'parameter-missing',
        values: { parameter: 'MIN_DAILY_WAGE', day: jalali('1406/01/01') },
      },
    ])
  })

  test('the most that can be asked is still exact', () => {
    const pays = Array.from({ length: 20 }, () => ({
      ...{ persons: 999, days: null, pay: rial(1_000_000_000_000), hard: true },
    }))
    const widest = PremiumQuestion.parse(
      question({ pays, from: month('1401/01'), to: month('1405/12'), listsInTime: false }),
    )
    const { months, totals } = premiumSchedule(widest, officeParameters)
    expect(months).toHaveLength(MOST_MONTHS)
    expect(totals.total).toBe(months.reduce((sum, { total }) => sum + total, 0))
  })

  test('a span that runs backwards or too long is refused', () => {
    expect(PremiumQuestion.safeParse(question({ to: month('1404/12') })).success).toBe(false)
    expect(PremiumQuestion.safeParse(question({ to: month('1410/01') })).success).toBe(false)
  })
})

describe('months of delay', () => {
  const due = jalali('1404/12/29')
  it.each([
    ['1404/12/29', 0],
    ['1405/01/30', 0],
    ['1405/01/31', 1],
    ['1405/02/30', 1],
    ['1405/02/31', 2],
    ['1405/12/29', 12],
  ])('until %s are %i', (paid, months) => {
    expect(monthsLate(due, jalali(paid))).toBe(months)
  })
})

describe('properties', () => {
  const pays = fc.record({
    persons: fc.integer({ min: 1, max: 999 }),
    days: fc.option(fc.integer({ min: 1, max: 31 })),
    pay: fc.integer({ min: 1, max: 3_000_000_000 }).map(rial),
    hard: fc.boolean(),
  })

  test('shares add up, and no pay counts above its ceiling', () => {
    fc.assert(
      fc.property(pays, (pay) => {
        const [line] = schedule({ pays: [pay] }).months
        if (!line) throw new Error('no month')
        const { insured, employer, unemployment, hard, premium, insuredPay } = line
        expect(insured + employer + unemployment + hard).toBe(premium)
        const days = pay.days ?? 31
        expect(insuredPay).toBeLessThanOrEqual(5_541_850 * 7 * days * pay.persons)
        expect(line.capped).toBe(pay.pay > 5_541_850 * 7 * days)
      }),
    )
  })

  test('more pay never costs less, nor does a later payment', () => {
    fc.assert(
      fc.property(
        pays,
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 40 }),
        (pay, more, days, later) => {
          const total = (each: PremiumPay, paidAfter: number) =>
            schedule({
              pays: [each],
              listsInTime: false,
              paidOn: addDays(jalali('1405/02/01'), paidAfter),
            }).totals.total
          const first = total(pay, days)
          expect(total({ ...pay, pay: rial(pay.pay + more) }, days)).toBeGreaterThanOrEqual(first)
          expect(total(pay, days + later)).toBeGreaterThanOrEqual(first)
        },
      ),
    )
  })
})
