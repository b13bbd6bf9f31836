import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { identifierField } from '#core/kernel/identifier-field.ts'
import { checkPersonId } from '#core/kernel/identifiers.ts'
import { Rial } from '#core/kernel/rial.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'

/** The three rates of the self-employed scheme; each covers what the one before it covers, and more. */
export const StudentRate = z.enum(['STUDENT_LOW', 'STUDENT_MIDDLE', 'STUDENT_HIGH'])
export type StudentRate = z.infer<typeof StudentRate>

/** Who signs the contract: the student himself, or by a court's order or by nature who stands for him. */
export const ContractSigner = z.enum(['APPLICANT', 'GUARDIAN', 'NATURAL_GUARDIAN'])
export type ContractSigner = z.infer<typeof ContractSigner>

/**
 * The whole form, as filed. `income` is the monthly income that the premium is reckoned from, of thirty days. The
 * guardian's number is null unless a guardian signs, the day of the order unless a court appointed him.
 */
export const StudentContractForm = z.object({
  university: z.string().trim().min(3).max(120),
  studentNumber: z
    .string()
    .trim()
    .regex(/^[\p{N}\p{L}/-]{1,20}$/u, 'format'),
  recognisedUniversity: z.boolean(),
  income: Rial,
  rate: StudentRate,
  signer: ContractSigner,
  guardianId: identifierField(checkPersonId).nullable(),
  guardianshipDate: Day.nullable(),
  papers: z.array(RequestPaper),
  note: z.string().trim().max(500),
})
export type StudentContractForm = z.infer<typeof StudentContractForm>
