import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rial } from '#core/kernel/rial.ts'
import { numberInWords, rialInWords } from '#core/kernel/words.ts'
import { persianVectors } from '../../../support/persian-vectors.ts'

describe('numberInWords', () => {
  it.each([
    [0, 'صفر'],
    [11, 'یازده'],
    [21, 'بیست و یک'],
    [100, 'یکصد'],
    [400, 'چهارصد'],
    [600, 'ششصد'],
    [1000, 'یک هزار'],
    [1001, 'یک هزار و یک'],
    [10000, 'ده هزار'],
    [1000001, 'یک میلیون و یک'],
    [5541850, 'پنج میلیون و پانصد و چهل و یک هزار و هشتصد و پنجاه'],
    [166255500, 'یکصد و شصت و شش میلیون و دویست و پنجاه و پنج هزار و پانصد'],
    [1163788500, 'یک میلیارد و یکصد و شصت و سه میلیون و هفتصد و هشتاد و هشت هزار و پانصد'],
    [1000000000000, 'یک تریلیون'],
    [1000000000000000, 'یک کوادریلیون'],
    [-3000, 'منفی سه هزار'],
  ])('%i', (n, words) => {
    expect(numberInWords(n)).toBe(words)
  })

  it('joins groups without gaps or a trailing «و», and no two numbers read alike', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
        const words = numberInWords(a)
        expect(words).not.toMatch(/ {2}|^و | و$|و و /)
        if (a !== b) expect(words).not.toBe(numberInWords(b))
      }),
    )
  })

  it('refuses what is not a whole number', () => {
    expect(() => numberInWords(1.5)).toThrow(RangeError)
    expect(() => numberInWords(2 ** 53)).toThrow(RangeError)
  })

  it('names the unit', () => {
    expect(rialInWords(rial(1000))).toBe('یک هزار ریال')
  })
})

describe('vectors of persian-tools', () => {
  // Decided otherwise, as official papers write: hundreds in one word, one hundred as «یکصد», «کوادریلیون».
  const asOnPapers = (words: string) =>
    words
      .replace(/(چهار|شش|هفت|هشت|نه) صد/g, '$1صد')
      .replace(/(^| )صد( |$)/g, '$1یکصد$2')
      .replace('کوآدریلیون', 'کوادریلیون')

  it.each(
    persianVectors('NumberToWords.spec.ts').filter(
      ({ matcher, args }) => matcher === 'toEqual' && args.length === 1,
    ),
  )('$args', ({ args, expected }) => {
    const n = Number(String(args[0]).replaceAll(',', ''))
    expect(numberInWords(n)).toBe(asOnPapers(String(expected[0])))
  })
})
