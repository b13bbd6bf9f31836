import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#core/kernel/refusal.ts'
import { plainInput } from '../../../electron/backend/plain-input.ts'

function faultOf(input: unknown): string | undefined {
  try {
    plainInput(input)
    return undefined
  } catch (cause) {
    if (cause instanceof Refusal && cause.data.code === 'invalid-input') return cause.data.fault
    throw cause
  }
}

test('what JSON can hold goes through unchanged', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      if (faultOf(value) !== 'unrecognized_keys') expect(plainInput(value)).toEqual(value)
    }),
  )
})

test('anything at all is copied or refused, never thrown in another way', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    withNullPrototype: true,
    withObjectString: true,
  })
  fc.assert(fc.property(anything, (value) => void faultOf(value)))
})

describe('refused', () => {
  const cycle: Record<string, unknown> = {}
  cycle['self'] = cycle
  const trap = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('trap')
      },
    },
  )
  const revocable = Proxy.revocable({}, {})
  revocable.revoke()

  test.each<[string, unknown, string]>([
    ['a cycle', cycle, 'too_big'],
    ['a trap', trap, 'invalid_type'],
    ['a revoked proxy', revocable.proxy, 'invalid_type'],
    [
      'a getter that throws',
      {
        get text(): string {
          throw new Error('getter')
        },
      },
      'invalid_type',
    ],
    ['50 MB of text', 'x'.repeat(50 * 1024 * 1024), 'too_big'],
    ['a long list', Array.from({ length: 100_000 }, () => 0), 'too_big'],
    ['a list that says it is endless', new Array(2 ** 32 - 1), 'too_big'],
    ['a prototype key', JSON.parse('{"__proto__":{"role":"ADMINISTRATOR"}}'), 'unrecognized_keys'],
    ['a constructor', { constructor: { prototype: {} } }, 'unrecognized_keys'],
    ['a date', new Date(), 'invalid_type'],
    ['a map', new Map(), 'invalid_type'],
    ['a function', () => 1, 'invalid_type'],
    ['a symbol', Symbol('x'), 'invalid_type'],
    ['a bigint', 1n, 'invalid_type'],
    ['no number', Number.NaN, 'invalid_type'],
    ['infinity', Number.POSITIVE_INFINITY, 'invalid_type'],
  ])('%s', (_name, input, fault) => {
    expect(faultOf(input)).toBe(fault)
  })
})

test('a proxy is read once: what was decided on is what is used', () => {
  let reads = 0
  const input = Object.defineProperty({}, 'role', {
    enumerable: true,
    get: () => `read ${++reads}`,
  })
  const copied = plainInput(input) as { readonly role: string }
  expect([copied.role, copied.role, reads]).toEqual(['read 1', 'read 1', 1])
})
