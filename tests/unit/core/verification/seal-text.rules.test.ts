import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { officialPapers } from '#core/certificates/official-papers.ts'
import { addDays, type Day } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { SealedFacts } from '#core/verification/seal.model.ts'
import { figureNames, kindNames } from '#core/verification/seal-names.rules.ts'
import {
  isSealLike,
  readSealText,
  sealBody,
  sealText,
  typedCode,
} from '#core/verification/seal-text.rules.ts'

const KEY = '00c0ffee'
const signature = Uint8Array.from({ length: 64 }, (_, i) => (i * 37) % 256)

const textOf = (facts: SealedFacts): string => sealText(sealBody(facts, KEY), signature)

const certificate: SealedFacts = {
  kind: 'salary-certificate',
  number: '900-1405-1-000001',
  day: '2026-11-23' as Day,
  validUntil: '2026-12-23' as Day,
  figures: [
    { name: 'nationalId', value: '0000001074' },
    { name: 'pensionNumber', value: '8000107' },
    { name: 'gross', value: '254125550' },
    { name: 'deductions', value: '29800000' },
    { name: 'net', value: '224325550' },
  ],
}

const anyDay = fc.integer({ min: 0, max: 130_000 }).map((n) => addDays('1833-01-01' as Day, n))
const anyFacts: fc.Arbitrary<SealedFacts> = fc
  .record({
    kind: fc.oneof(
      fc.constantFrom(...Object.keys(officialPapers)),
      fc.string({ minLength: 1, maxLength: 40 }),
    ),
    number: fc.oneof(
      fc.stringMatching(/^\d{3}-14\d\d-\d-\d{6}$/),
      fc.string({ minLength: 1, maxLength: 40 }),
    ),
    day: anyDay,
    valid: fc.option(fc.integer({ min: 0, max: 10_000 })),
    figures: fc.array(
      fc.record({
        name: fc.oneof(
          fc.constantFrom('gross', 'net', 'nationalId'),
          fc.string({ minLength: 1, maxLength: 60 }),
        ),
        value: fc.stringMatching(/^[\d*]{1,24}$/),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ valid, ...facts }) => ({
    ...facts,
    validUntil: valid === null ? null : addDays(facts.day, valid),
  }))

describe('facts as digits', () => {
  test('any facts come back as they were', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        fc.pre(textOf(facts).length <= 1200)
        expect(readSealText(textOf(facts))).toEqual({
          keyId: KEY,
          facts,
          body: sealBody(facts, KEY),
          signature,
        })
      }),
    )
  })

  test('the same facts give the same digits, leading zeros included', () => {
    expect(textOf(certificate)).toBe(textOf(structuredClone(certificate)))
    expect(readSealText(textOf(certificate))?.facts.figures[0]?.value).toBe('0000001074')
  })

  test('a certificate takes less than 300 digits', () => {
    expect(textOf(certificate)).toMatch(/^\d{1,300}$/)
  })

  test('the largest amounts of any kind take at most 420, so that a code stays coarse enough to scan', () => {
    for (const { kind, figureNames: names } of Object.values(officialPapers)) {
      const figures = names.map((name) => ({ name, value: '9999999999999' }))
      const number = '9000-1405-1-000001'
      expect(textOf({ ...certificate, kind, number, figures }).length).toBeLessThanOrEqual(420)
    }
  })

  test('a day that ends before it begins is refused', () => {
    const facts = { ...certificate, validUntil: '2026-11-22' as Day }
    expect(() => sealBody(facts, KEY)).toThrow(RangeError)
  })
})

describe('what a scanner or a clerk types', () => {
  const text = textOf(certificate)

  test('Persian and Arabic digits, spaces, line ends and marks do no harm', () => {
    const arabic = text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
    const spoilt = ` ${toPersianDigits(text.slice(0, 50))}\u200c\r\n${text.slice(50)}\t\u200f\n`
    for (const typed of [arabic, spoilt]) expect(readSealText(typed)).toEqual(readSealText(text))
  })

  test('a dash of any kind is a dash', () => {
    expect(typedCode(' ۹۰۰–۱۴۰۵−۱‐000001 ')).toBe('900-1405-1-000001')
  })

  test('a number is no seal', () => {
    for (const number of ['900-1405-1-000001', '1048401841', '', '1'.repeat(149)])
      expect(isSealLike(number)).toBe(false)
  })

  test('anything is read or not, and nothing throws', () => {
    const digits = fc.bigInt({ min: 10n ** 149n, max: 10n ** 1210n }).map(String)
    const spoilt = fc
      .tuple(fc.nat(text.length - 1), fc.nat(9))
      .map(([at, digit]) => text.slice(0, at) + String(digit) + text.slice(at + 1))
    const cut = fc.nat(text.length).map((at) => text.slice(0, at))
    fc.assert(
      fc.property(
        fc.oneof(digits, spoilt, cut, fc.string(), fc.constant('9'.repeat(4000))),
        (any) => {
          const read = readSealText(any)
          if (read)
            expect(sealText(read.body, read.signature)).toBe(typedCode(any).replace(/^0+/, ''))
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('programs of other versions', () => {
  test('a kind and a figure that this one does not know are told by their numbers', () => {
    const body = sealBody(certificate, KEY)
    body[10] = 200 // the kind
    expect(readSealText(sealText(body, signature))?.facts.kind).toBe('kind-200')
  })

  test('another layout is not guessed at', () => {
    const body = sealBody(certificate, KEY)
    body[0] = 2
    expect(readSealText(sealText(body, signature))).toBeUndefined()
  })

  test('every figure and kind of this program has a number of its own, which keeps codes short', () => {
    for (const { kind, digit, figureNames: names } of Object.values(officialPapers)) {
      expect(kindNames.codeOf(kind)).toBeDefined()
      expect(digit).toMatch(/^\d{1,2}$/)
      for (const name of names) expect([name, figureNames.codeOf(name)]).not.toContain(undefined)
    }
  })
})
