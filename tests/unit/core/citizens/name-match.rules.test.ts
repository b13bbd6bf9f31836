import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createNameDictionary } from '#core/citizens/name-dictionary.rules.ts'
import { isOneEdit, nameMatches } from '#core/citizens/name-match.rules.ts'
import { nameReadings } from '#core/citizens/name-search.rules.ts'

/** Distance by the book (optimal string alignment), to judge the quick test by. */
function distance(a: string, b: string): number {
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_, i) => [i])
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let j = 0; j <= b.length; j++) (rows[0] ?? [])[j] = j
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1))
      ;(rows[i] ?? [])[j] = swap ? Math.min(best, at(i - 2, j - 2) + 1) : best
    }
  return at(a.length, b.length)
}

const word = fc.string({ unit: fc.constantFrom('ا', 'ب', 'پ', 'م'), maxLength: 6 })

describe('one letter', () => {
  test.each([
    ['رضایی', 'رضای', true],
    ['رضایی', 'ررضایی', true],
    ['رضایی', 'رصایی', true],
    ['رضایی', 'ضرایی', true],
    ['رضایی', 'رضایی', false],
    ['رضایی', 'ضرای', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isOneEdit(a, b)).toBe(expected)
  })

  test('agrees with the distance by the book', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isOneEdit(a, b)).toBe(distance(a, b) === 1)
      }),
    )
  })

  test('the dictionary finds exactly the words that are one letter away', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word.filter(Boolean), { maxLength: 40 }), word, (words, typed) => {
        fc.pre(typed.length >= 3)
        const tokens = words.map((token, id) => ({ id, token, count: 1 }))
        const near = createNameDictionary(tokens).near(typed)
        expect(near.map(({ token }) => token).sort()).toEqual(
          words.filter((each) => isOneEdit(each, typed)).sort(),
        )
      }),
    )
  })
})

describe('a person', () => {
  const person = { first: ['علی'], last: ['رضایی', 'تهرانی'], father: ['حسین'] }
  const is = (expected: string) => (each: string) => each === expected

  test('is found by any of his words in any order, each used once', () => {
    expect(nameMatches(person, [is('تهرانی'), is('حسین'), is('علی')])).toBe(true)
    expect(nameMatches(person, [is('علی'), is('علی')])).toBe(false)
  })

  test('is not found by his father’s name alone', () => {
    expect(nameMatches(person, [is('حسین')])).toBe(false)
  })
})

describe('readings of a typed name', () => {
  const words = ['علی', 'رضا', 'علیرضا', 'رضایی', 'رحمتالله', 'احمدی']
  const dictionary = createNameDictionary(words.map((token, id) => ({ id, token, count: 1 })))
  const readings = (...typed: readonly string[]) =>
    [...nameReadings(typed, dictionary)].map(({ words: read, distance: d }) => [
      d,
      ...read.map(({ tokens }) => tokens.map(({ token }) => token).join('|')),
    ])

  test('whole words come before beginnings, typos last', () => {
    expect(readings('رضا')).toEqual([
      [0, 'رضا'],
      [0, 'رضا|رضایی'],
    ])
    expect(readings('رضاییی')).toEqual([
      [1, 'رضایی'],
      [1, 'رضایی'],
    ])
  })

  test('words are joined and split as names are written', () => {
    expect(readings('علی', 'رضا')).toContainEqual([0, 'علیرضا'])
    expect(readings('علیرضا')).toContainEqual([0, 'علی', 'رضا'])
  })

  test('اله and الله are the same', () => {
    expect(readings('رحمتاله')[0]).toEqual([0, 'رحمتالله'])
  })
})
