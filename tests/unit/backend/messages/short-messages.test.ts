import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shortMessages } from '../../../../electron/backend/messages/short-messages.ts'

const HEADER = 6
const textOf = (bytes: Buffer) => Buffer.from(bytes).swap16().toString('utf16le')

it('seventy letters are one message, seventy-one are two', () => {
  expect(shortMessages('س'.repeat(70), 1)).toMatchObject([{ joined: false }])
  expect(shortMessages('س'.repeat(71), 1)).toHaveLength(2)
  expect(() => shortMessages('س'.repeat(67 * 256), 1)).toThrow(/too many/)
})

it('whatever is said arrives, in parts that fit and tear no letter', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.integer({ min: 0, max: 255 }),
      (text, reference) => {
        const parts = shortMessages(text, reference)
        const bodies = parts.map(({ joined, bytes }) => (joined ? bytes.subarray(HEADER) : bytes))
        expect(bodies.map(textOf).join('')).toBe(text)
        for (const [at, { joined, bytes }] of parts.entries()) {
          expect(bytes.length).toBeLessThanOrEqual(140)
          if (joined)
            expect([...bytes.subarray(0, HEADER)]).toEqual([
              5,
              0,
              3,
              reference,
              parts.length,
              at + 1,
            ])
        }
        for (const body of bodies.slice(0, -1)) expect(textOf(body)).not.toMatch(/[\ud800-\udbff]$/)
      },
    ),
  )
})
