import { describe, expect, test } from 'vitest'
import type { Day } from '#core/kernel/day.ts'
import {
  againstBooks,
  againstText,
  forceOf,
  pdfVerdict,
  type SealStanding,
} from '#core/verification/verdict.rules.ts'

const today = '2026-11-23' as Day

test('a revoked paper is revoked even when it has run out; validity lasts through its last day', () => {
  const revocation = { on: today, reason: 'اشتباه' }
  const validUntil = '2026-11-22' as Day
  expect(forceOf({ validUntil, revocation }, today)).toBe('REVOKED')
  expect(forceOf({ validUntil, revocation: null }, today)).toBe('EXPIRED')
  expect(forceOf({ validUntil: today, revocation: null }, today)).toBe('GENUINE')
  expect(forceOf({ validUntil: null, revocation: null }, today)).toBe('GENUINE')
  // Presented in time, it does not run out any more; revoked, it counts for nobody.
  expect(forceOf({ validUntil, revocation: null, usedOn: validUntil }, today)).toBe('GENUINE')
  expect(forceOf({ validUntil, revocation, usedOn: validUntil }, today)).toBe('REVOKED')
})

describe('what a PDF is', () => {
  const cases: readonly (readonly [
    Parameters<typeof pdfVerdict>[0]['signature'],
    string | null,
    readonly SealStanding[],
    string,
  ])[] = [
    ['VALID', 'key', ['GOOD'], 'GENUINE'],
    ['VALID', 'key', ['GOOD', 'GOOD'], 'GENUINE'],
    ['VALID', 'key', [], 'GENUINE'],
    ['VALID', 'key', ['GOOD', 'BAD'], 'ALTERED'],
    ['VALID', 'key', ['UNKNOWN'], 'UNKNOWN_KEY'],
    ['BROKEN', 'key', ['GOOD'], 'ALTERED'],
    ['BROKEN', null, ['GOOD'], 'ALTERED'],
    ['BROKEN', null, ['UNKNOWN'], 'UNKNOWN_KEY'],
    ['BROKEN', null, [], 'NOT_OURS'],
    ['PARTIAL', 'key', [], 'ALTERED'],
    ['PARTIAL', null, [], 'UNKNOWN_KEY'],
    ['UNKNOWN_CERTIFICATE', null, ['GOOD'], 'ALTERED'],
    ['UNKNOWN_CERTIFICATE', null, ['UNKNOWN'], 'UNKNOWN_KEY'],
    ['UNKNOWN_CERTIFICATE', null, [], 'UNKNOWN_KEY'],
    [null, null, ['GOOD'], 'ALTERED'],
    [null, null, ['BAD'], 'ALTERED'],
    [null, null, ['UNKNOWN'], 'UNKNOWN_KEY'],
    [null, null, [], 'NOT_OURS'],
  ]
  test.each(cases)('signature %s by %s with seals %j: %s', (signature, keyId, seals, verdict) => {
    expect(pdfVerdict({ signature, keyId }, seals)).toBe(verdict)
  })
})

describe('which figure differs', () => {
  const sealed = [
    { name: 'nationalId', value: '0000001074' },
    { name: 'net', value: '224325550' },
    { name: 'period', value: '140508' },
    { name: 'maskedNationalId', value: '001****011' },
    { name: 'guarantee', value: '0' },
  ]
  const page = 'کد ملی ۰۰۰۰۰۰۱۰۷۴ خالص ۲۲۴٬۳۲۵٬۵۵۰ ریال در آبان ۱۴۰۵ – ۰۰۱****۰۱۱'

  test('figures stand on a page in Persian digits, with separators, months by their names', () => {
    expect(againstText(sealed, page).filter(({ agrees }) => !agrees)).toEqual([])
  })

  test('the one that is not there is named, with what stands in its place', () => {
    const altered = page.replace('۲۲۴٬۳۲۵', '۵۲۴٬۳۲۵')
    expect(againstText(sealed, altered).filter(({ agrees }) => !agrees)).toEqual([
      { name: 'net', sealed: '224325550', found: '524325550', agrees: false },
    ])
  })

  test('a figure inside a longer one is not found there', () => {
    const [, net] = againstText(sealed, page.replace('۲۲۴٬۳۲۵', '۱۲۲۴٬۳۲۵'))
    expect(net).toMatchObject({ name: 'net', found: null, agrees: false })
  })

  test('the books say which figure of an altered code is theirs, and not what it should be', () => {
    const shown = [
      { name: 'net', value: '924325550' },
      { name: 'gross', value: '254125550' },
    ]
    const booked = [
      { name: 'gross', value: '254125550' },
      { name: 'net', value: '224325550' },
    ]
    expect(againstBooks(shown, booked)).toEqual([
      { name: 'net', sealed: '924325550', found: null, agrees: false },
      { name: 'gross', sealed: '254125550', found: null, agrees: true },
    ])
  })
})
