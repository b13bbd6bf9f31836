import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareText, nameKey, nameTokens, storedText } from '#core/kernel/text.ts'
import { persianVectors } from '../../../support/persian-vectors.ts'

const persianText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('ابپتيىكةءأؤئـَُْٔٓ\u0670\u200c\u200c\u200f\u200d \u00a0\n\t,.-Aa۱٢3آٱۀİΣ'),
    ),
    maxLength: 40,
  }),
)

describe('storedText', () => {
  it.each([
    ['علي رضايي', 'علی رضایی'],
    ['كوروش', 'کوروش'],
    ['موسى', 'موسی'],
    ['فاطمة', 'فاطمه'],
    ['مـحـمـد', 'محمد'],
    ['مُحَمَّد', 'محمد'],
    ['\u200fعلی\u200e', 'علی'],
    ['  علی\u00a0\u00a0رضا ', 'علی رضا'],
    ['علی\u200c\u200cرضا', 'علی\u200cرضا'],
    ['\u200cعلی\u200c رضا\u200c', 'علی رضا'],
    ['خانهٔ', 'خانهٔ'],
    ['ا\u0653زاده', 'آزاده'],
    ['سطر یک\r\n\r\n سطر دو\t', 'سطر یک\nسطر دو'],
    ['a\u0000b\u00adc\ufeff', 'abc'],
    ['نیم\ud800حرف', 'نیم\ufffdحرف'],
    ['', ''],
    ['   ', ''],
  ])('%j → %j', (raw, stored) => {
    expect(storedText(raw)).toBe(stored)
  })

  it('is its own storage form, and tidy', () => {
    fc.assert(
      fc.property(persianText, (raw) => {
        const stored = storedText(raw)
        expect(storedText(stored)).toBe(stored)
        expect(stored).toBe(stored.normalize('NFC').trim())
        expect(stored).not.toMatch(
          / {2}|[ \u200c\n]\u200c|\u200c[ \n]|[يىكةـ\u200e\u200f\u064b-\u0652]/,
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('returns a tidy Persian text as the very same text', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآأؤئء۰۹')),
      minLength: 1,
    })
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }),
        fc.constantFrom(' ', '\u200c'),
        (words, gap) => {
          const text = words.join(gap)
          expect(storedText(text)).toBe(text)
        },
      ),
    )
  })
})

describe('nameKey', () => {
  it.each([
    ['علي رضايي', 'علی رضایی'],
    ['مـحـمـد', 'محمد'],
    ['مُحَمَّد', 'محمد'],
    ['تأمین‌اجتماعی', 'تامین اجتماعی'],
    ['بیمهشدگان', 'بیمه‌شدگان'],
    ['علی‌رضا', 'علی رضا'],
    ['علی‌رضا', 'علیرضا'],
    ['فاطمة', 'فاطمه'],
    ['موسى', 'موسی'],
    ['آقا بزرگی', 'اقابزرگی'],
    ['خانهٔ', 'خانه'],
    ['سؤالی', 'سوالی'],
    ['رئیسی', 'رییسی'],
    ['O’Neil-Smith_2'.replace('’', "'"), 'oneilsmith۲'],
    ['شعبهٔ ۱۲', 'شعبه 12'],
  ])('%s and %s have one key', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b))
  })

  it.each([
    ['رحمت‌اله', 'رحمت‌الله'],
    ['مسؤول', 'مسئول'],
    ['زهرا', 'زهره'],
  ])('%s and %s have not', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b))
  })

  it('is its own key, and does not depend on the disguise of the text', () => {
    fc.assert(
      fc.property(persianText, (raw) => {
        const key = nameKey(raw)
        expect(nameKey(key)).toBe(key)
        expect(nameKey(storedText(raw))).toBe(key)
        expect(key).not.toMatch(/[ \u200c\n\-_.،'ءأإآٱؤئA-Z۰-۹٠-٩]/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('nameTokens', () => {
  it.each([
    ['سید علی‌رضا حسینی', ['علیرضا', 'حسینی']],
    ['سیده فاطمه', ['فاطمه']],
    ['حاج سيد محمد', ['محمد']],
    ['علی سید', ['علی', 'سید']],
    ['سید', ['سید']],
    ['آقا بزرگی', ['اقا', 'بزرگی']],
    ['علی ء رضا', ['علی', 'رضا']],
    ['', []],
  ])('%s → %j', (name, tokens) => {
    expect(nameTokens(name)).toEqual(tokens)
  })

  it('are keys, none empty', () => {
    fc.assert(
      fc.property(persianText, (raw) => {
        for (const token of nameTokens(raw)) {
          expect(token).not.toBe('')
          expect(nameKey(token)).toBe(token)
        }
      }),
    )
  })
})

describe('compareText', () => {
  it('sorts by the Persian alphabet', () => {
    const letters = Array.from('ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی')
    expect(letters.toReversed().sort(compareText)).toEqual(letters)
  })
})

describe('vectors of persian-tools', () => {
  it.each(persianVectors('toPersianChars.spec.ts'))(
    'toPersianChars $args',
    ({ args, expected }) => {
      expect(storedText(String(args[0]))).toBe(expected[0] ?? '')
    },
  )

  // Its halfSpace rewrites a text by grammar («می رود» becomes one word); a register may not. What must
  // hold is that both spellings have one key.
  it.each(
    persianVectors('halfSpace.spec.ts').filter(({ args: [text] }) => typeof text === 'string'),
  )('halfSpace $args', ({ args, expected }) => {
    const joined = String(expected[0]).replaceAll('(...a)=>({__call:n,args:a})', '\u200c')
    expect(nameKey(String(args[0]))).toBe(nameKey(joined))
  })
})
