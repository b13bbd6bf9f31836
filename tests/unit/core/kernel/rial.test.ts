import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { addRial, formatRial, multiplyRounded, parseRial, Rial, rial } from '#core/kernel/rial.ts'
import { persianVectors } from '../../../support/persian-vectors.ts'

const amount = fc.maxSafeNat().map(rial)

describe('parseRial', () => {
  it.each([
    ['0', 0],
    ['166255500', 166255500],
    ['۱۶۶٬۲۵۵٬۵۰۰', 166255500],
    ['١٦٦٢٥٥٥٠٠', 166255500],
    ['166,255,500', 166255500],
    ['166،255،500', 166255500],
    ['166 255 500', 166255500],
    ['\u200e007\u200f', 7],
    ['9007199254740991', 9007199254740991],
  ])('%s is %i', (text, value) => {
    expect(parseRial(text)).toBe(value)
  })

  it.each([
    '',
    ' ',
    ',',
    '-5000',
    '12.5',
    '12٫5',
    '1e3',
    '0x10',
    'دو',
    '9007199254740992',
    '+5',
    '۵ ریال',
  ])('%j is no amount', (text) => {
    expect(parseRial(text)).toBeUndefined()
  })

  it('reads what it prints, in three scripts and plain', () => {
    fc.assert(
      fc.property(amount, (each) => {
        expect(parseRial(formatRial(each))).toBe(each)
        expect(parseRial(String(each))).toBe(each)
        expect(parseRial(toPersianDigits(each))).toBe(each)
      }),
    )
  })

  it.each(persianVectors('removeCommas.spec.ts').filter(({ matcher }) => matcher === 'toEqual'))(
    'vector of persian-tools: removeCommas $args',
    ({ args, expected }) => {
      expect(parseRial(String(args[0]))).toBe(expected[0])
    },
  )
})

describe('formatRial', () => {
  it('prints what the Persian locale prints', () => {
    const locale = new Intl.NumberFormat('fa-IR')
    fc.assert(
      fc.property(amount, (each) => {
        expect(formatRial(each)).toBe(locale.format(each))
      }),
    )
    expect(formatRial(rial(166255500))).toBe('۱۶۶٬۲۵۵٬۵۰۰')
  })

  it.each(
    persianVectors('addCommas.spec.ts').filter(
      ({ matcher, args: [n] }) =>
        matcher === 'toEqual' && Number.isSafeInteger(Number(n ?? 'none')),
    ),
  )(
    'vector of persian-tools: addCommas $args, with our digits and separator',
    ({ args, expected }) => {
      const ours = formatRial(rial(Number(args[0])))
      expect(ours).toBe(toPersianDigits(String(expected[0]).replaceAll(',', '٬')))
    },
  )
})

describe('Rial', () => {
  it.each([-1, 0.5, Number.NaN, Infinity, 2 ** 53])('%d is refused', (n) => {
    expect(() => rial(n)).toThrow(RangeError)
    expect(Rial.safeParse(n).success).toBe(false)
  })

  it('has one zero', () => {
    expect(Object.is(rial(-0), 0)).toBe(true)
  })

  it('adds, and refuses a sum beyond 2^53 - 1', () => {
    expect(addRial()).toBe(0)
    expect(addRial(rial(2), rial(3), rial(5))).toBe(10)
    expect(() => addRial(rial(Number.MAX_SAFE_INTEGER), rial(1))).toThrow(RangeError)
  })
})

describe('multiplyRounded', () => {
  it.each([
    [223255500, 7, 100, 15627885],
    [223255500, 3, 100, 6697665],
    [5, 1, 2, 3],
    [4, 1, 3, 1],
    [1, 1, 3, 0],
    [1323000000, 7, 30, 308700000],
    [9007199254740991, 2, 3, 6004799503160661],
  ])('%i × %i ÷ %i = %i', (a, n, d, result) => {
    expect(multiplyRounded(rial(a), n, d)).toBe(result)
  })

  it('is within half a rial of the exact ratio and never negative', () => {
    const ratio = fc.record({ d: fc.integer({ min: 1, max: 1000 }), n: fc.nat(1000) })
    fc.assert(
      fc.property(fc.nat(2 ** 40), ratio, (a, { n, d }) => {
        const twice = 2n * BigInt(multiplyRounded(rial(a), n, d)) * BigInt(d)
        const off = twice - 2n * BigInt(a) * BigInt(n)
        expect(off <= BigInt(d) && off > -BigInt(d)).toBe(true)
      }),
    )
  })

  it.each([
    [1, 0],
    [-1, 2],
    [1, -2],
  ])('refuses %i ÷ %i', (n, d) => {
    expect(() => multiplyRounded(rial(1), n, d)).toThrow(RangeError)
  })
})
