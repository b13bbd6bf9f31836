import type { Instant } from '#core/kernel/instant.ts'
import type { SealedFacts } from './seal.model.ts'

/** The office's hand: its keys never leave the backend. */
export interface OfficeSigner {
  /** The digits of a QR code that vouches for facts, under the key in use. The same facts give the same digits. */
  seal(facts: SealedFacts): Promise<string>
  /** A drawn PDF with the office's signature in it (PAdES B-B), covering the whole file. */
  sign(pdf: Uint8Array, at: Instant): Promise<Uint8Array>
}
