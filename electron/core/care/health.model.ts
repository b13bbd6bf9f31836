import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Instant } from '#core/kernel/instant.ts'
import { Relation } from '#core/pensions/pension.model.ts'
import { VisitId } from '#core/visits/visit.model.ts'

export const HealthCategory = z.enum(['DRUG', 'VISIT', 'PARACLINIC', 'MEDICAL_SERVICE', 'PHARMACY'])
export type HealthCategory = z.infer<typeof HealthCategory>

/** One prescription or visit: all that a counter may know of it. What was prescribed, why and its price are nowhere. */
export const HealthRow = z.object({
  trackingCode: z.string(),
  personId: z.string(),
  category: HealthCategory,
  issuedOn: Day,
  visitTime: z.string().nullable(),
  doctorName: z.string().nullable(),
  centre: z.string().nullable(),
})
export type HealthRow = z.infer<typeof HealthRow>

/** Why the list of a dependant stays closed in this visit. */
export const HealthClosed = z.enum(['ADULT', 'NOT_A_CHILD', 'ENDED', 'NOT_IN_PERSON'])
export type HealthClosed = z.infer<typeof HealthClosed>

/** The citizen of the file or a dependant of his; `closed` null where the rows are among those shown. */
export const HealthPerson = z.object({
  personId: z.string(),
  fullName: z.string(),
  relation: Relation,
  closed: HealthClosed.nullable(),
})
export type HealthPerson = z.infer<typeof HealthPerson>

/** Why a list is opened: typed anew for each opening, and kept. */
export const OpenHealth = z.object({
  visitId: VisitId,
  reason: z.string().trim().min(3).max(300),
})
export type OpenHealth = z.infer<typeof OpenHealth>

/** An opened list, newest first. It is shown once and kept nowhere. */
export const OpenedHealth = z.object({
  openedAt: Instant,
  people: z.array(HealthPerson).readonly(),
  rows: z.array(HealthRow).readonly(),
})
export type OpenedHealth = z.infer<typeof OpenedHealth>
