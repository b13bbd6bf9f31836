import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { PaperIssue } from './paper-issue.model.ts'

export const RequestReceiptOrder = z.object({
  kind: z.literal('request-receipt'),
  trackingCode: z.string().min(1).max(20),
})
export type RequestReceiptOrder = z.infer<typeof RequestReceiptOrder>

/** A paper the citizen handed over with the request. */
export const ReceivedPaper = z.object({
  title: z.string().min(1),
  form: z.enum(['ORIGINAL', 'COPY', 'SCAN']),
})
export type ReceivedPaper = z.infer<typeof ReceivedPaper>

/** Who filed for the citizen, by which power. */
export const FiledBy = z.object({
  name: z.string().min(1),
  kind: z.enum(['LAWYER', 'ATTORNEY', 'NATURAL_GUARDIAN', 'GUARDIAN', 'COMPANY_SIGNATORY']),
  powerNumber: z.string().min(1),
})
export type FiledBy = z.infer<typeof FiledBy>

/**
 * رسید ثبت درخواست: half a page, printed twice on one sheet. It has no document number of its own:
 * `issue.number` is the tracking code once the request is durable. The national ID comes masked.
 */
export const RequestReceipt = z.object({
  kind: z.literal('request-receipt'),
  issue: PaperIssue,
  trackingCode: z.string().min(1).max(20),
  title: z.string().min(1),
  fullName: z.string().min(1),
  maskedNationalId: z.string().regex(/^\d*\*+\d*$/),
  role: z.enum(['INSURED', 'EMPLOYER', 'PENSIONER']),
  representative: FiledBy.nullable(),
  papers: z.array(ReceivedPaper),
  /** What happens next, in the words of the request's type. */
  nextStep: z.string().min(1),
  /** Day by which the citizen or the branch must act, with its reason; null when there is none. */
  deadline: z.object({ day: Day, reason: z.string().min(1) }).nullable(),
})
export type RequestReceipt = z.infer<typeof RequestReceipt>
