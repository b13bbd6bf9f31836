import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

/** What a sealed secret belongs to: moved to another key or another purpose it does not open. */
export interface Binding {
  readonly keyId: string
  readonly purpose: 'sealing' | 'signing'
}

/** A key of its own for the secrets of signing, so that the data key does one thing only. */
function boxKey(dataKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, '', 'bajeh signing keys', 32))
}

function bound({ keyId, purpose }: Binding): Buffer {
  return Buffer.from(`bajeh-signing-key/1|${keyId}|${purpose}`)
}

/** Seals a secret with AES-256-GCM under the office's data key; base64 of nonce, tag and text. */
export function sealSecret(dataKey: Uint8Array, secret: Uint8Array, binding: Binding): string {
  const key = boxKey(dataKey)
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(binding))
  const text = Buffer.concat([cipher.update(secret), cipher.final()])
  key.fill(0)
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
}

/** The secret again; throws when it was tampered with or belongs elsewhere. Wipe it after use. */
export function openSecret(dataKey: Uint8Array, sealed: string, binding: Binding): Buffer {
  const bytes = Buffer.from(sealed, 'base64')
  const key = boxKey(dataKey)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), {
      authTagLength: TAG,
    })
    decipher.setAAD(bound(binding)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()])
  } finally {
    key.fill(0)
  }
}
