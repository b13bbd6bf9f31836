import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { isSignedBy, signBytes } from '../../../../electron/backend/verification/ed25519.ts'

const file = path.join(
  import.meta.dirname,
  '../../../fixtures/corpus/wycheproof/ed25519_test.json.gz',
)
const Vectors = z.object({
  numberOfTests: z.number(),
  testGroups: z.array(
    z.object({
      publicKey: z.object({ pk: z.string() }),
      tests: z.array(
        z.object({ tcId: z.number(), msg: z.string(), sig: z.string(), result: z.string() }),
      ),
    }),
  ),
})
const { numberOfTests, testGroups } = Vectors.parse(
  JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')),
)

test('every Wycheproof verdict', () => {
  const hex = (text: string): Buffer => Buffer.from(text, 'hex')
  const wrong = testGroups.flatMap(({ publicKey, tests }) =>
    tests.filter(({ msg, sig, result }) => {
      const key = hex(publicKey.pk).toString('base64url')
      return isSignedBy(key, hex(msg), hex(sig)) !== (result === 'valid')
    }),
  )
  expect(wrong).toEqual([])
  expect(testGroups.flatMap(({ tests }) => tests)).toHaveLength(numberOfTests)
})

test('what is no key or no signature is no proof', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const x = publicKey.export({ format: 'jwk' }).x ?? ''
  const text = Buffer.from('text')
  const signature = signBytes(privateKey, text)
  expect(isSignedBy(x, text, signature)).toBe(true)
  expect(isSignedBy('', text, signature)).toBe(false)
  expect(isSignedBy(x.slice(1), text, signature)).toBe(false)
  expect(isSignedBy(x, text, signature.subarray(1))).toBe(false)
  expect(isSignedBy(x, text, new Uint8Array())).toBe(false)
})
