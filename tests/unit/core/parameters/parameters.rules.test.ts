import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Day, parseJalali } from '#core/kernel/day.ts'
import { ParameterFile, type Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn, withDefaults } from '#core/parameters/parameters.rules.ts'
import { RequestKind } from '#core/requests/request.model.ts'
import { extractParameters } from '../../../support/contributions.ts'

const rows = extractParameters()

function day(jalali: string): Day {
  return Day.parse(parseJalali(jalali))
}

describe('parameterOn', () => {
  it.each([
    ['1404/12/29', 3463656, 'S'],
    ['1405/01/01', 5541850, 'S'],
    ['1402/06/31', 1769428, 'G'],
    ['1403/12/30', 2388728, 'S'],
  ])('minimum daily wage on %s', (on, value, certainty) => {
    expect(parameterOn(rows, 'MIN_DAILY_WAGE', 'RIAL', day(on))).toEqual({
      code: 'MIN_DAILY_WAGE',
      unit: 'RIAL',
      value,
      source: 'شورای عالی کار',
      certainty,
    })
  })

  it('reads every unit', () => {
    const on = day('1405/01/01')
    expect(parameterOn(rows, 'PREMIUM_INSURED', 'BP', on)?.value).toBe(700)
    expect(parameterOn(rows, 'MARRIAGE_RECORD_DAYS', 'DAYS', on)?.value).toBe(720)
    expect(parameterOn(rows, 'MILITARY_INSURED_SHARE', 'RATIO', on)?.value).toEqual({
      numerator: 7,
      denominator: 30,
    })
    expect(parameterOn(rows, 'SEVENTH_PLAN_EFFECT_DATE', 'DATE', on)?.value).toBe(day('1403/05/01'))
    expect(parameterOn(rows, 'SEVENTH_PLAN_EXTRA_MONTHS', 'TABLE', on)?.value).toEqual([
      { from: 28, value: 0 },
      { from: 25, value: 2 },
      { from: 20, value: 3 },
      { from: 15, value: 4 },
      { from: 0, value: 5 },
    ])
  })

  it.each(rows.map(({ code, unit, validFrom }) => ({ code, unit, validFrom })))(
    '$code from $validFrom can be read',
    ({ code, unit, validFrom }) => {
      expect(parameterOn(rows, code, unit, validFrom)).toBeDefined()
    },
  )

  it('says nothing rather than a default', () => {
    expect(parameterOn(rows, 'MIN_DAILY_WAGE', 'RIAL', day('1406/01/01'))).toBeUndefined()
    expect(parameterOn(rows, 'MIN_DAILY_WAGE', 'RIAL', day('1369/12/29'))).toBeUndefined()
    expect(parameterOn(rows, 'MIN_DAILY_WAGE', 'DAYS', day('1405/01/01'))).toBeUndefined()
    expect(parameterOn(rows, 'UNKNOWN', 'DAYS', day('1405/01/01'))).toBeUndefined()
    expect(parameterOn([], 'YEAR_DAYS', 'DAYS', day('1405/01/01'))).toBeUndefined()
  })

  const row: Parameter = {
    code: 'X',
    value: '1',
    unit: 'DAYS',
    validFrom: day('1400/01/01'),
    validTo: null,
    source: 's',
    certainty: 'D',
  }

  it.each([
    ['DAYS', 'ten'],
    ['DAYS', '-1'],
    ['RATIO', '2'],
    ['RATIO', '2/0'],
    ['RATIO', '1/2/3'],
    ['TABLE', '28'],
    ['TABLE', '28:0;x:1'],
    ['TABLE', '1:2:3'],
    ['DATE', '1404/12/30'],
  ] as const)('%s %s cannot be read', (unit, value) => {
    const on = day('1405/01/01')
    expect(parameterOn([{ ...row, unit, value }], 'X', unit, on)).toBeUndefined()
  })

  it('takes the row that began last when several hold', () => {
    const newer = { ...row, value: '2', validFrom: day('1404/01/01') }
    const on = (jalali: string) => parameterOn([newer, row], 'X', 'DAYS', day(jalali))?.value
    expect(on('1403/12/30')).toBe(1)
    expect(on('1404/01/01')).toBe(2)
  })
})

describe('resources/parameters.json', () => {
  const file = new URL('../../../../resources/parameters.json', import.meta.url)
  const defaults = ParameterFile.parse(JSON.parse(readFileSync(file, 'utf8')))

  it('holds only what the extract does not send, readable and with a source', () => {
    const sent = new Set(rows.map(({ code }) => code))
    for (const { code, unit, validFrom } of defaults) {
      expect(sent.has(code)).toBe(false)
      expect(parameterOn(defaults, code, unit, validFrom)?.source).not.toBe('')
      const kind = /^PROMISED_DAYS_(.+)$/.exec(code)?.[1]
      if (kind !== undefined) expect(RequestKind.options).toContain(kind)
    }
  })

  it('gives way to the extract', () => {
    const [first] = defaults
    if (!first) throw new Error('empty')
    const sent = [{ ...first, value: '99' }]
    const merged = withDefaults(sent, defaults)
    expect(merged.filter(({ code }) => code === first.code)).toEqual(sent)
    expect(merged).toHaveLength(defaults.length)
  })
})
