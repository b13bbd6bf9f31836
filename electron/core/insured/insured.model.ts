import { z } from 'zod'
import { MaritalStatus, Sex } from '#core/citizens/citizen.model.ts'
import { Day } from '#core/kernel/day.ts'
import { ContributionHistory, SpanLengths } from './contribution.model.ts'

export const InsuranceType = z.enum([
  'COMPULSORY',
  'VOLUNTARY',
  'SELF_EMPLOYED',
  'STUDENT',
  'DRIVER',
  'CONSTRUCTION',
  'CARPET',
  'AGREED',
  'UNEMPLOYMENT',
])
export type InsuranceType = z.infer<typeof InsuranceType>

/** One insurance number of the citizen. */
export const InsuredProfile = z.object({
  insuranceNumber: z.string(),
  insuranceType: InsuranceType,
  status: z.enum(['ACTIVE', 'INACTIVE', 'RETIRED', 'DECEASED']),
  registeredOn: Day.nullable(),
  branchCode: z.string(),
  branchName: z.string(),
  /** Span of the military service, where it is known. */
  militaryFrom: Day.nullable(),
  militaryTo: Day.nullable(),
})
export type InsuredProfile = z.infer<typeof InsuredProfile>

export const DependantRelation = z.enum(['SPOUSE', 'SON', 'DAUGHTER', 'FATHER', 'MOTHER'])
export type DependantRelation = z.infer<typeof DependantRelation>

/** A dependant of one of the citizen's insurance numbers, as the organisation has registered him. */
export const Dependant = z.object({
  insuranceNumber: z.string(),
  personId: z.string(),
  fullName: z.string(),
  sex: Sex,
  birthDate: Day,
  deathDate: Day.nullable(),
  maritalStatus: MaritalStatus,
  relation: DependantRelation,
  fromDate: Day,
  toDate: Day.nullable(),
  endReason: z.string().nullable(),
  studying: z.boolean(),
  disabled: z.boolean(),
})
export type Dependant = z.infer<typeof Dependant>

/** The insured role of an open file: its numbers and the whole record, month by month. */
export const InsuredFile = z.object({
  profiles: z.array(InsuredProfile),
  history: ContributionHistory,
  /** What the history was counted with, so that a part of it can be counted alike. */
  lengths: SpanLengths.nullable(),
  /** The day on which the central data was frozen; later months are not in yet. */
  dataAsOf: Day.nullable(),
})
export type InsuredFile = z.infer<typeof InsuredFile>
