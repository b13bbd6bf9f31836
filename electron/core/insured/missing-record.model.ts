import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { identifierField } from '#core/kernel/identifier-field.ts'
import { checkBranchCode, checkWorkshopCode } from '#core/kernel/identifiers.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'
import { InsuranceType } from './insured.model.ts'
import { ReferenceCode, TypedCount } from './record-objection.model.ts'

/** Rows of one request. */
export const MISSING_LINES = 20

/** The ten digits of a workshop, or empty where the person does not know them. */
const OptionalWorkshopCode = z
  .string()
  .max(60)
  .transform((text, context) => {
    if (text.trim() === '') return ''
    const checked = checkWorkshopCode(text)
    if (checked.ok) return checked.value
    context.addIssue({ code: 'custom', message: checked.fault })
    return z.NEVER
  })

/** A name or an address; while it is empty it is asked for, not found fault with. */
function told(least: number, most: number) {
  return z
    .string()
    .trim()
    .max(most)
    .refine((text) => text !== '', { error: 'required', abort: true })
    .refine((text) => text.length >= least, { error: 'too_small' })
}

const ToldDay = z
  .string()
  .refine((text) => text.trim() !== '', { error: 'required', abort: true })
  .pipe(Day)

/** One stretch of work that the record does not have. */
export const MissingWork = z.object({
  branchCode: identifierField(checkBranchCode),
  insuranceType: InsuranceType,
  workshopCode: OptionalWorkshopCode,
  workshopName: told(2, 120),
  employerName: told(3, 120),
  address: told(5, 300),
  from: ToldDay,
  to: ToldDay,
  days: TypedCount,
})
export type MissingWork = z.infer<typeof MissingWork>

/** A request for records that are missing, as filed. */
export const MissingRecordForm = z.object({
  lines: z
    .array(MissingWork)
    .max(MISSING_LINES)
    .refine((lines) => lines.length > 0, { error: 'required' }),
  referenceCode: ReferenceCode,
  papers: z.array(RequestPaper),
  note: z.string().trim().max(500),
})
export type MissingRecordForm = z.infer<typeof MissingRecordForm>
