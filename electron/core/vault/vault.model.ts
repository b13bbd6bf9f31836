import { z } from 'zod'
import { IssuedPaper, PrintFault } from '#core/certificates/certificate.model.ts'
import { Day } from '#core/kernel/day.ts'
import { Instant } from '#core/kernel/instant.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'
import { VisitId } from '#core/visits/visit.model.ts'

/** What a scan may be, by its bytes. */
export const ScanFormat = z.enum(['pdf', 'jpg', 'png'])
export type ScanFormat = z.infer<typeof ScanFormat>

/** A paper of the citizen that the box can show whenever a request asks for it. */
export const VaultProof = z.object({
  documentId: z.string(),
  paper: RequestPaper,
  title: z.string(),
  addedOn: Day,
})
export type VaultProof = z.infer<typeof VaultProof>

/** A scan in the box; `size` in bytes. */
export const VaultScan = VaultProof.extend({
  format: ScanFormat,
  size: z.number().int().positive(),
  addedAt: Instant,
  /** A filed request rests on it, so it stays. */
  enclosed: z.boolean(),
})
export type VaultScan = z.infer<typeof VaultScan>

/** Leave for others to ask for a paper; the last day counts. */
export const Share = z.object({
  shareId: z.string(),
  documentId: z.string(),
  from: Day,
  until: Day,
})
export type Share = z.infer<typeof Share>

/** For how long others may ask for a paper. */
export const ShareTerm = z.enum(['DAY', 'WEEK', 'MONTH', 'YEAR'])
export type ShareTerm = z.infer<typeof ShareTerm>

/** Why a share ended before its last day, or that it ran out. */
export const ShareEnd = z.enum(['REVOKED', 'NOT_PRINTED', 'RAN_OUT'])
export type ShareEnd = z.infer<typeof ShareEnd>

/** An issued paper as it lies in the box, and whether others may ask for it. */
export const BoxedPaper = IssuedPaper.extend({
  standing: z.enum(['VALID', 'USED', 'EXPIRED', 'REVOKED']),
  share: Share.nullable(),
})
export type BoxedPaper = z.infer<typeof BoxedPaper>

/** The citizen's box as a visit may see it. `scans`: null where the power does not open them. */
export const Box = z.object({
  papers: z.array(BoxedPaper),
  scans: z.array(VaultScan).nullable(),
  usedBytes: z.number().int().nonnegative(),
  quotaBytes: z.number().int().positive(),
})
export type Box = z.infer<typeof Box>

/** Base64 of the largest scan. */
const LONGEST = 4 * Math.ceil((2 * 1024 * 1024) / 3)

/** A scan that the clerk puts into the box; its bytes are base64. */
export const ScanToAdd = z.object({
  visitId: VisitId,
  paper: RequestPaper,
  title: z.string().trim().min(2).max(80),
  bytes: z.base64().min(1).max(LONGEST),
})
export type ScanToAdd = z.infer<typeof ScanToAdd>

/** A scan as the screen shows it: base64. */
export const ScanPicture = z.object({ format: ScanFormat, bytes: z.string() })
export type ScanPicture = z.infer<typeof ScanPicture>

/** What came of a share: null where its slip was not printed, and it was taken back. */
export const SharedPaper = z.object({
  share: Share.nullable(),
  /** The printer, or the file that took its place in a demonstration. */
  where: z.string().nullable(),
  fault: PrintFault.nullable(),
})
export type SharedPaper = z.infer<typeof SharedPaper>
