import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { historyOf } from '#core/insured/contributions.rules.ts'
import {
  filterChoices,
  isNarrowed,
  rowsWithin,
  WHOLE_RECORD,
} from '../../../../renderer/insured/record-filter.ts'
import { contributions } from '../../../support/contributions.ts'

const rows = contributions(
  '1380/01-1388/12:30;1387/01-1390/06:30@5000000;VOLUNTARY 1391/01-1392/12:30@7000000',
)
const within = (change: Partial<typeof WHOLE_RECORD>) =>
  rowsWithin(rows, { ...WHOLE_RECORD, ...change })

describe('the filter of a record', () => {
  it('lets everything through at first', () => {
    expect(within({})).toEqual(rows)
    expect(isNarrowed(WHOLE_RECORD)).toBe(false)
  })

  it('shows wages from 1386 on, which narrows nothing', () => {
    expect(Math.min(...within({ era: 'WAGES' }).map(({ year }) => year))).toBe(1386)
    expect(isNarrowed({ ...WHOLE_RECORD, era: 'WAGES' })).toBe(false)
  })

  it('by workshop, type and years, both ends included', () => {
    expect(new Set(within({ workshop: '9000011001' }).map((row) => row.workshopCode))).toEqual(
      new Set(['9000011001']),
    )
    expect(within({ recordType: 'VOLUNTARY' })).toHaveLength(2)
    expect(within({ from: 1387, to: 1388 }).map(({ year }) => year)).toEqual([
      1387, 1388, 1387, 1388,
    ])
    expect(within({ workshop: '9000011000', from: 1389 })).toEqual([])
  })

  it('tells rows without a workshop apart', () => {
    const own = rows.map((row) => (row.year > 1390 ? { ...row, workshopCode: null } : row))
    expect(rowsWithin(own, { ...WHOLE_RECORD, workshop: '' }).map(({ year }) => year)).toEqual([
      1391, 1392,
    ])
  })

  it('offers what occurs, the newest first', () => {
    const { workshops, recordTypes, years } = filterChoices(rows)
    expect(workshops.map(({ code }) => code)).toEqual(['9000011002', '9000011001', '9000011000'])
    expect(recordTypes).toEqual(['VOLUNTARY', 'COMPULSORY'])
    expect([years[0], years.at(-1), years.length]).toEqual([1392, 1380, 13])
  })

  it('parts by workshop hold every row once, and never fewer days than the whole', () => {
    fc.assert(
      fc.property(fc.subarray([...rows], { minLength: 1 }), (some) => {
        const parts = filterChoices(some).workshops.map(({ code }) =>
          rowsWithin(some, { ...WHOLE_RECORD, workshop: code }),
        )
        expect(parts.flat()).toHaveLength(some.length)
        const days = (of: typeof some) => historyOf(of, null).totalDays
        const wages = (of: typeof some) => historyOf(of, null).totalWage
        const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0)
        expect(sum(parts.map((part) => days([...part])))).toBeGreaterThanOrEqual(days(some))
        expect(sum(parts.map((part) => wages([...part])))).toBe(wages(some))
      }),
    )
  })
})
