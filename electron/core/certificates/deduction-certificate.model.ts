import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Rial } from '#core/kernel/rial.ts'
import { PensionNumber } from '#core/pensions/pension.model.ts'
import { RecipientBranch } from './recipient-branch.model.ts'
import { PayMonth } from './paper-issue.model.ts'
import { PaperPersonId } from './paper-person.model.ts'
import { pensionCertificateShape } from './pension-certificate.model.ts'

/** Whose loan the pensioner guarantees; the field is null when it is his own. */
export const Borrower = z.object({
  firstName: z.string().trim().min(2).max(100),
  lastName: z.string().trim().min(2).max(100),
  nationalId: PaperPersonId,
  birthDay: Day,
})
export type Borrower = z.infer<typeof Borrower>

/**
 * What is asked for a deduction certificate. The limits of the instalment and its count are dated parameters and
 * belong to the rule, not to this form. `firstDue`: the month of the first instalment.
 */
export const DeductionCertificateOrder = z.object({
  kind: z.literal('deduction-certificate'),
  pensionNumber: PensionNumber,
  institutionCode: z.string().min(1).max(20),
  recipientBranch: RecipientBranch,
  borrower: Borrower.nullable(),
  loan: Rial,
  instalment: Rial,
  count: z.number().int().positive().max(1000),
  guarantee: Rial,
  firstDue: PayMonth,
})
export type DeductionCertificateOrder = z.infer<typeof DeductionCertificateOrder>

/**
 * گواهی کسر اقساط: a commitment to deduct loan instalments from the pension on the bank's written notice.
 * `repayment` = instalment × count, and the guarantee is not below it. `lastDue` is the month of the last instalment.
 */
export const DeductionCertificate = z
  .object({
    kind: z.literal('deduction-certificate'),
    ...pensionCertificateShape,
    borrower: z
      .object({ fullName: z.string().min(1), nationalId: PaperPersonId, birthDay: Day })
      .nullable(),
    loan: Rial,
    instalment: Rial,
    count: z.number().int().positive(),
    repayment: Rial,
    guarantee: Rial,
    firstDue: PayMonth,
    lastDue: PayMonth,
  })
  .refine((paper) => paper.gross - paper.deductions === paper.net, { path: ['net'] })
  .refine((paper) => BigInt(paper.instalment) * BigInt(paper.count) === BigInt(paper.repayment), {
    path: ['repayment'],
  })
  .refine((paper) => paper.guarantee >= paper.repayment, { path: ['guarantee'] })
export type DeductionCertificate = z.infer<typeof DeductionCertificate>
