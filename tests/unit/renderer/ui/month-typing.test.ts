import { expect, it } from 'vitest'
import { readMonth } from '../../../../renderer/ui/month-typing.ts'

it.each([
  ['140508', 1405, 8],
  ['۱۴۰۵/۰۸', 1405, 8],
  ['1405/8', 1405, 8],
  ['0508', 1405, 8],
  ['9912', 1399, 12],
  ['۸', null, 8],
  ['02', null, 2],
])('reads %s', (typed, year, month) => {
  expect(readMonth(typed)).toEqual({ year, month })
})

it.each(['', '0', '13', '0513', '14051', '1405/13', '1/2/3', 'مهر'])(
  'waits for more of "%s"',
  (typed) => {
    expect(readMonth(typed)).toBeUndefined()
  },
)
