import type { Instant } from '#core/kernel/instant.ts'
import type { Institution, IssuedPaper, PrintState } from './certificate.model.ts'
import type { PaperKind } from './paper.model.ts'
import type { PaperStatement } from './paper.model.ts'

/** Recipients of certificates, from the extract in use. */
export interface Institutions {
  /** Active ones whose name contains the text, by name; all for an empty text. */
  list(text: string): Promise<readonly Institution[]>
  /** An active one. */
  find(institutionCode: string): Promise<Institution | undefined>
}

/** An issued paper with what only the office itself needs of it. */
export interface KeptPaper extends IssuedPaper {
  readonly citizenId: number
  readonly clerkId: string
  readonly statement: PaperStatement
}

export interface NewPaper {
  readonly documentId: string
  readonly idempotencyKey: string
  readonly kind: PaperKind
  readonly number: string
  /** Jalali year and place in it, as `Serial` says. */
  readonly year: number
  readonly serial: number
  readonly citizenId: number
  readonly personId: string
  readonly visitId: string
  readonly clerkId: string
  readonly issuedAt: Instant
  readonly statement: PaperStatement
  readonly sha256: string
  /** The request whose receipt it is. */
  readonly requestId: string | null
}

/** A kind of paper in a Jalali year: each has numbers of its own, from 1. */
export interface NumberRange {
  readonly kind: PaperKind
  readonly year: number
}

export interface Documents {
  findByKey(idempotencyKey: string): Promise<KeptPaper | undefined>
  find(documentId: string): Promise<KeptPaper | undefined>
  /** The receipt of a request, issued once. */
  findOfRequest(requestId: string): Promise<KeptPaper | undefined>
  /** Newest first. */
  listOfCitizen(citizenId: number): Promise<readonly IssuedPaper[]>
  /** Papers of a clerk whose last print is not done, oldest first. */
  listUnprinted(clerkId: string): Promise<readonly IssuedPaper[]>
  /** The number that the next paper would take; 1 for the first. */
  nextSerial(range: NumberRange): Promise<number>
}

export interface Print {
  readonly documentId: string
  readonly seq: number
}

export interface DocumentBook extends Documents {
  /** Takes the next number: it is never given again. */
  takeSerial(range: NumberRange): Promise<number>
  /** Adds the paper and its first print, waiting. */
  add(paper: NewPaper): Promise<void>
  /** The print that waits, or a new one. */
  startPrint(documentId: string, reason: string | null, at: Instant): Promise<Print>
  finishPrint(
    print: Print,
    outcome: {
      readonly state: PrintState
      readonly printer: string | null
      readonly fault: string | null
    },
    at: Instant,
  ): Promise<void>
}

/** What every paper of this office carries, from the office's own facts. */
export interface PaperOrigin {
  readonly officeKind: 'real' | 'demonstration' | 'test'
  readonly branch: { readonly code: string; readonly name: string; readonly province: string }
  readonly verificationUrl: string
}
