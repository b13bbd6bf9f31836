import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chainText, FIRST_HASH } from '#core/audit/audit.model.ts'
import { instantAt } from '#core/kernel/instant.ts'

const text = fc.oneof(fc.constant(null), fc.string())
const entry = fc.record({
  at: fc.integer({ min: 0, max: 4e12 }).map(instantAt),
  clerkId: text,
  workstation: text,
  visitId: text,
  citizenId: fc.oneof(fc.constant(null), fc.nat()),
  action: fc.string(),
  object: text,
  outcome: fc.string(),
})

test('two entries that differ anywhere never share the text that is hashed', () => {
  fc.assert(
    fc.property(entry, entry, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other)
      expect(chainText(one, FIRST_HASH) === chainText(other, FIRST_HASH)).toBe(isSame)
    }),
  )
})

test('the text holds the hash before', () => {
  fc.assert(
    fc.property(entry, (one) => chainText(one, FIRST_HASH) !== chainText(one, 'f'.repeat(64))),
  )
})
