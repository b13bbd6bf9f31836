import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { rial } from '#core/kernel/rial.ts'
import { ParameterFile } from '#core/parameters/parameters.model.ts'
import { withDefaults } from '#core/parameters/parameters.rules.ts'
import { explainDecree } from '#core/pensions/decree-explanation.rules.ts'
import type { ExplainedFile } from '#core/pensions/decree-recomputed.rules.ts'
import { PensionType } from '#core/pensions/pension.model.ts'
import { extractParameters } from '../../../support/contributions.ts'
import { aStoredDecree, jalaliDay } from '../../../support/decrees.ts'
import { lawTable } from '../../../support/law-table.ts'

const resources = path.resolve(import.meta.dirname, '../../../../resources/parameters.json')
const bundled = ParameterFile.parse(JSON.parse(readFileSync(resources, 'utf8')))
const parameters = withDefaults(extractParameters(), bundled)

const columns = [
  ...['case', 'type', 'proportional', 'effective', 'established', 'days', 'average'],
  ...['lines', 'item', 'expected', 'because', 'source'],
] as const

const retired: ExplainedFile = {
  ...{ pensionType: 'RETIREMENT', proportional: false, contributionDays: 10_957 },
  ...{ establishedOn: jalaliDay('1398/01/01'), averageWage: rial(33_000_000) },
}

describe('table of law', () => {
  it.each(lawTable('decrees', columns))('$case', (row) => {
    const named = row.lines.includes(row.item) ? row.lines : `${row.lines};${row.item} 0>0`
    const decree = aStoredDecree(Number(row.effective.slice(0, 4)), named)
    const file: ExplainedFile = {
      pensionType: PensionType.parse(row.type),
      proportional: row.proportional === '1',
      establishedOn: jalaliDay(row.established),
      contributionDays: Number(row.days),
      averageWage: row.average === '' ? null : rial(Number(row.average)),
    }
    const { lines } = explainDecree({ decree, file, parameters })
    const line = lines.find(({ item }) => item === row.item)
    expect(line?.expected).toBe(row.expected === '' ? null : Number(row.expected))
    expect([...new Set(line?.because.map(({ code }) => code))].join(' ')).toBe(row.because)
  })
})

describe('an explanation', () => {
  const explained = (written: string, file = retired, year = 1404) =>
    explainDecree({ decree: aStoredDecree(year, written), file, parameters })

  it('says for each line, in their order, whether the figure agrees', () => {
    const { lines } = explained('BASE 100000000>100000000;ANNUAL_INCREASE 0>41316050;OTHER 0>7')
    expect(lines.map(({ item, agrees }) => [item, agrees])).toEqual([
      ['BASE', true],
      ['ANNUAL_INCREASE', true],
      ['OTHER', null],
    ])
    const [, wrong] = explained('BASE 100000000>100000000;ANNUAL_INCREASE 0>41316051').lines
    expect(wrong).toMatchObject({ agrees: false, expected: 41_316_050 })
  })

  it('is an estimate where the way is a choice or a value is uncertain', () => {
    const { lines } = explained('BASE 100000000>100000000;ANNUAL_INCREASE 0>41316050')
    expect(lines.every(({ estimated }) => estimated)).toBe(true)
  })

  it('shows the dated parameters with where they come from', () => {
    const [, increase] = explained('BASE 100000000>100000000;ANNUAL_INCREASE 0>41316050').lines
    expect(increase?.steps.find(({ code }) => code === 'decree-rate-others')).toMatchObject({
      ...{ value: 3200, unit: 'BP', certainty: 'S' },
    })
    expect(increase?.articles).toEqual(['SSA-96', 'CABINET-YEARLY'])
  })

  it('names a parameter of the year that nobody published, with its day', () => {
    const [, increase] = explained('BASE 1>1;ANNUAL_INCREASE 0>1', retired, 1405).lines
    expect(increase?.because).toContainEqual({
      code: 'parameter-missing',
      values: { parameter: 'PENSION_INCREASE_OTHERS', day: jalaliDay('1405/01/01') },
    })
  })

  it('finds the line that art. 111 gives and the decree does not name', () => {
    const { absent } = explained('BASE 160000000>160000000', retired, 1405)
    expect(absent).toMatchObject([{ item: 'MINIMUM_TOPUP', expected: 6_255_500, agrees: null }])
    expect(explained('BASE 160000000>166255500', retired, 1405).absent).toEqual([])
    const proportional = { ...retired, proportional: true }
    expect(explained('BASE 160000000>160000000', proportional, 1405).absent).toEqual([])
    expect(explained('', retired, 1405)).toEqual({
      ...{ decreeNumber: '1405-1', lines: [], absent: [] },
    })
  })

  it('does not raise a decree that establishes a pension', () => {
    const decree = aStoredDecree(1404, 'BASE 0>1;ANNUAL_INCREASE 0>1;EQUALIZATION 0>1', {
      kind: 'ESTABLISHMENT',
    })
    const { lines } = explainDecree({ decree, file: retired, parameters })
    for (const { expected, because } of lines) {
      expect(expected).toBeNull()
      expect(because).toEqual([{ code: 'decree-establishment-line', values: {} }])
    }
  })

  it('recomputes nothing without parameters, and says what is missing', () => {
    const decree = aStoredDecree(1404, 'ANNUAL_INCREASE 0>1;EQUALIZATION 0>1;MINIMUM_TOPUP 0>1')
    const { lines } = explainDecree({ decree, file: retired, parameters: [] })
    expect(lines.map(({ expected }) => expected)).toEqual([null, null, null])
    expect(lines.every(({ because }) => because.length > 0)).toBe(true)
  })
})
