import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Instant } from '#core/kernel/instant.ts'

/** Where a paper was issued: the branch as the extract names it. */
export const IssuingBranch = z.object({
  code: z.string().regex(/^\d{3,4}$/),
  name: z.string().min(1),
  province: z.string().min(1),
})
export type IssuingBranch = z.infer<typeof IssuingBranch>

/** A second copy of a paper: «المثنی» with the number it was first issued under. */
export const Reprint = z.object({
  firstNumber: z.string().min(1).max(40),
  /** 1 for the first reprint. */
  count: z.number().int().positive(),
  reason: z.string().min(1).max(200),
})
export type Reprint = z.infer<typeof Reprint>

/**
 * What every official paper says of its own issue. Without a number it is a preview and carries a
 * watermark; so does any paper of a demonstration or test office. The clerk appears by code only.
 */
export const PaperIssue = z.object({
  number: z.string().min(1).max(40).nullable(),
  day: Day,
  at: Instant,
  officeKind: z.enum(['real', 'demonstration', 'test']),
  branch: IssuingBranch,
  clerkCode: z.string().min(1).max(40),
  workstation: z.string().min(1).max(60),
  /** Last day on which the paper counts; null when it has no validity of its own. */
  validUntil: Day.nullable(),
  /** What is enclosed, as the box «پیوست» says it; null when nothing is. */
  attachment: z.string().min(1).max(60).nullable(),
  /** Public address where a paper is verified; the number and a check code are appended. */
  verificationUrl: z.url({ protocol: /^https$/ }).max(80),
  /** What the QR code holds: signed digits of `seal-text.rules.ts`; null on a preview. */
  seal: z
    .string()
    .regex(/^\d{1,1200}$/)
    .nullable(),
  reprint: Reprint.nullable(),
})
export type PaperIssue = z.infer<typeof PaperIssue>

/** A Jalali month of payment. */
export const PayMonth = z.object({
  year: z.number().int().min(1250).max(1499),
  month: z.number().int().min(1).max(12),
})
export type PayMonth = z.infer<typeof PayMonth>
