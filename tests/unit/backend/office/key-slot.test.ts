import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { unwrapKey, wrapKey } from '../../../../electron/backend/office/key-slot.ts'

const dataKey = randomBytes(32)

test('the secret opens the slot, in any Unicode form', async () => {
  const slot = await wrapKey(dataKey, 'رمز é 1405', 'office|clerk')
  expect(await unwrapKey(slot, 'رمز e\u0301 1405', 'office|clerk')).toEqual(dataKey)
})

test('another secret, another holder and a changed slot open nothing', async () => {
  const slot = await wrapKey(dataKey, 'secret-1', 'office|clerk')
  const flipped = Buffer.from(slot.key, 'base64')
  flipped[0] = (flipped[0] ?? 0) ^ 1
  const results = await Promise.all([
    unwrapKey(slot, 'secret-2', 'office|clerk'),
    unwrapKey(slot, 'secret-1', 'office|other'),
    unwrapKey({ ...slot, key: flipped.toString('base64') }, 'secret-1', 'office|clerk'),
    unwrapKey({ ...slot, n: 16_384 }, 'secret-1', 'office|clerk'),
    unwrapKey({ ...slot, tag: '' }, 'secret-1', 'office|clerk'),
    unwrapKey({ ...slot, tag: slot.tag.slice(0, 8) }, 'secret-1', 'office|clerk'),
    unwrapKey({ ...slot, nonce: '' }, 'secret-1', 'office|clerk'),
  ])
  expect(results).toEqual(results.map(() => undefined))
})

test('no two slots of one secret are alike', async () => {
  const [one, other] = await Promise.all([
    wrapKey(dataKey, 'secret-1', 'x'),
    wrapKey(dataKey, 'secret-1', 'x'),
  ])
  expect(one.salt).not.toBe(other.salt)
  expect(one.key).not.toBe(other.key)
})
