import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toLatinDigits, toPersianDigits } from '#core/kernel/digits.ts'
import { persianVectors } from '../../../support/persian-vectors.ts'

describe('toLatinDigits', () => {
  it.each([
    ['۱۲۳٤٥٦', '123456'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['شعبه ۱۸ تهران', 'شعبه 18 تهران'],
    ['', ''],
    ['abc-1', 'abc-1'],
  ])('%s → %s', (text, latin) => {
    expect(toLatinDigits(text)).toBe(latin)
  })

  it('reads what it prints, in each script and mixed', () => {
    const zeros = [48, 0x06f0, 0x0660]
    const written = fc.array(fc.tuple(fc.nat(9), fc.constantFrom(...zeros)), { maxLength: 30 })
    fc.assert(
      fc.property(written, (digits) => {
        const text = digits.map(([digit, zero]) => String.fromCharCode(zero + digit)).join('')
        const latin = digits.map(([digit]) => String(digit)).join('')
        expect(toLatinDigits(text)).toBe(latin)
        expect(toLatinDigits(toPersianDigits(text))).toBe(latin)
      }),
    )
  })

  it('changes nothing but digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(toLatinDigits(text).replace(/\d/g, '')).toBe(text.replace(/[\d۰-۹٠-٩]/g, ''))
        expect(toLatinDigits(text)).toHaveLength(text.length)
      }),
    )
  })
})

describe('toPersianDigits', () => {
  it.each([
    [1405, '۱۴۰۵'],
    ['0010000011', '۰۰۱۰۰۰۰۰۱۱'],
    ['٤٥٦', '۴۵۶'],
    ['۱۲ب', '۱۲ب'],
  ])('%s → %s', (text, persian) => {
    expect(toPersianDigits(text)).toBe(persian)
  })
})

describe('vectors of persian-tools', () => {
  // Its functions turn one script each; ours read every script, since data arrives mixed.
  const decidedOtherwise = new Set(['digitsArToEn 0123۴۵۶789', 'digitsEnToFa ٤٥٦'])
  const ours: Readonly<Record<string, (text: string) => string>> = {
    digitsArToEn: toLatinDigits,
    digitsFaToEn: toLatinDigits,
    digitsEnToFa: toPersianDigits,
  }
  const vectors = persianVectors('digits.spec.ts').flatMap(({ fn, args: [argument], expected }) => {
    const turn = ours[fn]
    const plain = typeof argument === 'string' || typeof argument === 'number'
    return turn && plain ? [{ fn, text: String(argument), expected: expected[0], turn }] : []
  })

  it('are all here', () => {
    expect(vectors).toHaveLength(13)
  })

  it.each(vectors)('$fn $text', ({ fn, text, expected, turn }) => {
    if (decidedOtherwise.has(`${fn} ${text}`)) expect(turn(text)).not.toBe(expected)
    else expect(turn(text)).toBe(expected)
  })
})
