import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { identifierField } from '#core/kernel/identifier-field.ts'
import { checkPersonId } from '#core/kernel/identifiers.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'

/** The whole form, as filed. The booleans are what the papers on the counter show. */
export const MarriageForm = z.object({
  marriageDate: Day,
  permanent: z.boolean(),
  registered: z.boolean(),
  firstMarriage: z.boolean(),
  employedOnWeddingDay: z.boolean(),
  spouseId: identifierField(checkPersonId),
  spouseName: z.string().trim().min(3).max(120),
  deedNumber: z
    .string()
    .trim()
    .regex(/^[\p{N}\p{L}/ -]{1,20}$/u, 'format'),
  registryOffice: z.string().trim().min(1).max(80),
  papers: z.array(RequestPaper),
  note: z.string().trim().max(500),
})
export type MarriageForm = z.infer<typeof MarriageForm>
