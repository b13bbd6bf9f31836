import { z } from 'zod'
import { Rial } from '#core/kernel/rial.ts'
import { PensionNumber } from '#core/pensions/pension.model.ts'
import { pensionCertificateShape } from './pension-certificate.model.ts'
import { RecipientBranch } from './recipient-branch.model.ts'

export const SalaryCertificateOrder = z.object({
  kind: z.literal('salary-certificate'),
  pensionNumber: PensionNumber,
  institutionCode: z.string().min(1).max(20),
  recipientBranch: RecipientBranch,
  /** The recipient asks what else the pension is bound to; left out, it does not. */
  withCommitments: z.boolean().optional(),
})
export type SalaryCertificateOrder = z.infer<typeof SalaryCertificateOrder>

/**
 * A deduction certificate still in force, stated when the recipient asks for commitments. Whose it is, how much a month
 * and how many are left is null where the centre does not tell.
 */
export const InstalmentCommitment = z.object({
  recipientName: z.string().min(1).nullable(),
  instalment: Rial.nullable(),
  remainingCount: z.number().int().nonnegative().nullable(),
})
export type InstalmentCommitment = z.infer<typeof InstalmentCommitment>

/**
 * گواهی حقوق: what the organisation states of one pension file to one recipient. Amounts are those
 * of `period`; gross − deductions = net. `commitments` is null when the recipient did not ask.
 */
export const SalaryCertificate = z
  .object({
    kind: z.literal('salary-certificate'),
    ...pensionCertificateShape,
    commitments: z.array(InstalmentCommitment).nullable(),
  })
  .refine((paper) => paper.gross - paper.deductions === paper.net, { path: ['net'] })
export type SalaryCertificate = z.infer<typeof SalaryCertificate>
