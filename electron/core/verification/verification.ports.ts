import type { PaperKind } from '#core/certificates/paper.model.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { KeyFigure, SealedFacts } from './seal.model.ts'
import type { Revocation, SigningKey, Verdict } from './verification.model.ts'

/** The office's hand: its keys never leave the backend. */
export interface OfficeSigner {
  /** The digits of a QR code that vouches for facts, under the key in use. The same facts give the same digits. */
  seal(facts: SealedFacts): Promise<string>
  /** A drawn PDF with the office's signature in it (PAdES B-B), covering the whole file. */
  sign(pdf: Uint8Array, at: Instant): Promise<Uint8Array>
}

/** A signing key as whoever verifies must know it. */
export interface PublicKey extends SigningKey {
  /** Raw Ed25519 key, base64url, as the `x` of a JWK. */
  readonly publicKey: string
  /** Of the key that signs PDFs; PEM. */
  readonly certificate: string
}

/** A key as the office keeps it: the private halves are sealed with the data key, base64. */
export interface KeptKey extends PublicKey {
  readonly sealingSecret: string
  readonly signingSecret: string
}

/** New keys; they take the place of those in use when `take` is called, after they were kept. */
export interface FreshKeys {
  readonly kept: KeptKey
  readonly take: () => void
}

/** The keys of an open office. */
export interface OfficeKeys extends OfficeSigner {
  make(): Promise<FreshKeys>
  /** Signature of a text by the sealing key in use, base64url. */
  signText(text: string): Promise<{ readonly keyId: string; readonly signature: string }>
  /** Forgets the private keys. */
  close(): Promise<void>
}

/** Keys that may vouch for a paper. */
export interface KnownKeys {
  /** Newest first. */
  listKeys(): Promise<readonly PublicKey[]>
}

/** The list of keys in a transaction. */
export interface KeyBook extends KnownKeys {
  /** Puts a key into use; the one before is retired at the same time. */
  add(key: KeptKey): Promise<void>
}

type Taken = NonNullable<Verdict['revocation']>

/** What is known of papers that nobody may rely on any more. */
export interface Revoked {
  findRevocation(number: string): Promise<Taken | undefined>
}

/** An issued paper as its own office knows it. */
export interface BookedPaper {
  readonly documentId: string
  readonly citizenId: number
  readonly kind: PaperKind
  readonly number: string
  readonly day: Day
  readonly validUntil: Day | null
  readonly figures: readonly KeyFigure[]
  readonly revocation: Taken | null
  /** When its bank presented it. */
  readonly usedOn: Day | null
}

/** The office's own books, asked by the number of a paper. */
export interface IssuedPapers extends Revoked {
  findPaper(number: string): Promise<BookedPaper | undefined>
  /** Newest first. */
  listRevocations(): Promise<readonly Revocation[]>
}

/** The same in a transaction. */
export interface RevocationBook extends IssuedPapers {
  revoke(paper: {
    readonly documentId: string
    readonly at: Instant
    readonly clerkId: string
    readonly reason: string
  }): Promise<void>
}

/** What is found in a PDF that somebody shows. */
export interface PdfFindings {
  /** The signature, told by the certificates that were given; null when there is none. */
  readonly signature: NonNullable<Verdict['signature']> | null
  /** The key whose certificate the signature bears, if it is one of those given. */
  readonly keyId: string | null
  /** Digits of the seals that it carries, one for each paper. */
  readonly seals: readonly string[]
  /** What its pages say; null where the signature makes that needless, or it could not be read. */
  readonly text: string | null
}

export interface PaperChecks {
  /** Whether a signature of a sealed text is by a public key. */
  verifySeal(publicKey: string, body: Uint8Array, signature: Uint8Array): boolean
  /** Looks into a PDF in a thread of its own; undefined for what is none. */
  readPdf(pdf: Uint8Array, keys: readonly PublicKey[]): Promise<PdfFindings | undefined>
}
