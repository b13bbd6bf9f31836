import type { PdfFindings } from '#core/verification/verification.ports.ts'
import type { KnownCertificate } from './pdf-coverage.ts'

/** What a checking thread is started with. */
export interface CheckTask {
  readonly pdf: Uint8Array
  readonly known: readonly KnownCertificate[]
}

/** Told in two parts, so that a text that takes too long does not cost what is known already. */
export type CheckAnswer =
  | {
      readonly part: 'signature'
      readonly found: Omit<PdfFindings, 'text'>
      readonly isPdf: boolean
    }
  | { readonly part: 'text'; readonly text: string | null }
