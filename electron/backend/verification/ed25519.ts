import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/** Signature of bytes, 64 of them; the same bytes give the same signature. */
export function signBytes(key: KeyObject, bytes: Uint8Array): Uint8Array {
  return sign(null, bytes, key)
}

/**
 * Whether a signature of bytes is by a public key (raw, base64url). False for whatever is no key and no signature.
 * Never throws.
 */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: publicKey },
      format: 'jwk',
    })
    return verify(null, bytes, key, signature)
  } catch {
    return false
  }
}
