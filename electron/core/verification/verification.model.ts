import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { identifierField } from '#core/kernel/identifier-field.ts'
import { checkPersonId } from '#core/kernel/identifiers.ts'
import { Instant } from '#core/kernel/instant.ts'
import { OfficeKind } from '#core/office/office.model.ts'
import { KeyId } from './seal.model.ts'

/** What is shown to the office: the digits of a QR code or a document's number as typed, or a PDF (base64). */
export const Shown = z.discriminatedUnion('by', [
  z.object({ by: z.literal('text'), text: z.string().trim().min(1).max(4000) }),
  z.object({
    by: z.literal('file'),
    name: z.string().min(1).max(255),
    pdf: z.string().min(1).max(3_900_000),
  }),
])
export type Shown = z.infer<typeof Shown>

/**
 * GENUINE: signed by a known key, in force. REVOKED and EXPIRED: genuine, but no longer to be relied on. ALTERED: what
 * is shown is not what was signed. UNKNOWN_KEY: signed, by nobody known here. NOT_FOUND: a number never given.
 * NOT_OURS: no paper of this organisation's program. UNREADABLE: no PDF, or no code.
 */
export const VerdictCode = z.enum([
  'GENUINE',
  'REVOKED',
  'EXPIRED',
  'ALTERED',
  'UNKNOWN_KEY',
  'NOT_FOUND',
  'NOT_OURS',
  'UNREADABLE',
])
export type VerdictCode = z.infer<typeof VerdictCode>

/** A figure as the seal vouches for it and as it was found: null where only the seal was shown. */
export const ComparedFigure = z.object({
  name: z.string(),
  sealed: z.string(),
  found: z.string().nullable(),
  agrees: z.boolean(),
})
export type ComparedFigure = z.infer<typeof ComparedFigure>

/** `source`: what the verdict rests on. A number alone proves only that such a paper was issued here. */
export const Verdict = z.object({
  verdict: VerdictCode,
  source: z.enum(['QR', 'PDF', 'NUMBER']),
  kind: z.string().nullable(),
  number: z.string().nullable(),
  day: Day.nullable(),
  validUntil: Day.nullable(),
  keyId: KeyId.nullable(),
  /** Of a PDF: whether its signature holds and covers the whole file; null when nothing was signed. */
  signature: z.enum(['VALID', 'BROKEN', 'PARTIAL', 'UNKNOWN_CERTIFICATE']).nullable(),
  figures: z.array(ComparedFigure),
  revocation: z.object({ on: Day, reason: z.string() }).nullable(),
  /** Day of the letter by which its bank presented it; null where the books do not say so. */
  usedOn: Day.nullable(),
  /** Whether this office's own books know the number; null where they cannot be asked. */
  issuedHere: z.boolean().nullable(),
  /** What kind of office vouches: papers of a demonstration or a test count nowhere. Null where none is known. */
  officeKind: OfficeKind.nullable(),
})
export type Verdict = z.infer<typeof Verdict>

export const SigningKey = z.object({
  keyId: KeyId,
  createdAt: Instant,
  /** When a newer key took its place; null for the one in use. */
  retiredAt: Instant.nullable(),
  /** SHA-256 of the certificate, lower-case hex. */
  certificateSha256: z.string(),
  certificateUntil: Day,
})
export type SigningKey = z.infer<typeof SigningKey>

export const Revocation = z.object({
  documentId: z.string(),
  number: z.string(),
  kind: z.string(),
  issuedOn: Day,
  revokedAt: Instant,
  reason: z.string(),
})
export type Revocation = z.infer<typeof Revocation>

/** What somebody brings who was given a share: the citizen's ID, and the password as it is typed. */
export const AskedShare = z.object({
  personId: identifierField(checkPersonId),
  password: z.string().trim().min(1).max(40),
})
export type AskedShare = z.infer<typeof AskedShare>

/** A paper that its citizen lets others ask for; `pdf` is base64. */
export const SharedDocument = z.object({
  verdict: Verdict,
  pdf: z.string(),
  /** The last day of the leave. */
  until: Day,
})
export type SharedDocument = z.infer<typeof SharedDocument>
