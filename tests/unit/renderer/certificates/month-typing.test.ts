import { expect, it } from 'vitest'
import { monthText, readComingMonth } from '../../../../renderer/certificates/month-typing.ts'
import { groupedAmount, readAmount, readCount } from '../../../../renderer/ui/amount-typing.ts'
import { anOpening } from '../../../support/fake-papers.ts'

it.each([
  ['20000000', '۲۰٬۰۰۰٬۰۰۰', 20_000_000],
  ['۲۰٬۰۰۰٬۰۰۰', '۲۰٬۰۰۰٬۰۰۰', 20_000_000],
  ['٢٠,000 000 ریال', '۲۰٬۰۰۰٬۰۰۰', 20_000_000],
  ['007', '۷', 7],
  ['1'.repeat(20), '۱۱۱٬۱۱۱٬۱۱۱٬۱۱۱٬۱۱۱', 111_111_111_111_111],
  ['', '', undefined],
  ['ریال', '', undefined],
])('"%s" is the amount %s', (typed, grouped, amount) => {
  expect([groupedAmount(typed), readAmount(typed)]).toEqual([grouped, amount])
})

it('reads a count of at most four digits', () => {
  expect([readCount('۳۶'), readCount(''), readCount('12345')]).toEqual([36, undefined, undefined])
})

it.each([
  ['10', '۱۴۰۵/۱۰'],
  ['9', '۱۴۰۵/۰۹'],
  ['8', '۱۴۰۶/۰۸'],
  ['140701', '۱۴۰۷/۰۱'],
])('"%s" is the coming month %s', (typed, month) => {
  const found = readComingMonth(typed, anOpening().today)
  expect(found && monthText(found)).toBe(month)
})
