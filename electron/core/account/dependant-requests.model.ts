import { z } from 'zod'
import { MaritalStatus } from '#core/citizens/citizen.model.ts'
import { DependantRelation } from '#core/insured/insured.model.ts'
import { Day } from '#core/kernel/day.ts'
import { identifierField } from '#core/kernel/identifier-field.ts'
import { checkPersonId } from '#core/kernel/identifiers.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'
import { RequestStatus } from '#core/requests/request.model.ts'

/** ثبت فرد تبعی, as it is filed. What his relation does not ask is null or no. */
export const DependantAddForm = z.object({
  relation: DependantRelation,
  personId: identifierField(checkPersonId),
  fullName: z.string().trim().min(3).max(120),
  birthDate: Day,
  /** Asked of a daughter alone. */
  maritalStatus: MaritalStatus.nullable(),
  insuranceNumber: z.string().regex(/^\d{8,10}$/, 'format'),
  studying: z.boolean(),
  disabled: z.boolean(),
  /** A daughter has declared that she has no job. */
  noJob: z.boolean(),
  /** A parent is maintained by the insured person. */
  maintained: z.boolean(),
  papers: z.array(RequestPaper),
  note: z.string().trim().max(500),
})
export type DependantAddForm = z.infer<typeof DependantAddForm>

export const DependantEndReason = z.enum([
  'DIVORCE',
  'MARRIAGE',
  'WORK',
  'DEATH',
  'NOT_MAINTAINED',
  'OTHER_COVER',
])
export type DependantEndReason = z.infer<typeof DependantEndReason>

/** پایان تبعیت, as it is filed. */
export const DependantEndForm = z.object({
  /** `insuranceNumber/personId` of a present dependant. */
  dependant: z.string().regex(/^\d{8,10}\/\d{10,12}$/, 'format'),
  reason: DependantEndReason,
  endedOn: Day,
  papers: z.array(RequestPaper),
  note: z.string().trim().max(500),
})
export type DependantEndForm = z.infer<typeof DependantEndForm>

/** A request about a dependant that the centre's data does not show yet; `relation` is null where it is not known. */
export const DependantRequest = z.object({
  trackingCode: z.string(),
  kind: z.enum(['DEPENDANT_ADD', 'DEPENDANT_END']),
  status: RequestStatus,
  filedOn: Day,
  personId: z.string(),
  fullName: z.string(),
  relation: DependantRelation.nullable(),
})
export type DependantRequest = z.infer<typeof DependantRequest>

export const DependantRequests = z.array(DependantRequest)
