import { z } from 'zod'
import { IssuedPaper, PrintFault } from '#core/certificates/certificate.model.ts'
import { PaperKind } from '#core/certificates/paper.model.ts'
import { Day } from '#core/kernel/day.ts'
import { base64Length, LARGEST_FILE } from '#core/kernel/file-carriers.ts'
import { Instant } from '#core/kernel/instant.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'
import { VisitId } from '#core/visits/visit.model.ts'

/** What a kept scan may be. */
export const ScanFormat = z.enum(['pdf', 'jpg', 'png'])
export type ScanFormat = z.infer<typeof ScanFormat>

/** What a file that is brought may be, by its bytes. */
export const BroughtFormat = z.enum([...ScanFormat.options, 'tiff'])
export type BroughtFormat = z.infer<typeof BroughtFormat>

/** Measures of a file: bytes, pages, and the pixels of a single picture as it stands upright. */
export const ScanMeasure = z.object({
  size: z.number().int().positive(),
  pages: z.number().int().positive(),
  width: z.number().int().positive().nullable(),
  height: z.number().int().positive().nullable(),
})
export type ScanMeasure = z.infer<typeof ScanMeasure>

/** A file as it was brought to the counter, where the kept scan is another. */
export const BroughtFile = ScanMeasure.extend({ format: BroughtFormat })
export type BroughtFile = z.infer<typeof BroughtFile>

/** A paper of the citizen that the box can show whenever a request asks for it. */
export const VaultProof = z.object({
  documentId: z.string(),
  paper: RequestPaper,
  title: z.string(),
  addedOn: Day,
})
export type VaultProof = z.infer<typeof VaultProof>

/** A scan in the box. */
export const VaultScan = z.object({
  documentId: z.string(),
  title: z.string(),
  /** What it proves; a single picture proves one paper. */
  papers: z.array(RequestPaper).min(1),
  format: ScanFormat,
  /** In bytes. */
  size: z.number().int().positive(),
  /** Null for scans from before pages were counted. */
  measure: ScanMeasure.nullable(),
  /** What it was before it was reduced; null where the very bytes are kept. */
  brought: BroughtFile.nullable(),
  addedOn: Day,
  addedAt: Instant,
  /** Tracking codes of the filed requests that rest on it; while there is one it stays. */
  requests: z.array(z.string()),
  /** Number of the representative's paper that it shows; while it does it stays. */
  powerNumber: z.string().nullable(),
})
export type VaultScan = z.infer<typeof VaultScan>

const Title = z.string().trim().min(2).max(80)

/** What a scan is called and what it proves, as corrected by a clerk. */
export const ScanLabel = z.object({
  title: Title,
  papers: z.array(RequestPaper).min(1).max(RequestPaper.options.length),
})
export type ScanLabel = z.infer<typeof ScanLabel>

/** Why a scan is taken out of the box. */
export const RemovalReason = z.enum([
  'WRONG_FILE',
  'WRONG_PERSON',
  'UNREADABLE',
  'REPLACED',
  'ASKED_BY_CITIZEN',
])
export type RemovalReason = z.infer<typeof RemovalReason>

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

/** What may be put into a box today. */
export const BoxLimits = z.object({
  /** Bytes of the scans of one citizen. */
  quotaBytes: z.number().int().positive(),
  /** Bytes of one file as it is brought. */
  fileBytes: z.number().int().positive(),
  /** Bytes of one scan as it is kept. */
  scanBytes: z.number().int().positive(),
  /** Pages of one file. */
  pages: z.number().int().positive(),
})
export type BoxLimits = z.infer<typeof BoxLimits>

/** The citizen's box as a visit may see it. `scans`: null where the power does not open them. */
export const Box = z.object({
  papers: z.array(BoxedPaper),
  scans: z.array(VaultScan).nullable(),
  usedBytes: z.number().int().nonnegative(),
  limits: BoxLimits,
})
export type Box = z.infer<typeof Box>

/** Not zod's own: its pattern needs more memory than there is for a text of this length. */
const isBase64 = (text: string): boolean =>
  text.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(text.replace(/={1,2}$/, ''))

/** A file that the clerk puts into the box as the scan of a paper; its bytes are base64. */
export const ScanToAdd = z.object({
  visitId: VisitId,
  paper: RequestPaper,
  title: Title,
  bytes: z.string().min(1).max(base64Length(LARGEST_FILE)).refine(isBase64, 'format'),
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

/** What the printer said of a scan. */
export const PrintedScan = z.object({
  printed: z.boolean(),
  /** The printer, or the file that took its place in a demonstration. */
  where: z.string().nullable(),
  reason: PrintFault.nullable(),
})
export type PrintedScan = z.infer<typeof PrintedScan>

/** One try to see a paper of the citizen by his national ID and a password. */
export const ShareAttempt = z.object({
  at: Instant,
  /** Code of the clerk at whose desk it was asked. */
  clerkCode: z.string(),
  workstation: z.string(),
  /** The paper that was shown; null for a wrong try. */
  shown: z.object({ kind: PaperKind, number: z.string() }).nullable(),
})
export type ShareAttempt = z.infer<typeof ShareAttempt>
