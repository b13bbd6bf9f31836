import fc from 'fast-check'
import { expect, test } from 'vitest'
import { delayAfter, secondsToWait } from '#core/access/sign-in-delay.rules.ts'

test('three mistakes cost nothing, then the wait doubles up to five minutes', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 12, 1000].map(delayAfter)).toEqual([0, 0, 0, 0, 2, 4, 8, 300, 300])
})

test('more failures never shorten the wait, and more time never lengthens it', () => {
  const count = fc.integer({ min: 0, max: 60 })
  const time = fc.integer({ min: 0, max: 10_000_000 })
  fc.assert(
    fc.property(count, time, time, (failures, lastAt, now) => {
      const wait = secondsToWait({ count: failures, lastAt }, now)
      expect(secondsToWait({ count: failures + 1, lastAt }, now)).toBeGreaterThanOrEqual(wait)
      expect(secondsToWait({ count: failures, lastAt }, now + 1000)).toBeLessThanOrEqual(wait)
    }),
  )
})

test('a clock set back does not lock anyone out for longer', () => {
  expect(secondsToWait({ count: 4, lastAt: 1_000_000 }, 0)).toBe(2)
  expect(secondsToWait(undefined, 0)).toBe(0)
})
