import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { identifierField } from '#core/kernel/identifier-field.ts'
import { checkWorkshopCode } from '#core/kernel/identifiers.ts'
import { storedText } from '#core/kernel/text.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'

/** The kinds of insurance that may begin with a first number: by an employer, or by one's own work. */
export const FirstInsurance = z.enum([
  'COMPULSORY',
  'SELF_EMPLOYED',
  'DRIVER',
  'CONSTRUCTION',
  'CARPET',
])
export type FirstInsurance = z.infer<typeof FirstInsurance>

/** The whole form, as filed. The workplace is that of an employer, null where somebody insures his own work. */
export const InsuranceNumberForm = z.object({
  insuranceType: FirstInsurance,
  workshopCode: identifierField(checkWorkshopCode).nullable(),
  workshopName: z
    .string()
    .max(120)
    .transform((text) => storedText(text) || null)
    .nullable(),
  startDate: Day.nullable(),
  job: z.string().trim().min(2).max(80),
  papers: z.array(RequestPaper),
  note: z.string().trim().max(500),
})
export type InsuranceNumberForm = z.infer<typeof InsuranceNumberForm>
