import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { openSecret, sealSecret } from '../../../../electron/backend/verification/secret-box.ts'

const dataKey = randomBytes(32)
const secret = Buffer.from('a private key')
const binding = { keyId: '21fe31df', purpose: 'sealing' } as const

test('a secret opens for its own office, key and purpose only', () => {
  const sealed = sealSecret(dataKey, secret, binding)
  expect(openSecret(dataKey, sealed, binding).equals(secret)).toBe(true)
  expect(Buffer.from(sealed, 'base64').includes(secret)).toBe(false)
  expect(() => openSecret(randomBytes(32), sealed, binding)).toThrow()
  expect(() => openSecret(dataKey, sealed, { ...binding, keyId: '00000000' })).toThrow()
  expect(() => openSecret(dataKey, sealed, { ...binding, purpose: 'signing' })).toThrow()
})

test('one flipped bit anywhere shows', () => {
  const sealed = Buffer.from(sealSecret(dataKey, secret, binding), 'base64')
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => openSecret(dataKey, changed.toString('base64'), binding)).toThrow()
  }
})

test('the same secret is never sealed alike', () => {
  expect(sealSecret(dataKey, secret, binding)).not.toBe(sealSecret(dataKey, secret, binding))
})
