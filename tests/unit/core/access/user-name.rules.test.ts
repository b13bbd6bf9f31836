import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextClerkCode, userKeyOf } from '#core/access/user-name.rules.ts'

test('a user name is the same in any letters, digits and outer space', () => {
  expect(userKeyOf('  Narges۱۲ ')).toBe('narges12')
  expect(userKeyOf('NARGES12')).toBe('narges12')
})

test('a key is its own key', () => {
  fc.assert(fc.property(fc.string(), (name) => userKeyOf(userKeyOf(name)) === userKeyOf(name)))
})

test('clerk codes count on from the highest and are never given twice', () => {
  expect(nextClerkCode('900', [])).toBe('900-01')
  expect(nextClerkCode('900', ['900-01', '900-07', '900-02'])).toBe('900-08')
  expect(nextClerkCode('900', ['900-99'])).toBe('900-100')
  expect(nextClerkCode('900', ['old code'])).toBe('900-01')
})
