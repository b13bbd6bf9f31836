import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSearch } from '#core/citizens/search-query.rules.ts'

const kinds = (text: string) => {
  const query = parseSearch(text)
  return query.by === 'number' ? query.candidates.map(({ kind }) => kind) : query.by
}

describe('numbers', () => {
  test.each<[string, readonly string[]]>([
    ['09123456789', ['MOBILE']],
    ['۰۹۱۲ ۳۴۵ ۶۷۸۹', ['MOBILE']],
    [
      '0920000010',
      ['NATIONAL_ID', 'INSURANCE_NUMBER', 'PENSION_NUMBER', 'WORKSHOP_CODE', 'TRACKING_CODE'],
    ],
    ['+98 912 345 6789', ['MOBILE']],
    [
      '9123456789',
      [
        'NATIONAL_ID',
        'INSURANCE_NUMBER',
        'PENSION_NUMBER',
        'WORKSHOP_CODE',
        'MOBILE',
        'TRACKING_CODE',
      ],
    ],
    ['199900000017', ['FOREIGNER_ID', 'TRACKING_CODE']],
    ['12345678', ['INSURANCE_NUMBER', 'PENSION_NUMBER', 'TRACKING_CODE']],
    ['1234567', ['PENSION_NUMBER', 'TRACKING_CODE']],
    ['IR060130123456789012345678', ['IBAN']],
    ['ir06-0130 1234', ['IBAN']],
    ['060130123456789012345678', ['IBAN']],
    ['AB-1234', ['TRACKING_CODE']],
  ])('%s is looked up as %j', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  test('an insurance number is asked for in its canonical form', () => {
    expect(parseSearch('90000101')).toMatchObject({
      candidates: expect.arrayContaining([
        { kind: 'INSURANCE_NUMBER', value: '0090000101' },
        { kind: 'PENSION_NUMBER', value: '90000101' },
      ]) as unknown,
    })
  })

  test('a wrong check digit is suspicious, never a reason not to look', () => {
    expect(parseSearch('0010000012')).toMatchObject({ suspicious: 'NATIONAL_ID' })
    expect(parseSearch('0010000011')).toMatchObject({ suspicious: null })
    expect(parseSearch('IR060130123456789012345679')).toMatchObject({ suspicious: 'IBAN' })
    expect(kinds('0010000012')).toContain('NATIONAL_ID')
  })
})

describe('names', () => {
  test.each<[string, readonly string[], number | null]>([
    ['علي رضايي', ['علی', 'رضایی'], null],
    ['رضایی علی ۱۳۵۰', ['رضایی', 'علی'], 1350],
    ['علی‌رضا احمدی', ['علیرضا', 'احمدی'], null],
    ['سیده فاطمه رضایی', ['فاطمه', 'رضایی'], null],
    ['رضایی سید علی ۶۵', ['رضایی', 'علی'], 1365],
    ['سید', ['سید'], null],
  ])('«%s»', (text, words, birthYear) => {
    expect(parseSearch(text)).toEqual({ by: 'name', words, birthYear })
  })

  test('too little means nothing', () => {
    for (const text of ['', ' ', 'ع', '۵', '\u200c\u200f', '-'])
      expect(parseSearch(text).by).toBe('nothing')
  })
})

test('any text is read without complaint, and every candidate is plain', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const query = parseSearch(text)
      if (query.by === 'number')
        for (const { value } of query.candidates) expect(value).not.toMatch(/[۰-۹٠-٩]/)
      if (query.by === 'name') expect(query.words.length).toBeLessThanOrEqual(8)
    }),
  )
})
