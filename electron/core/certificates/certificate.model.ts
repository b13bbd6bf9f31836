import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Instant } from '#core/kernel/instant.ts'
import { PaperKind } from './paper.model.ts'

/** A recipient of certificates: banks carry their bank code. */
export const Institution = z.object({
  institutionCode: z.string(),
  name: z.string(),
  kind: z.enum(['BANK', 'BODY', 'EMBASSY', 'COURT', 'FUND']),
  bankCode: z.string().nullable(),
})
export type Institution = z.infer<typeof Institution>

/** A PDF as the screen receives it: base64. */
export const PaperPdf = z.object({ pdf: z.string() })
export type PaperPdf = z.infer<typeof PaperPdf>

/**
 * SENDING: handed to the printer, no answer yet; found so after a restart nobody knows whether paper came out.
 * DROPPED: the clerk took it out of the queue.
 */
export const PrintState = z.enum(['WAITING', 'SENDING', 'PRINTED', 'FAILED', 'DROPPED'])
export type PrintState = z.infer<typeof PrintState>

export const PrintFault = z.enum(['no-printer', 'failed', 'cancelled'])
export type PrintFault = z.infer<typeof PrintFault>

/** Issued and printed are separate states: a failed print leaves an issued paper in the queue. */
export const IssuedPaper = z.object({
  documentId: z.string(),
  kind: PaperKind,
  number: z.string(),
  issuedAt: Instant,
  citizenName: z.string(),
  /** Last day on which it counts; null when it has no validity of its own. */
  validUntil: Day.nullable(),
  /** Null for a kind that is followed by its number alone. */
  trackingCode: z.string().nullable(),
  sha256: z.string(),
  printState: PrintState,
  /** Why the last print failed. */
  printFault: PrintFault.nullable(),
  prints: z.number().int(),
})
export type IssuedPaper = z.infer<typeof IssuedPaper>

/** `where`: the printer, or the file that took its place in a demonstration. */
export const PrintResult = z.object({
  paper: IssuedPaper,
  printed: z.boolean(),
  where: z.string().nullable(),
  reason: PrintFault.nullable(),
})
export type PrintResult = z.infer<typeof PrintResult>

/** Made by the screen once per press; the same key twice issues once. */
export const IdempotencyKey = z.uuid()
