import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Rial } from '#core/kernel/rial.ts'
import { PaperIssue, PayMonth } from './paper-issue.model.ts'

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
    recipient: z.object({
      name: z.string().min(1),
      branchName: z.string().min(2),
    }),
    person: z.object({
      fullName: z.string().min(1),
      fatherName: z.string().min(1).nullable(),
      nationalId: z.string().regex(/^(\d{10}|\d{12})$/),
      birthDay: Day.nullable(),
      birthCertificateNumber: z.string().min(1).nullable(),
      birthCertificatePlace: z.string().min(1).nullable(),
    }),
    insuranceNumber: z.string().min(1).nullable(),
    pensionNumber: z.string().regex(/^\d{6,10}$/),
    pensionType: z.enum(['RETIREMENT', 'DISABILITY_TOTAL', 'DISABILITY_PARTIAL', 'SURVIVORS']),
    establishedOn: Day,
    branch: z.object({ code: z.string().min(1), name: z.string().min(1) }),
    period: PayMonth,
    gross: Rial,
    deductions: Rial,
    net: Rial,
    commitments: z.array(InstalmentCommitment).nullable(),
  })
  .refine((paper) => paper.gross - paper.deductions === paper.net, { path: ['net'] })
export type SalaryCertificate = z.infer<typeof SalaryCertificate>
