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
const OptionalWorkshopCode = z.union([
  z
    .string()
    .regex(/^\s*$/)
    .transform(() => ''),
  identifierField(checkWorkshopCode),
])

/** One stretch of work that the record does not have. */
export const MissingWork = z.object({
  branchCode: identifierField(checkBranchCode),
  insuranceType: InsuranceType,
  workshopCode: OptionalWorkshopCode,
  workshopName: z.string().trim().min(2).max(120),
  employerName: z.string().trim().min(3).max(120),
  address: z.string().trim().min(5).max(300),
  from: Day,
  to: Day,
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
