import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { ContributionHistory } from './contribution.model.ts'

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
})
export type InsuredProfile = z.infer<typeof InsuredProfile>

/** The insured role of an open file: its numbers and the whole record, month by month. */
export const InsuredFile = z.object({
  profiles: z.array(InsuredProfile),
  history: ContributionHistory,
  /** The day on which the central data was frozen; later months are not in yet. */
  dataAsOf: Day.nullable(),
})
export type InsuredFile = z.infer<typeof InsuredFile>
