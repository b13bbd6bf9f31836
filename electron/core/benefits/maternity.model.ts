import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { identifierField } from '#core/kernel/identifier-field.ts'
import { checkMedicalCouncilCode, checkPersonId } from '#core/kernel/identifiers.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'

/** Whether the child is there yet; before it `birthDate` is the day the doctor expects. */
export const PregnancyStatus = z.enum(['EXPECTED', 'BORN'])
export type PregnancyStatus = z.infer<typeof PregnancyStatus>

export const BirthKind = z.enum(['SINGLE', 'TWINS', 'TRIPLETS'])
export type BirthKind = z.infer<typeof BirthKind>

/** The kinds of request of the public application, by how long the leave may be; TRIPLETS or more for a year. */
export const MaternityLeave = z.enum(['SIX_MONTHS', 'NINE_MONTHS', 'ONE_YEAR'])
export type MaternityLeave = z.infer<typeof MaternityLeave>

/** Newborns whose number can be told, by kind of pregnancy; of more than three the form takes the first three. */
export const NEWBORNS: Readonly<Record<BirthKind, number>> = { SINGLE: 1, TWINS: 2, TRIPLETS: 3 }

/** The fields for the newborns, in their order. */
export const NEWBORN_FIELDS = ['newbornId1', 'newbornId2', 'newbornId3'] as const

const NewbornId = identifierField(checkPersonId).nullable()

/** The whole form, as filed. `leaveStart` and `leaveEnd` are both days of the leave. */
export const MaternityForm = z.object({
  pregnancyStatus: PregnancyStatus,
  birthKind: BirthKind,
  birthDate: Day,
  leaveKind: MaternityLeave,
  leaveStart: Day,
  leaveEnd: Day,
  employedAtLeave: z.boolean(),
  notWorkingInLeave: z.boolean(),
  newbornId1: NewbornId,
  newbornId2: NewbornId,
  newbornId3: NewbornId,
  doctorName: z.string().trim().min(3).max(120),
  doctorCode: identifierField(checkMedicalCouncilCode),
  governmentStaff: z.boolean(),
  papers: z.array(RequestPaper),
  note: z.string().trim().max(500),
})
export type MaternityForm = z.infer<typeof MaternityForm>
