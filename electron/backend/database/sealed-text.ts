import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

/** Secrets of settings, sealed with the office's data key; moved to another purpose they do not open. */
export interface SecretBox {
  seal(secret: string, purpose: string): string
  /** Throws when it was tampered with or belongs elsewhere. */
  open(sealed: string, purpose: string): string
}

/** A key of its own for the secrets of settings, so that the data key does one thing only. */
function boxKey(dataKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, '', 'bajeh settings', 32))
}

/** A box that seals with AES-256-GCM; base64 of nonce, tag and text. */
export function secretBox(dataKey: () => Uint8Array): SecretBox {
  const bound = (purpose: string): Buffer => Buffer.from(`bajeh-setting/1|${purpose}`)
  return {
    seal(secret, purpose) {
      const key = boxKey(dataKey())
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(purpose))
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      key.fill(0)
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed, 'base64')
      const key = boxKey(dataKey())
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), {
          authTagLength: TAG,
        })
        decipher.setAAD(bound(purpose)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
        const text = [decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]
        return Buffer.concat(text).toString('utf8')
      } finally {
        key.fill(0)
      }
    },
  }
}
