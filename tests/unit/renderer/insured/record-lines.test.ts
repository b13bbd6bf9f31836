import { describe, expect, it } from 'vitest'
import { historyOf } from '#core/insured/contributions.rules.ts'
import { rial } from '#core/kernel/rial.ts'
import { recordLines } from '../../../../renderer/insured/record-lines.ts'
import { wageWidth } from '../../../../renderer/insured/wage-width.ts'
import { contributions } from '../../../support/contributions.ts'

const linesOf = (written: string) => recordLines(historyOf(contributions(written), null))

describe('the rows of a record as lines', () => {
  it('newest year first, in a year by the first month; a year of one row has no sum', () => {
    const lines = linesOf('1403/07-1403/12:30@200;1403/01-1403/03:31@100;1404/01:31@300')
    expect(lines.map(({ year, row, isFirst }) => [year, row?.workshopCode, isFirst])).toEqual([
      [1404, '9000011002', true],
      [1403, '9000011001', true],
      [1403, '9000011000', false],
      [1403, undefined, false],
    ])
  })

  it('a sum caps days at the month and adds wages, and tells what was recorded', () => {
    const lines = linesOf('1403/01-1403/02:31@100;1403/02-1403/03:20@50')
    expect(lines.at(-1)).toMatchObject({ row: null, count: 2, days: 82, wage: 300 })
    expect(lines.at(-1)?.months.slice(0, 3)).toEqual([
      { days: 31, recorded: 31, wage: 100 },
      { days: 31, recorded: 51, wage: 150 },
      { days: 20, recorded: 20, wage: 50 },
    ])
  })

  it('every line has its own key', () => {
    const lines = linesOf('1403/01:31;1403/01:31;1403/01:31;1404/01:31')
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
  })

  it('is empty without rows', () => {
    expect(linesOf('')).toEqual([])
  })

  it('gives a column more room for a longer amount', () => {
    expect(wageWidth([rial(999), rial(1_000)])).toBeGreaterThan(wageWidth([rial(999)]))
    expect(wageWidth([])).toBeGreaterThan(0)
  })
})
