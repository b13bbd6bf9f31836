import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, formatJalali } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { readJalali, stepDay } from '../../../../renderer/ui/jalali-typing.ts'
import { day } from '../../../support/fake-office.ts'

const today = day('1405/09/02')

it.each([
  ['1405/8/12', '1405/08/12'],
  ['14050812', '1405/08/12'],
  ['050812', '1405/08/12'],
  ['0812', '1405/08/12'],
  ['۱۴۰۵/۰۸/۱۲', '1405/08/12'],
  ['٠٥٠٨١٢', '1405/08/12'],
  ['5/8/12', '1405/08/12'],
  ['980101', '1398/01/01'],
  ['210101', '1321/01/01'],
  ['200101', '1420/01/01'],
  ['1403-12-30', '1403/12/30'],
])('reads %s as %s', (typed, written) => {
  expect(readJalali(typed, today)).toBe(day(written))
})

it.each(['', '1', '123', '1404/12/30', '1405/13/01', '1405/07/31', '0631x', '1405/8', '99999999'])(
  'refuses %s',
  (typed) => {
    expect(readJalali(typed, today)).toBeUndefined()
  },
)

it('reads back every day as it is written, in any digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 20_000 }), (n) => {
      const some = addDays(today, n)
      expect(readJalali(toPersianDigits(formatJalali(some)), today)).toBe(some)
      expect(readJalali(formatJalali(some).replaceAll('/', ''), today)).toBe(some)
    }),
  )
})

it('steps over the end of a month', () => {
  expect(stepDay(day('1405/06/31'), 1)).toBe(day('1405/07/01'))
})
