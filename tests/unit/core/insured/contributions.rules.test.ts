import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ContributionHistory } from '#core/insured/contribution.model.ts'
import {
  contributionHistory,
  contributionYear,
  recordSpan,
} from '#core/insured/contributions.rules.ts'
import { isLeapYear, monthLength, Day } from '#core/kernel/day.ts'
import {
  contributions,
  extractParameters,
  showcaseContributions,
} from '../../../support/contributions.ts'
import { lawTable } from '../../../support/law-table.ts'

const parameters = extractParameters()
const today = Day.parse('2026-11-21')

describe('recordSpan, table of law', () => {
  it.each(lawTable('record-span', ['totalDays', 'years', 'months', 'days', 'source']))(
    '$totalDays days',
    ({ totalDays, years, months, days }) => {
      expect(recordSpan(Number(totalDays), 365, 30)).toEqual({
        totalDays: Number(totalDays),
        years: Number(years),
        months: Number(months),
        days: Number(days),
      })
    },
  )
})

describe('contributionYear', () => {
  it('caps days at the month and adds wages where two workshops overlap (showcase 0000001171)', () => {
    const rows = showcaseContributions('90000117').filter(({ year }) => year === 1403)
    const year = contributionYear(1403, rows)
    expect(rows).toHaveLength(2)
    expect(year.days).toBe(366)
    expect(year.months[0]).toEqual({
      month: 1,
      length: 31,
      days: 31,
      recordedDays: 51,
      wage: 181275786 + 52552020,
      rows: 2,
    })
  })

  it('never has more days than the year', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1300, max: 1499 }),
        fc.integer({ min: 1, max: 5 }),
        (year, n) => {
          const written = Array.from({ length: n }, () => `${year}/01-${year}/12:31`).join(';')
          expect(contributionYear(year, contributions(written)).days).toBe(
            isLeapYear(year) ? 366 : 365,
          )
        },
      ),
    )
  })
})

describe('contributionHistory', () => {
  it('tells a career: totals, first and last month, gaps, low months, overlaps', () => {
    const rows = contributions('1403/11-1404/02:31@100;1404/02:10@50;1404/05:7@30;1405/01:31@200')
    const history = contributionHistory(rows, parameters, today)
    expect(history.years.map(({ year, days, wage }) => [year, days, wage])).toEqual([
      [1405, 31, 200],
      [1404, 31 + 31 + 7, 280],
      [1403, 30 + 30, 200],
    ])
    expect(history).toMatchObject({
      totalDays: 160,
      span: { totalDays: 160, years: 0, months: 5, days: 10 },
      firstMonth: { year: 1403, month: 11 },
      lastPaidMonth: { year: 1405, month: 1 },
      gaps: [
        { from: { year: 1404, month: 3 }, to: { year: 1404, month: 4 }, months: 2 },
        { from: { year: 1404, month: 6 }, to: { year: 1404, month: 12 }, months: 7 },
      ],
      lowMonths: [{ year: 1404, month: 5 }],
      overlaps: [{ year: 1404, month: 2 }],
    })
    expect(ContributionHistory.parse(history)).toEqual(history)
  })

  it('sees gaps across whole years without a row', () => {
    const { gaps } = contributionHistory(contributions('1390/12:29;1395/01:31'), parameters, today)
    expect(gaps).toEqual([
      { from: { year: 1391, month: 1 }, to: { year: 1394, month: 12 }, months: 48 },
    ])
  })

  it('is empty without records, and tells no span without its parameters', () => {
    expect(contributionHistory([], parameters, today)).toEqual({
      years: [],
      totalDays: 0,
      totalWage: 0,
      span: { totalDays: 0, years: 0, months: 0, days: 0 },
      firstMonth: null,
      lastPaidMonth: null,
      gaps: [],
      lowMonths: [],
      overlaps: [],
    })
    expect(contributionHistory([], [], today).span).toBeNull()
  })

  it('accounts for every month between the first and the last, whatever the order of the rows', () => {
    const row = fc
      .record({
        year: fc.integer({ min: 1380, max: 1405 }),
        month: fc.integer({ min: 1, max: 12 }),
        days: fc.integer({ min: 1, max: 31 }),
      })
      .map(({ year, month, days }) => `${year}/${String(month).padStart(2, '0')}:${days}`)
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (written) => {
        const rows = contributions(written.join(';'))
        const history = contributionHistory(rows, parameters, today)
        expect(contributionHistory(rows.toReversed(), parameters, today)).toMatchObject({
          totalDays: history.totalDays,
          gaps: history.gaps,
        })
        const [first, last] = [history.firstMonth, history.lastPaidMonth]
        if (!first || !last) throw new Error('no months')
        const span = (last.year - first.year) * 12 + last.month - first.month + 1
        const paid = new Set(written.map((text) => text.slice(0, 7))).size
        const missing = history.gaps.reduce((sum, gap) => sum + gap.months, 0)
        expect(paid + missing).toBe(span)
        for (const { year, months } of history.years)
          for (const { month, days } of months)
            expect(days).toBeLessThanOrEqual(monthLength(year, month))
      }),
    )
  })
})
