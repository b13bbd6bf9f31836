import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import parameterFile from '../../../../resources/parameters.json' with { type: 'json' }
import { instalmentsOf, militaryPremium } from '#core/benefits/military-premium.rules.ts'
import { MilitaryKind, ServiceCard } from '#core/benefits/military-service.model.ts'
import { decideMilitaryService, type MilitaryCase } from '#core/benefits/military-service.rules.ts'
import { serviceLength } from '#core/benefits/military-span.rules.ts'
import { addDays, Day, formatJalali, parseJalali } from '#core/kernel/day.ts'
import { Decision } from '#core/kernel/decision.ts'
import { addRial, rial } from '#core/kernel/rial.ts'
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

function spanOf(written: string) {
  const [from = '', to = ''] = written.split('-')
  return { from: day(from), to: day(to) }
}

const columns = [
  'case',
  'records',
  'kind',
  'sex',
  'birth',
  'served',
  'card',
  'count',
  'standing',
  'contributing',
  'granted',
  'today',
  'entitled',
  'reasons',
  'free',
  'whole',
  'insured',
  'months',
  'days',
  'later',
  'from',
  'source',
] as const
type Row = ReturnType<typeof lawTable<(typeof columns)[number]>>[number]

function caseOf(row: Row): MilitaryCase {
  return {
    sex: row.sex === 'F' ? 'F' : 'M',
    birthDate: day(row.birth),
    serviceKind: MilitaryKind.parse(row.kind),
    span: spanOf(row.served),
    card: row.card === '' ? null : ServiceCard.parse(row.card),
    instalments: Number(row.count),
    standing: row.standing === '1',
    contributing: row.contributing === '1',
    grantedBefore: row.granted === '' ? null : row.granted,
    rows: row.records.startsWith('#')
      ? showcaseContributions(row.records.slice(1))
      : contributions(row.records),
    parameters,
    today: day(row.today),
  }
}

function codes({ because }: Pick<Decision, 'because'>): string {
  return because.map(({ code }) => code).join(' ')
}

function valuesOf(decision: Decision): Readonly<Record<string, number | string>> {
  const ways = decision.options ?? []
  const figures = [
    ...decision.figures,
    ...ways.flatMap((way) => [...way.figures, ...(way.estimate?.steps ?? [])]),
  ]
  return Object.fromEntries(figures.map(({ code, value }) => [code, value]))
}

function number(cell: string): number | undefined {
  return cell === '' ? undefined : Number(cell)
}

describe('military service, table of law', () => {
  it.each(lawTable('military-service', columns))('$case', (row) => {
    const decision = decideMilitaryService(caseOf(row))
    const values = valuesOf(decision)
    expect(codes(decision)).toBe(row.reasons)
    expect(decision.entitled).toBe(row.entitled === '1')
    const free = decision.options?.find(({ code }) => code === 'MILITARY_FREE')
    expect(free ? codes(free) : '').toBe(row.free)
    expect(decision.estimate?.amount).toBe(number(row.insured))
    expect(values['military-whole']).toBe(number(row.whole))
    expect(values['military-months']).toBe(number(row.months))
    expect(values['military-days']).toBe(number(row.days))
    expect(values['military-after-nowruz']).toBe(number(row.later))
    expect(decision.from && formatJalali(decision.from)).toBe(
      row.from === '' ? undefined : row.from,
    )
    expect(Decision.parse(decision)).toEqual(decision)
    expect(structuredClone(decision)).toEqual(decision)
  })
})

const conscript: MilitaryCase = {
  sex: 'M',
  birthDate: day('1369/07/07'),
  serviceKind: 'CONSCRIPTION',
  span: spanOf('1389/04/01-1391/01/01'),
  card: 'SMART',
  instalments: 1,
  standing: true,
  contributing: true,
  grantedBefore: null,
  rows: showcaseContributions('9900000106'),
  parameters,
  today: day('1405/09/02'),
}

describe('the decision', () => {
  it('leads to the amount step by step', () => {
    const { estimate } = decideMilitaryService({ ...conscript, instalments: 12 })
    expect(estimate?.steps.map(({ code, value }) => [code, value])).toEqual([
      ['military-average-from', day('1403/07/01')],
      ['military-wage-sum', 5_040_000_000],
      ['military-average-months', 24],
      ['military-average', 210_000_000],
      ['military-months', 21],
      ['military-rate', 3000],
      ['military-whole', 1_323_000_000],
      ['military-insured-share', '7/30'],
      ['military-insured-part', 308_700_000],
      ['military-state-part', 1_014_300_000],
      ...Array.from({ length: 12 }, (_, i) => [`military-instalment-${String(i + 1)}`, 25_725_000]),
    ])
  })

  it('says until when the sheet holds', () => {
    const values = valuesOf(decideMilitaryService(conscript))
    expect(values['military-sheet-until']).toBe(day('1405/12/29'))
    const leap = valuesOf(decideMilitaryService({ ...conscript, today: day('1403/12/30') }))
    expect(leap['military-sheet-until']).toBe(day('1403/12/30'))
  })

  it('before the service is known tells what the file alone can tell', () => {
    const blank = { ...conscript, span: null, card: null }
    expect(decideMilitaryService(blank)).toMatchObject({ entitled: true, because: [] })
    const short = { ...blank, rows: contributions('1405/01-1405/06:31@1000') }
    expect(codes(decideMilitaryService(short))).toBe('military-record-short')
    // Whoever was insured in time may have it free, by art. 95.
    const early = { ...blank, rows: contributions('1380/01:31@1000') }
    expect(decideMilitaryService(early).entitled).toBe(true)
  })

  it('names the parameter it lacks: no answer without a condition, no amount without a rate', () => {
    const without = (code: string) =>
      decideMilitaryService({
        ...conscript,
        parameters: parameters.filter((row) => row.code !== code),
      })
    expect(without('MILITARY_RECORD_YEARS')).toMatchObject({ entitled: false })
    expect(without('MILITARY_FREE_ENDED_BEFORE')).toMatchObject({ entitled: false })
    const poorer = without('MILITARY_RATE')
    expect(poorer.entitled).toBe(true)
    expect(poorer.estimate).toBeUndefined()
    expect(codes(poorer)).toBe('parameter-missing')
  })
})

describe('the length of a service', () => {
  it.each([
    ['1389/04/01-1391/01/01', 21, 0],
    ['1389/06/31-1389/07/30', 1, 0],
    ['1389/06/31-1389/07/29', 0, 29],
    ['1403/12/01-1404/01/01', 1, 0],
    ['1404/12/01-1404/12/29', 0, 28],
    ['1403/12/30-1404/12/29', 12, 0],
    ['1389/04/10-1390/06/09', 13, 30],
  ])('%s is %i months and %i days', (written, months, days) => {
    expect(serviceLength(spanOf(written))).toEqual({ months, days })
  })
})

const amounts = fc.bigInt({ min: 0n, max: 24n * 1_200_000_000n })
const lengths = fc.record({ months: fc.nat(60), days: fc.nat(30) })
const terms = { rate: 3000, share: { numerator: 7, denominator: 30 }, monthDays: 30 }
const premium = (sum: bigint, length: { months: number; days: number }) =>
  militaryPremium({ from: day('1403/07/01'), sum, months: 24, withoutWage: 0 }, length, terms)

describe('properties', () => {
  it('the insured and the state together pay the whole, each what falls to him', () => {
    fc.assert(
      fc.property(amounts, lengths, (sum, length) => {
        const { whole, insured, state } = premium(sum, length)
        expect(insured + state).toBe(whole)
        expect(Math.abs(insured * 30 - whole * 7)).toBeLessThan(30)
      }),
    )
  })

  it('a longer service or higher pay never costs less', () => {
    const served = fc.tuple(fc.nat(1500), fc.nat(60))
    fc.assert(
      fc.property(amounts, served, fc.nat(1_000_000_000), (sum, [days, more], raise) => {
        const from = day('1389/04/10')
        const length = (n: number) => serviceLength({ from, to: addDays(from, n) })
        const base = premium(sum, length(days))
        for (const dearer of [
          premium(sum, length(days + more)),
          premium(sum + BigInt(raise), length(days)),
        ]) {
          expect(dearer.insured).toBeGreaterThanOrEqual(base.insured)
          expect(dearer.whole).toBeGreaterThanOrEqual(base.whole)
        }
      }),
    )
  })

  it('instalments sum to the amount, and only the last differs', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.integer({ min: 1, max: 12 }), (amount, count) => {
        const parts = instalmentsOf(rial(amount), count)
        expect(parts).toHaveLength(count)
        expect(addRial(...parts)).toBe(amount)
        expect(new Set(parts.slice(0, -1)).size).toBeLessThan(2)
        expect((parts.at(-1) ?? 0) - (parts[0] ?? 0)).toBeLessThan(count)
      }),
    )
  })

  it('more contributions of other months never take the right away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(11), (years, month) => {
        const rows = contributions(`1392/01-${String(1391 + years)}/12:31@1000`)
        const more = contributions(`1404/${String(month + 1).padStart(2, '0')}:31@1000`)
        const before = decideMilitaryService({ ...conscript, rows })
        const after = decideMilitaryService({ ...conscript, rows: [...rows, ...more] })
        if (before.entitled) expect(after.entitled).toBe(true)
      }),
    )
  })

  it('the first day that is named is the first day that will do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 11 }), (months) => {
        const first = String(13 - months).padStart(2, '0')
        const rows = contributions(`1404/${first}-1405/08:31@1000`)
        const { from } = decideMilitaryService({ ...conscript, rows })
        if (from === undefined) return
        const goesOn = contributions('1405/09-1410/12:31@1000')
        const open = parameters.map((row) => ({ ...row, validTo: null }))
        const on = (today: Day) =>
          decideMilitaryService({
            ...conscript,
            rows: [...rows, ...goesOn],
            parameters: open,
            today,
          }).entitled
        expect([on(addDays(from, -1)), on(from)]).toEqual([false, true])
      }),
      { numRuns: 20 },
    )
  })
})
