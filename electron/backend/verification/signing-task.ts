import type { KeyObject } from 'node:crypto'
import type { Instant } from '#core/kernel/instant.ts'
import type { SignatureWords } from './pdf-signature.ts'

/** One PDF to sign. The key crosses as a handle: its bytes are never in a message. */
export interface SigningTask {
  readonly id: number
  readonly pdf: Uint8Array
  readonly certificate: Uint8Array
  readonly key: KeyObject
  readonly words: SignatureWords
  readonly at: Instant
}

/** The signed PDF, or the stack of what went wrong. */
export type SigningAnswer = { readonly id: number } & (
  { readonly signed: Uint8Array<ArrayBuffer> } | { readonly failure: string }
)
