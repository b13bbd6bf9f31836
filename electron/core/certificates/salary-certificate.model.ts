import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Rial } from '#core/kernel/rial.ts'
import { PensionNumber } from '#core/pensions/pension.model.ts'
import { PaperIssue, PayMonth } from './paper-issue.model.ts'
import { NamedBranch, PaperPerson, PaperRecipient } from './paper-person.model.ts'
import { RecipientBranch } from './recipient-branch.model.ts'

export const SalaryCertificateOrder = z.object({
  kind: z.literal('salary-certificate'),
  pensionNumber: PensionNumber,
  institutionCode: z.string().min(1).max(20),
  recipientBranch: RecipientBranch,
})
export type SalaryCertificateOrder = z.infer<typeof SalaryCertificateOrder>

/** A deduction certificate still in force, stated when the recipient asks for commitments. */
export const InstalmentCommitment = z.object({
  recipientName: z.string().min(1),
  instalment: Rial,
  remainingCount: z.number().int().nonnegative(),
})
export type InstalmentCommitment = z.infer<typeof InstalmentCommitment>

/**
 * گواهی حقوق: what the organisation states of one pension file to one recipient. Amounts are those
 * of `period`; gross − deductions = net. `commitments` is null when the recipient did not ask.
 */
export const SalaryCertificate = z
  .object({
    kind: z.literal('salary-certificate'),
    issue: PaperIssue,
    trackingCode: z.string().min(1).max(20),
    recipient: PaperRecipient,
    person: PaperPerson,
    insuranceNumber: z.string().min(1).nullable(),
    pensionNumber: PensionNumber,
    pensionType: z.enum(['RETIREMENT', 'DISABILITY_TOTAL', 'DISABILITY_PARTIAL', 'SURVIVORS']),
    establishedOn: Day,
    branch: NamedBranch,
    period: PayMonth,
    gross: Rial,
    deductions: Rial,
    net: Rial,
    commitments: z.array(InstalmentCommitment).nullable(),
  })
  .refine((paper) => paper.gross - paper.deductions === paper.net, { path: ['net'] })
export type SalaryCertificate = z.infer<typeof SalaryCertificate>
