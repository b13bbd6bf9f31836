import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJalali } from '#core/kernel/day.ts'
import { nameKey } from '#core/kernel/text.ts'
import { areNamesakes, nameKeys, spellings } from '#core/registration/namesakes.rules.ts'

const birthDate = parseJalali('1370/02/03')
const other = parseJalali('1370/02/04')
if (!birthDate || !other) throw new Error('no day')
const ali = { firstName: 'علی', lastName: 'رضایی', fatherName: 'رحمت‌الله', birthDate }

describe('people who might be one and the same', () => {
  test.each([
    ['Arabic letters', { ...ali, firstName: 'علي', lastName: 'رضايي' }],
    ['a title in front', { ...ali, firstName: 'سید علی' }],
    ['the other spelling of الله', { ...ali, fatherName: 'رحمت اله' }],
    ['a father nobody knows', { ...ali, fatherName: null }],
  ])('%s', (_name, one) => {
    expect(areNamesakes(ali, one)).toBe(true)
  })
  test.each([
    ['born on the next day', { ...ali, birthDate: other }],
    ['another father', { ...ali, fatherName: 'حسن' }],
    ['another first name', { ...ali, firstName: 'علیرضا' }],
    ['another last name', { ...ali, lastName: 'رضائیان' }],
    ['nobody', { ...ali, firstName: '', lastName: '' }],
  ])('not: %s', (_name, one) => {
    expect(areNamesakes(ali, one)).toBe(false)
  })

  const name = fc
    .array(
      fc.constantFrom('علی', 'رضا', 'سید', 'رحمت', 'الله', 'اله', 'محمد', 'ـ', 'ي', ' ', '‌'),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((parts) => parts.join(''))
  const person = fc.record({
    firstName: name,
    lastName: name,
    fatherName: fc.option(name),
    birthDate: fc.constantFrom(birthDate, other),
  })

  test('whichever of the two comes first', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        expect(areNamesakes(a, b)).toBe(areNamesakes(b, a))
      }),
    )
  })
  test('everybody with a name is his own namesake', () => {
    fc.assert(
      fc.property(person, (one) => {
        const { first, last } = nameKeys(one)
        expect(areNamesakes(one, one)).toBe(first !== '' && last !== '')
      }),
    )
  })
  test('who is a namesake is found by one of the spellings asked for', () => {
    const written = fc
      .tuple(
        fc.constantFrom('', 'سید ', 'سیده ', 'حاج '),
        fc.constantFrom('علی', 'علي', 'رحمت', 'محمد رضا', 'محمدرضا', 'مـحمد‌رضا'),
        fc.constantFrom('', '‌الله', ' اله', 'الله'),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(written, written, (typed, stored) => {
        const a = { ...ali, firstName: typed }
        const b = { ...ali, firstName: stored }
        expect(spellings(typed).includes(nameKey(stored))).toBe(areNamesakes(a, b))
      }),
    )
  })
})
