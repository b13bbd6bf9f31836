import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCodec } from '../../../electron/standin/codec.ts'

const codec = makeCodec()
const copy = (value: unknown): unknown => codec.decode(codec.encode(value))

test('what can be cloned comes back equal', () => {
  const value = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: false,
    withNullPrototype: false,
  })
  fc.assert(
    fc.property(value, (original) => {
      expect(copy(original)).toEqual(structuredClone(original))
    }),
  )
})

test('repeated and circular references stay one object', () => {
  const part = { n: 1 }
  const whole: Record<string, unknown> = { a: part, b: part }
  whole['self'] = whole
  const seen = copy(whole) as { a: object; b: object; self: object }
  expect(seen.a).toBe(seen.b)
  expect(seen.self).toBe(seen)
})

test('errors keep their class and message, Buffer becomes Uint8Array', () => {
  expect(copy(new RangeError('far'))).toEqual(new RangeError('far'))
  const bytes = copy(Buffer.from('ab')) as Uint8Array
  expect(Buffer.isBuffer(bytes)).toBe(false)
  expect([...bytes]).toEqual([97, 98])
})

test('a key named __proto__ stays a key', () => {
  const seen = copy(JSON.parse('{"__proto__": {"admin": true}}')) as { admin?: boolean }
  expect(seen.admin).toBeUndefined()
  expect(Object.keys(seen)).toEqual(['__proto__'])
})

test.each([() => 1, Symbol('s'), Promise.resolve(), new WeakMap()])('refuses %s', (value) => {
  expect(() => codec.encode({ value })).toThrow('An object could not be cloned.')
})
