import { z } from 'zod'
import { Instant } from '#core/kernel/instant.ts'
import { PensionNumber } from '#core/pensions/pension.model.ts'

/** A recipient of certificates: banks carry their bank code. */
export const Institution = z.object({
  institutionCode: z.string(),
  name: z.string(),
  kind: z.enum(['BANK', 'BODY', 'EMBASSY', 'COURT', 'FUND']),
  bankCode: z.string().nullable(),
})
export type Institution = z.infer<typeof Institution>

/** The recipient's branch as typed: letters, digits, spaces, hyphens; at least two characters. */
export const RecipientBranch = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^[\p{L}\p{M}\p{N}\u200c \-–]+$/u, 'special-characters')

/** What a clerk asks for when a paper is wanted; the backend decides everything the paper states. */
export const PaperOrder = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('salary-certificate'),
    pensionNumber: PensionNumber,
    institutionCode: z.string().min(1).max(20),
    recipientBranch: RecipientBranch,
  }),
  z.object({ kind: z.literal('pension-slip'), slipNumber: z.string().min(1).max(20) }),
  z.object({ kind: z.literal('request-receipt'), trackingCode: z.string().min(1).max(20) }),
])
export type PaperOrder = z.infer<typeof PaperOrder>

export const PaperKind = z.enum(['salary-certificate', 'pension-slip', 'request-receipt'])
export type PaperKind = z.infer<typeof PaperKind>

/** A PDF as the screen receives it: base64. */
export const PaperPdf = z.object({ pdf: z.string() })
export type PaperPdf = z.infer<typeof PaperPdf>

export const PrintState = z.enum(['WAITING', 'PRINTED', 'FAILED'])
export type PrintState = z.infer<typeof PrintState>

/** Issued and printed are separate states: a failed print leaves an issued paper in the queue. */
export const IssuedPaper = z.object({
  documentId: z.string(),
  kind: PaperKind,
  number: z.string(),
  issuedAt: Instant,
  citizenName: z.string(),
  sha256: z.string(),
  printState: PrintState,
  prints: z.number().int(),
})
export type IssuedPaper = z.infer<typeof IssuedPaper>

/** `where`: the printer, or the file that took its place in a demonstration. */
export const PrintResult = z.object({
  paper: IssuedPaper,
  printed: z.boolean(),
  where: z.string().nullable(),
  reason: z.enum(['no-printer', 'failed', 'cancelled']).nullable(),
})
export type PrintResult = z.infer<typeof PrintResult>

/** Made by the screen once per press; the same key twice issues once. */
export const IdempotencyKey = z.uuid()
