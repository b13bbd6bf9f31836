import type { Instant } from '#core/kernel/instant.ts'
import type { Institution, IssuedPaper, PrintFault, PrintState } from './certificate.model.ts'
import type { DrawnPaper, PaperKind, PaperStatement } from './paper.model.ts'

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
  readonly visitId: string
  readonly clerkId: string
  readonly statement: PaperStatement
  /** Nobody may rely on it any more. */
  readonly revoked: boolean
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
  /** As it was drawn, with its seal. */
  readonly statement: PaperStatement
  /** The signed bytes, kept as copy 0, and their hash. */
  readonly file: DrawnPaper
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
  /** Papers of a clerk whose last print is neither done nor dropped, in the order of their issue. */
  listUnprinted(clerkId: string): Promise<readonly IssuedPaper[]>
  /** The number that the next paper would take; 1 for the first. */
  nextSerial(range: NumberRange): Promise<number>
  /** The kept bytes of a copy (0 the issue, n the n-th reprint) and the hash they were kept with. */
  findFile(documentId: string, copy: number): Promise<DrawnPaper | undefined>
  /** The last thing asked of a printer for this paper. */
  findLastPrint(documentId: string): Promise<Print | undefined>
}

/** One time that a paper was asked of a printer. `copy` is what is printed: 0 the issue, n the n-th reprint. */
export interface Print {
  readonly documentId: string
  readonly seq: number
  readonly copy: number
  readonly state: PrintState
  /** Why it is a reprint. */
  readonly reason: string | null
}

/** What came of a print. */
export interface PrintEnd {
  readonly state: Extract<PrintState, 'PRINTED' | 'FAILED'>
  readonly printer: string | null
  readonly fault: PrintFault | null
}

export interface DocumentBook extends Documents {
  /** Takes the next number: it is never given again. */
  takeSerial(range: NumberRange): Promise<number>
  /** Adds the paper, its bytes and its first print, waiting. */
  add(paper: NewPaper): Promise<void>
  /** Keeps the bytes of a reprint; a copy is kept once. */
  keepReprint(documentId: string, copy: number, file: DrawnPaper, at: Instant): Promise<void>
  /** Says that a copy is on its way to a printer: the print that waits, or a new one. */
  startPrint(documentId: string, copy: Pick<Print, 'copy' | 'reason'>, at: Instant): Promise<Print>
  finishPrint(print: Print, end: PrintEnd, at: Instant): Promise<void>
  /** Takes a print that is not done out of the queue. */
  dropPrint(print: Print, at: Instant): Promise<void>
}

/** What every paper of this office carries, from the office's own facts. */
export interface PaperOrigin {
  readonly officeKind: 'real' | 'demonstration' | 'test'
  readonly branch: { readonly code: string; readonly name: string; readonly province: string }
  readonly verificationUrl: string
}
