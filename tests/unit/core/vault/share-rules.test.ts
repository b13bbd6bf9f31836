import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { readSharePassword, sharePassword } from '#core/vault/share-password.rules.ts'
import { lastDayOf } from '#core/vault/share-term.rules.ts'
import { ShareTerm } from '#core/vault/vault.model.ts'
import { day } from '../../../support/fake-office.ts'

describe('the last day of a share', () => {
  test.each([
    ['DAY', '1405/09/02', '1405/09/03'],
    ['WEEK', '1405/09/02', '1405/09/09'],
    ['MONTH', '1405/09/02', '1405/10/02'],
    ['YEAR', '1405/09/02', '1406/09/02'],
    ['MONTH', '1405/06/31', '1405/07/30'],
    ['DAY', '1403/12/30', '1404/01/01'],
    ['YEAR', '1403/12/30', '1404/12/29'],
  ] as const)('%s from %s is %s', (term, today, last) => {
    expect(lastDayOf(term, day(today))).toBe(day(last))
  })

  test('a longer term never ends earlier', () => {
    const days = ShareTerm.options.map((term) => lastDayOf(term, day('1403/12/30')))
    expect(days).toEqual(days.toSorted())
  })
})

describe('a password', () => {
  test('is fifteen digits in groups, whatever is drawn, and reads back from any hand', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 15, maxLength: 15 }), (drawn) => {
        const next = drawn.values()
        const password = sharePassword(() => next.next().value ?? 0)
        expect(password).toMatch(/^\d{5}-\d{5}-\d{5}$/)
        const plain = drawn.join('')
        for (const typed of [password, plain, toPersianDigits(password), ` ${plain} `])
          expect(readSharePassword(typed)).toBe(plain)
      }),
    )
  })

  test('only digits below ten are asked for', () => {
    const asked = new Set<number>()
    sharePassword((below) => {
      asked.add(below)
      return 0
    })
    expect([...asked]).toEqual([10])
  })

  test('letters stay, so that another word is another password', () => {
    expect(readSharePassword('48207-1935a')).toBe('482071935a')
  })
})
