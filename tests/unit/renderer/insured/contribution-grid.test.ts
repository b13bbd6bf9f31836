import { expect, it } from 'vitest'
import type { ContributionRow } from '#core/insured/contribution.model.ts'
import { contributionHistory } from '#core/insured/contributions.rules.ts'
import { rial } from '#core/kernel/rial.ts'
import { contributionGrid } from '../../../../renderer/insured/contribution-grid.ts'
import { day } from '../../../support/fake-office.ts'

const row = (year: number, days: number[]): ContributionRow => ({
  insuranceNumber: '0090000101',
  year,
  workshopCode: '1012000101',
  workshopName: null,
  branchCode: '1012',
  contractRow: '000',
  recordType: 'COMPULSORY',
  days,
  wages: days.map((n) => rial(n * 1000)),
})
const today = day('1405/09/02')
const grid = (rows: ContributionRow[], asOf: string | null) =>
  contributionGrid(contributionHistory(rows, [], today), asOf === null ? null : day(asOf))
const states = (rows: ContributionRow[], asOf: string | null, year: number) =>
  grid(rows, asOf)
    .find((one) => one.year === year)
    ?.cells.map((cell) => cell.state)

it('shows years without a row between years that have some, newest first', () => {
  const rows = [row(1400, [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29])]
  const years = grid([...rows, row(1403, [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29])], null)
  expect(years.map((one) => one.year)).toEqual([1403, 1402, 1401, 1400])
  expect(years[1]?.cells.every((cell) => cell.state === 'gap')).toBe(true)
})

it('tells low, empty, overlapping and not yet arrived months apart', () => {
  const rows = [
    row(1405, [0, 31, 20, 0, 31, 31, 0, 0, 0, 0, 0, 0]),
    row(1405, [0, 0, 0, 0, 15, 0, 0, 0, 0, 0, 0, 0]),
  ]
  expect(states(rows, '1405/08/30', 1405)).toEqual([
    'outside',
    'full',
    'low',
    'gap',
    'overlap',
    'full',
    'later',
    'later',
    'later',
    'later',
    'later',
    'later',
  ])
})

it('calls nothing a gap after the last paid month; the last list may still be on its way', () => {
  const rows = [row(1405, [31, 31, 31, 31, 31, 0, 0, 0, 0, 0, 0, 0])]
  expect(states(rows, '1405/08/30', 1405)?.slice(4, 8)).toEqual([
    'full',
    'outside',
    'later',
    'later',
  ])
  expect(grid([row(1402, [31, 31, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])], '1405/08/30')).toHaveLength(1)
})

it('is empty for a person without records', () => {
  expect(grid([], '1405/08/30')).toEqual([])
})

it('tells a gap from a month that lies in rows the filter leaves out', () => {
  const here = row(1404, [31, 0, 0, 31, 0, 0, 0, 0, 0, 0, 0, 0])
  const there = row(1404, [0, 31, 0, 0, 31, 0, 0, 0, 0, 0, 0, 0])
  const history = (rows: ContributionRow[]) => contributionHistory(rows, [], today)
  const [year] = contributionGrid(history([here]), day('1405/08/30'), history([here, there]))
  expect(year?.cells.map((cell) => cell.state).slice(0, 6)).toEqual([
    'full',
    'elsewhere',
    'gap',
    'full',
    'elsewhere',
    'outside',
  ])
})
