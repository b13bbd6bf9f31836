import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { ParameterUnit, type Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import { readTypedValue, typedForm } from '#core/parameters/typed-value.rules.ts'
import { extractParameters } from '../../../support/contributions.ts'
import { day } from '../../../support/fake-office.ts'

describe('readTypedValue', () => {
  it('reads zero only of a code that knows it', () => {
    expect(readTypedValue('FACTOR', '۰', true)).toEqual({ ok: true, value: '0' })
    expect(readTypedValue('FACTOR', '1', true)).toEqual({ ok: true, value: '1' })
    expect(readTypedValue('FACTOR', '0', false).ok).toBe(false)
    expect(readTypedValue('FACTOR', '0').ok).toBe(false)
  })

  it.each([
    ['RIAL', '۵٬۵۴۱٬۸۵۰', '5541850'],
    ['RIAL', '1,000', '1000'],
    ['BP', '۷', '700'],
    ['BP', '۷٫۵', '750'],
    ['BP', '16.67 ٪', '1667'],
    ['BP', '۰', '0'],
    ['DAYS', '٠٣٠', '30'],
    ['MONTHS', '2', '2'],
    ['YEARS', '۳۵', '35'],
    ['FACTOR', '7', '7'],
    ['DATE', '۱۴۰۵/۷/۱', '1405/07/01'],
    ['RATIO', '۷ / ۳۰', '7/30'],
    ['TABLE', '۲۵:۲؛ ۲۸:۰', '28:0;25:2'],
    ['TABLE', '28:0;25:2;', '28:0;25:2'],
  ] as const)('%s «%s» is %s', (unit, text, value) => {
    expect(readTypedValue(unit, text)).toEqual({ ok: true, value })
  })

  it.each([
    ['RIAL', '0', 'parameter-amount'],
    ['RIAL', '1.5', 'parameter-amount'],
    ['RIAL', '-1', 'parameter-amount'],
    ['BP', '7.555', 'parameter-percent'],
    ['BP', '1001', 'parameter-percent'],
    ['BP', '-7', 'parameter-percent'],
    ['DAYS', '0', 'parameter-count'],
    ['DAYS', 'سی', 'parameter-count'],
    ['DAYS', '1000000', 'parameter-count'],
    ['DATE', '1404/12/30', 'parameter-date'],
    ['RATIO', '7', 'parameter-ratio'],
    ['RATIO', '7/0', 'parameter-ratio'],
    ['RATIO', '1/2/3', 'parameter-ratio'],
    ['TABLE', '28', 'parameter-table'],
    ['TABLE', '28:0;28:1', 'parameter-table'],
    ['TABLE', '', 'parameter-table'],
  ] as const)('%s «%s» is no value', (unit, text, fault) => {
    expect(readTypedValue(unit, text)).toEqual({ ok: false, fault })
  })

  it('what is kept can be read by the rules, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[0-9۰-۹]{1,8}([/.:][0-9]{1,4})?(;[0-9]{1,2}:[0-9]{1,2})*$/),
    )
    fc.assert(
      fc.property(fc.constantFrom(...ParameterUnit.options), typed, (unit, text) => {
        const read = readTypedValue(unit, text)
        if (!read.ok) return
        const dates = { validFrom: day('1400/01/01'), validTo: null }
        const row: Parameter = {
          ...{ code: 'X', unit, value: read.value, source: 's', certainty: 'D' },
          ...dates,
        }
        expect(parameterOn([row], 'X', unit, day('1405/01/01'))).toBeDefined()
        const again = readTypedValue(unit, toPersianDigits(typedForm(unit, read.value)))
        expect(again).toEqual(read)
      }),
    )
  })

  it.each(extractParameters().map(({ code, unit, value }) => ({ code, unit, value })))(
    '$code: $value is its own beginning of a change',
    ({ unit, value }) => {
      expect(readTypedValue(unit, typedForm(unit, value))).toEqual({ ok: true, value })
    },
  )
})
