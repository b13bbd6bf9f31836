import { z } from 'zod'
import { RequestPaper } from '#core/requests/request-paper.model.ts'

/** The ways to a retirement pension, as art. 76 and its notes have them. */
export const RetirementPath = z.enum([
  'AGE',
  'SERVICE',
  'SERVICE_WITHOUT_EXTRA',
  'FULL_SERVICE',
  'HAZARDOUS',
  'WOMAN_WORKER',
  'PROPORTIONAL',
])
export type RetirementPath = z.infer<typeof RetirementPath>

/** What kind of work the record is of; the organisation's data does not tell it. */
export const RetirementWork = z.enum([
  'ORDINARY',
  'HAZARDOUS_CONTINUOUS',
  'HAZARDOUS_INTERRUPTED',
  'WOMAN_WORKER',
])
export type RetirementWork = z.infer<typeof RetirementWork>

/** Who asks: the insured person, or the employer of someone who is long past the age. */
export const RetirementApplicant = z.enum(['INSURED', 'EMPLOYER'])
export type RetirementApplicant = z.infer<typeof RetirementApplicant>

/**
 * The whole form, as filed. `hazardousYears` are whole years in hard and harmful jobs by the ruling of the committee;
 * `workshopCode` is that of the employer who asks.
 */
export const RetirementForm = z.object({
  applicant: RetirementApplicant,
  workshopCode: z
    .string()
    .regex(/^\d{10}$/, 'format')
    .nullable(),
  work: RetirementWork,
  hazardousYears: z.int().min(0).max(45).nullable(),
  veteran: z.boolean(),
  path: RetirementPath,
  papers: z.array(RequestPaper),
  note: z.string().trim().max(500),
})
export type RetirementForm = z.infer<typeof RetirementForm>
