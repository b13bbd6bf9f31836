import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { RecordType } from '#core/insured/contribution.model.ts'
import { PaperIssue } from './paper-issue.model.ts'
import { NamedBranch, PaperPerson, PaperRecipient } from './paper-person.model.ts'
import { RecipientBranch } from './recipient-branch.model.ts'
import { RecordScope, RecordTotals } from './record-statement.model.ts'

/** `accepted`: the person looked through the records and says they are right; without it nothing is declared. */
export const RecordCertificateOrder = z.object({
  kind: z.literal('record-certificate'),
  scope: RecordScope,
  institutionCode: z.string().min(1).max(20),
  recipientBranch: RecipientBranch,
  accepted: z.literal(true),
})
export type RecordCertificateOrder = z.infer<typeof RecordCertificateOrder>

/** Days of one kind of record, as they stand in its years. */
export const RecordSort = z.object({
  recordType: RecordType,
  days: z.number().int().nonnegative(),
  firstYear: z.number().int(),
  lastYear: z.number().int(),
})
export type RecordSort = z.infer<typeof RecordSort>

/** گواهی سابقه برای مرجع: what the organisation declares of a record to one institution. */
export const RecordCertificate = z.object({
  kind: z.literal('record-certificate'),
  issue: PaperIssue,
  trackingCode: z.string().min(1).max(20),
  recipient: PaperRecipient,
  person: PaperPerson,
  insuranceNumbers: z.array(z.string().min(1)).min(1),
  branch: NamedBranch,
  totals: RecordTotals,
  sorts: z.array(RecordSort),
  /** The last workshop with days, and its last month; null for none. */
  lastWorkshop: z
    .object({
      code: z.string().min(1),
      name: z.string().min(1).nullable(),
      month: z.object({ year: z.number().int(), month: z.number().int() }),
    })
    .nullable(),
  acceptedOn: Day,
})
export type RecordCertificate = z.infer<typeof RecordCertificate>
