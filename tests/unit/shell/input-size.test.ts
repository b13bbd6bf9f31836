import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64Length, LARGEST_FILE } from '#core/kernel/file-carriers.ts'
import { exceeds, largestInput } from '../../../electron/shell/input-size.ts'

describe('exceeds', () => {
  it.each([
    ['text', 'ab'.repeat(60)],
    ['bytes', new Uint8Array(200)],
    ['a buffer', new ArrayBuffer(200)],
    ['many small values', Array.from({ length: 40 }, () => null)],
    ['long keys', { ['k'.repeat(120)]: 1 }],
    ['a map', new Map([['k'.repeat(120), 1]])],
    ['a set', new Set(Array.from({ length: 40 }, (_, at) => at))],
    ['a large number', 10n ** 400n],
    ['a value deep inside', { a: [{ b: { c: 'x'.repeat(120) } }] }],
  ])('counts %s', (_what, value) => {
    expect(exceeds(value, 200)).toBe(true)
    expect(exceeds(value, 10_000)).toBe(false)
  })

  it('survives cycles and great depth', () => {
    const ring: Record<string, unknown> = {}
    ring['self'] = ring
    expect(exceeds(ring, 1000)).toBe(false)
    let deep: unknown = null
    for (let level = 0; level < 200_000; level++) deep = [deep]
    expect(exceeds(deep, 8 * 1024 * 1024)).toBe(false)
  })

  it('accepts every value whose JSON is far below the limit', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        // Twelve bytes a character of JSON is more than any value of it takes.
        expect(exceeds(value, JSON.stringify(value).length * 12 + 16)).toBe(false)
      }),
    )
  })
})

describe('largestInput', () => {
  it('lets the largest file through where a file is carried, and nowhere else', () => {
    const input = { visitId: 'v', bytes: 'A'.repeat(base64Length(LARGEST_FILE)) }
    for (const method of ['vault.addScan', 'requests.file', { toString: () => 'vault.addScan' }])
      expect(exceeds([method, input], largestInput(method))).toBe(method !== 'vault.addScan')
  })
})
