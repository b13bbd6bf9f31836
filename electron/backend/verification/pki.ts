import { createHash, webcrypto } from 'node:crypto'
import { CryptoEngine } from 'pkijs'

/** The algorithm of the office's certificates: every reader of PDFs knows it, and a key is made in a millisecond. */
export const SIGNING_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** pkijs over this program's own WebCrypto. */
export const engine = new CryptoEngine({ name: 'node', crypto: webcrypto })

/** SHA-256 of bytes. */
export function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** Bytes in a buffer of their own, as ASN.1 wants them. */
export function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
