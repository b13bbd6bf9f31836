import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rial } from '#core/kernel/rial.ts'
import { DecreeKind, type DecreeNotice } from '#core/pensions/decree.model.ts'
import { movement } from '#core/pensions/decree-lines.rules.ts'
import { areDecreeLinesRight, decreesOf } from '#core/pensions/decrees.rules.ts'
import type { StoredDecree } from '#core/pensions/pensions.ports.ts'
import { aStoredDecree, anArrearsSlip, jalaliDay } from '../../../support/decrees.ts'

const file = { establishedOn: jalaliDay('1390/01/01'), endedOn: null, shareBp: 10_000 }

const former = aStoredDecree(1403, 'BASE 100>211585340')
const provisional = aStoredDecree(1404, 'BASE 211585340>293125558', {
  ...{ kind: 'PROVISIONAL', issuedOn: jalaliDay('1404/01/10') },
})
const corrected = aStoredDecree(1404, 'BASE 211585340>299141251', {
  ...{ kind: 'CORRECTED', decreeNumber: '1404-2', issuedOn: jalaliDay('1404/06/20') },
})
const annual = aStoredDecree(1405, 'BASE 299141251>459593682')

describe('how an amount moves', () => {
  it.each([
    [100, 145, 'RAISED', 45, 4500],
    [3, 4, 'RAISED', 1, 3333],
    [3, 5, 'RAISED', 2, 6667],
    [20_000, 20_001, 'RAISED', 1, 1],
    [200, 100, 'CUT', -100, -5000],
    [100, 100, 'SAME', 0, 0],
    [0, 5, 'NEW', 5, null],
    [5, 0, 'GONE', -5, -10_000],
    [0, 0, 'SAME', 0, null],
  ] as const)('%d to %d', (before, after, change, difference, bp) => {
    expect(movement(rial(before), rial(after))).toEqual({ change, difference, bp })
  })
})

describe('the decrees of a year', () => {
  it('the corrected one takes the place of the provisional one', () => {
    const all = decreesOf([annual, corrected, provisional, former], file, [])
    expect(
      all.map(({ decreeNumber, counts, replaces, replacedBy }) => ({
        ...{ decreeNumber, counts, replaces, replacedBy },
      })),
    ).toEqual([
      { decreeNumber: '1405-1', counts: true, replaces: null, replacedBy: null },
      { decreeNumber: '1404-2', counts: true, replaces: '1404-1', replacedBy: null },
      { decreeNumber: '1404-1', counts: false, replaces: null, replacedBy: '1404-2' },
      { decreeNumber: '1403-1', counts: true, replaces: null, replacedBy: null },
    ])
    expect(all.flatMap(({ notices }) => notices)).toEqual([])
  })

  it('of two of one kind the one issued later counts, and both say so', () => {
    const later = { ...annual, decreeNumber: '1405-0', issuedOn: jalaliDay('1405/02/01') }
    const [first, second] = decreesOf([annual, later], file, [])
    expect([first?.counts, second?.counts]).toEqual([false, true])
    expect(first?.notices).toEqual(['SAME_KIND_TWICE'])
    expect(second?.notices).toEqual(['SAME_KIND_TWICE'])
  })

  it('exactly one counts, whatever came', () => {
    const anyDecree = fc
      .record({
        year: fc.integer({ min: 1400, max: 1403 }),
        kind: fc.constantFrom(...DecreeKind.options),
        day: fc.integer({ min: 1, max: 29 }),
        after: fc.nat(1_000_000_000),
      })
      .map(({ year, kind, day, after }) =>
        aStoredDecree(year, `BASE 1>${String(after)}`, {
          ...{ kind, issuedOn: jalaliDay(`${String(year)}/03/${String(day).padStart(2, '0')}`) },
        }),
      )
    const many = fc
      .array(anyDecree, { maxLength: 12 })
      .map((list) => list.map((one, at): StoredDecree => ({ ...one, decreeNumber: String(at) })))
    fc.assert(
      fc.property(many, (stored) => {
        const all = decreesOf(stored, file, [])
        expect(all).toHaveLength(stored.length)
        for (const year of new Set(stored.map((one) => one.year))) {
          const ofYear = all.filter((one) => one.year === year)
          expect(ofYear.filter(({ counts }) => counts)).toHaveLength(1)
          expect(ofYear.filter(({ replacedBy }) => replacedBy === null)).toHaveLength(1)
        }
      }),
    )
  })

  it('the differences of the lines sum to the difference of the totals', () => {
    const amount = fc.nat(1_000_000_000)
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 9 }), (sides) => {
        const written = sides.map(([from, to]) => `OTHER ${String(from)}>${String(to)}`)
        const [decree] = decreesOf([aStoredDecree(1404, written.join(';'))], file, [])
        const sum = decree?.lines.reduce((all, { difference }) => all + difference, 0)
        expect(sum).toBe(decree?.total.difference)
      }),
    )
  })
})

describe('what is wrong with a decree', () => {
  const noticesOf = (decree: StoredDecree, ...others: StoredDecree[]): DecreeNotice[] =>
    decreesOf([decree, ...others], file, [])[0]?.notices ?? []

  it.each<[string, StoredDecree, StoredDecree[], DecreeNotice[]]>([
    ['nothing', annual, [corrected], []],
    ['no lines', { ...annual, lines: [] }, [corrected], ['NO_LINES']],
    ['no lines and totals of nothing', aStoredDecree(1405, ''), [], ['NO_LINES']],
    ['lines that do not sum before', { ...annual, totalBefore: rial(1) }, [], ['BEFORE_DIFFERS']],
    ['lines that do not sum after', { ...annual, totalAfter: rial(1) }, [], ['AFTER_DIFFERS']],
    ['another amount than the decree before', annual, [provisional], ['FORMER_DIFFERS']],
    ['a year without a decree between', annual, [former], ['FORMER_YEAR_MISSING']],
    ['a correction of nothing', corrected, [former], ['NOTHING_CORRECTED']],
    [
      'a correction that starts from what it corrects',
      { ...corrected, totalBefore: provisional.totalAfter, lines: [] },
      [former, provisional],
      ['NO_LINES'],
    ],
    [
      'issued before its year and before it takes effect',
      { ...annual, issuedOn: jalaliDay('1404/12/20') },
      [],
      ['ISSUED_BEFORE_YEAR', 'EFFECTIVE_AFTER_ISSUED'],
    ],
    [
      'effective in another year',
      { ...annual, effectiveOn: jalaliDay('1404/12/01') },
      [],
      ['EFFECTIVE_OUT_OF_YEAR'],
    ],
    [
      'effective later than the next one',
      { ...corrected, effectiveOn: jalaliDay('1405/01/01') },
      [provisional, annual],
      ['EFFECTIVE_OUT_OF_YEAR', 'EFFECTIVE_AFTER_ISSUED', 'EFFECTIVE_AFTER_NEXT'],
    ],
  ])('%s', (_, decree, others, notices) => {
    expect(noticesOf(decree, ...others)).toEqual(notices)
  })

  it('a decree without lines is not right, even when its totals are nothing', () => {
    expect(areDecreeLinesRight(aStoredDecree(1405, ''))).toBe(false)
    expect(areDecreeLinesRight(annual)).toBe(true)
  })

  it('names the lines of the decree before that are not there any more', () => {
    const before = aStoredDecree(1404, 'BASE 1>7;MINIMUM_TOPUP 0>3;CHILD 5>0')
    const [decree] = decreesOf([aStoredDecree(1405, 'BASE 7>9'), before], file, [])
    expect(decree?.fellAway).toEqual([{ item: 'MINIMUM_TOPUP', title: 'MINIMUM_TOPUP', amount: 3 }])
    expect(decree?.notices).toEqual(['FORMER_DIFFERS'])
  })
})

describe('a share of the file', () => {
  it('has its part of every line, rounded down', () => {
    const stored = aStoredDecree(
      1405,
      'BASE 0>279161016;ANNUAL_INCREASE 0>146466477;EQUALIZATION 0>19003194;HOUSING 0>4987665;GOODS 0>9975330',
    )
    const [decree] = decreesOf([stored], { ...file, shareBp: 4168 }, [])
    expect(decree?.own).toEqual({ shareBp: 4168, before: 0, after: 191_558_644 })
    expect(decree?.totalAfter).toBe(459_593_682)
  })

  it('has its part of the totals where no line is named', () => {
    const stored = { ...annual, lines: [] }
    expect(decreesOf([stored], { ...file, shareBp: 5000 }, [])[0]?.own.after).toBe(229_796_841)
  })
})

describe('arrears', () => {
  const arrearsOf = (
    stored: StoredDecree[],
    held: Partial<Parameters<typeof decreesOf>[1]> = {},
    slips: Parameters<typeof decreesOf>[2] = [],
  ) => decreesOf(stored, { ...file, ...held }, slips)[0]?.arrears

  it('a corrected decree of Shahrivar owes the difference of five months', () => {
    expect(arrearsOf([corrected, provisional])).toEqual({
      steps: [
        {
          ...{ decreeNumber: '1404-2', monthly: 6_015_693, months: 5 },
          ...{ from: 140_401, to: 140_405, sum: 30_078_465 },
        },
      ],
      ...{ sum: 30_078_465, own: 30_078_465, slips: [], paid: 0 },
    })
  })

  it('an annual decree issued late owes the whole increase', () => {
    const late = { ...annual, issuedOn: jalaliDay('1405/06/15') }
    expect(arrearsOf([late])).toMatchObject({ sum: 160_452_431 * 5 })
  })

  it('a decree of the month it takes effect owes nothing', () => {
    expect(arrearsOf([annual])).toBeNull()
  })

  it('a correction downwards was paid too much', () => {
    const lower = { ...corrected, totalAfter: rial(293_125_557), lines: [] }
    expect(arrearsOf([lower, provisional], { shareBp: 5000 })).toMatchObject({ sum: -5, own: -3 })
  })

  it('not before the pension began nor after it ended nor in the time of the next decree', () => {
    const begun = { establishedOn: jalaliDay('1404/03/10') }
    expect(arrearsOf([corrected, provisional], begun)?.steps[0]?.months).toBe(3)
    const ended = { endedOn: jalaliDay('1404/02/05') }
    expect(arrearsOf([corrected, provisional], ended)?.steps[0]?.months).toBe(2)
    const veryLate = { ...corrected, issuedOn: jalaliDay('1405/04/01') }
    expect(arrearsOf([veryLate, provisional, annual])?.steps[0]?.months).toBe(12)
    expect(arrearsOf([veryLate, provisional])?.steps[0]?.months).toBe(15)
  })

  it('beside what was paid in that year, though no decree owes it', () => {
    const slips = [anArrearsSlip(1405, 3, 120_764_474), anArrearsSlip(1404, 7, 9)]
    expect(arrearsOf([annual], {}, slips)).toEqual({
      ...{ steps: [], sum: 0, own: 0, paid: 120_764_474 },
      slips: [{ slipNumber: '14053', year: 1405, month: 3, amount: 120_764_474 }],
    })
  })

  it('only on the decree that counts', () => {
    const [, replaced] = decreesOf([corrected, provisional], file, [])
    expect(replaced?.arrears).toBeNull()
  })
})
