import {
  createCipheriv,
  createDecipheriv,
  randomBytes,
  scrypt,
  type ScryptOptions,
} from 'node:crypto'
import { z } from 'zod'

/** Bytes as they stand in the key file. */
const Bytes = z.base64().max(200)

/** The data key, wrapped by a secret: scrypt makes the wrapping key, AES-256-GCM wraps. */
export const WrappedKey = z.object({
  /** Cost of scrypt; bounded, so that a tampered file cannot ask for all the memory. */
  n: z.number().int().min(1024).max(262_144),
  r: z.number().int().min(1).max(16),
  p: z.number().int().min(1).max(4),
  salt: Bytes,
  nonce: Bytes,
  key: Bytes,
  tag: Bytes,
})
export type WrappedKey = z.infer<typeof WrappedKey>

/** 32 MB and about a tenth of a second for each attempt. */
const COST = { n: 32_768, r: 8, p: 1 }

function wrappingKey(secret: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  const options: ScryptOptions = { N: cost.n, r: cost.r, p: cost.p, maxmem: 512 * 1024 * 1024 }
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFC'), salt, 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

/**
 * Wraps the data key with a secret. `bound` says what the slot belongs to; it opens with the very
 * same words only.
 */
export async function wrapKey(
  dataKey: Uint8Array,
  secret: string,
  bound: string,
): Promise<WrappedKey> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await wrappingKey(secret, salt, COST), nonce)
  cipher.setAAD(Buffer.from(bound))
  const key = Buffer.concat([cipher.update(dataKey), cipher.final()])
  return {
    ...COST,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    key: key.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
}

/** The data key, or undefined for a wrong secret or a slot that was tampered with: nobody can tell. */
export async function unwrapKey(
  slot: WrappedKey,
  secret: string,
  bound: string,
): Promise<Uint8Array | undefined> {
  const wrapping = await wrappingKey(secret, Buffer.from(slot.salt, 'base64'), slot)
  try {
    const tag = Buffer.from(slot.tag, 'base64')
    const decipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(slot.nonce, 'base64'), {
      authTagLength: 16,
    })
    decipher.setAAD(Buffer.from(bound)).setAuthTag(tag)
    const key = Buffer.concat([decipher.update(Buffer.from(slot.key, 'base64')), decipher.final()])
    return key.length === 32 ? key : undefined
  } catch {
    return undefined
  }
}

/** A slot that no secret opens: an unknown user costs as much time as a wrong secret. */
export async function tryInVain(secret: string): Promise<void> {
  await wrappingKey(secret, Buffer.alloc(16), COST)
}
