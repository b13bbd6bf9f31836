import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '#core/kernel/day.ts'
import { dayInTehran, type Instant } from '#core/kernel/instant.ts'
import { Deed, ReportQuery } from '#core/reports/report.model.ts'
import { beginOf, durationParts, reportOf, spreadOf } from '#core/reports/report.rules.ts'
import type { CountedDeed, TimedStep } from '#core/reports/reports.ports.ts'

const day = (text: string) => text as Day

describe('spreads', () => {
  test.each([
    [[5], 5, 5],
    [[1, 2], 1, 2],
    [[3, 1, 2], 2, 3],
    [[10, 1, 2, 3, 4, 5, 6, 7, 8, 9], 5, 9],
  ])('of %j: middle %i, nine tenths %i', (minutes, median, ninety) => {
    expect(spreadOf(minutes)).toEqual({ count: minutes.length, median, ninety })
  })

  test('of nothing there is none', () => {
    expect(spreadOf([])).toBeNull()
  })

  test('are durations that occurred, in whatever order, nine tenths not below the middle', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 200 }), (minutes) => {
        const spread = spreadOf(minutes)
        if (!spread) throw new Error('there is one')
        expect(minutes).toContain(spread.median)
        expect(minutes).toContain(spread.ninety)
        expect(spread.ninety).toBeGreaterThanOrEqual(spread.median)
        const within = (most: number) => minutes.filter((one) => one <= most).length
        expect(within(spread.median)).toBeGreaterThanOrEqual(minutes.length / 2)
        expect(within(spread.ninety)).toBeGreaterThanOrEqual(minutes.length * 0.9)
        expect(spreadOf(minutes.toReversed())).toEqual(spread)
      }),
    )
  })
})

test('a day begins at midnight in Tehran', () => {
  const begin = beginOf(day('2026-11-23'))
  expect(dayInTehran(begin)).toBe('2026-11-23')
  const before = new Date(Date.parse(begin) - 1).toISOString() as Instant
  expect(dayInTehran(before)).toBe('2026-11-22')
})

test.each([
  [0, [['MINUTE', 0]]],
  [59, [['MINUTE', 59]]],
  [60, [['HOUR', 1]]],
  [
    61,
    [
      ['HOUR', 1],
      ['MINUTE', 1],
    ],
  ],
  [1440, [['DAY', 1]]],
  [
    1440 + 61,
    [
      ['DAY', 1],
      ['HOUR', 1],
    ],
  ],
  [2880 + 5, [['DAY', 2]]],
])('%i minutes are told in two words at most', (minutes, parts) => {
  expect(durationParts(minutes)).toEqual(parts)
})

describe('sums', () => {
  const clerks = ['a', 'b', 'c']
  const named = new Map(clerks.map((id) => [id, { fullName: id, clerkCode: id }]))
  const deeds = fc.array(
    fc.record({
      deed: fc.constantFrom(...Deed.options),
      clerkId: fc.constantFrom('a', 'b', 'c', null),
      kind: fc.constantFrom('MARRIAGE' as const, 'RETIREMENT' as const),
      count: fc.integer({ min: 1, max: 50 }),
    }),
  )

  test('of kinds are those of the whole; of clerks too, but for deeds of nobody', () => {
    fc.assert(
      fc.property(deeds, (all: readonly CountedDeed[]) => {
        const report = reportOf({ deeds: all, steps: [] }, named)
        const own = all.filter(({ clerkId }) => clerkId !== null)
        for (const deed of Deed.options) {
          const sum = (lines: readonly { counts: Record<Deed, number> }[]) =>
            lines.reduce((whole, { counts }) => whole + counts[deed], 0)
          const counted = (some: readonly CountedDeed[]) =>
            some.filter((one) => one.deed === deed).reduce((whole, { count }) => whole + count, 0)
          expect(report.totals[deed]).toBe(counted(all))
          expect(sum(report.kinds)).toBe(counted(all))
          expect(sum(report.clerks)).toBe(counted(own))
        }
      }),
    )
  })

  test('of times belong to their kind and to the whole', () => {
    const step = (kind: TimedStep['kind'], minutes: number): TimedStep => ({
      ...{ step: 'decision', kind, filedAt: beginOf(day('2026-11-23')) },
      at: new Date(
        Date.parse(beginOf(day('2026-11-23'))) + minutes * 60_000,
      ).toISOString() as Instant,
    })
    const filed = (kind: TimedStep['kind']): CountedDeed => ({
      ...{ deed: 'FILED', clerkId: 'a', kind, count: 1 },
    })
    const report = reportOf(
      {
        deeds: [filed('MARRIAGE'), filed('RETIREMENT')],
        steps: [step('MARRIAGE', 10), step('MARRIAGE', 30), step('RETIREMENT', 600)],
      },
      named,
    )
    expect(report.decision).toEqual({ count: 3, median: 30, ninety: 600 })
    expect(report.firstAct).toBeNull()
    const marriage = report.kinds.find(({ kind }) => kind === 'MARRIAGE')
    expect(marriage?.decision).toEqual({ count: 2, median: 10, ninety: 30 })
  })
})

test('a period begins before it ends and is a year at most', () => {
  const period = (from: string, to: string) =>
    ReportQuery.safeParse({ from, to, whose: 'MINE' }).success
  expect(period('2026-11-23', '2026-11-23')).toBe(true)
  expect(period('2026-11-24', '2026-11-23')).toBe(false)
  expect(period('2025-11-23', '2026-11-23')).toBe(true)
  expect(period('2025-11-22', '2026-11-23')).toBe(false)
})
