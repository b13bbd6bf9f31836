import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Rial } from '#core/kernel/rial.ts'
import { ContributionRow, JalaliMonth, RecordType } from './contribution.model.ts'

/** What tells one line of records from another; years stand beside it. No workshop for the self-employed. */
export const RecordKey = z.object({
  insuranceNumber: z.string().max(10),
  workshopCode: z.string().max(10).nullable(),
  branchCode: z.string().max(10),
  contractRow: z.string().max(3),
  recordType: RecordType,
})
export type RecordKey = z.infer<typeof RecordKey>

/** What looks wrong in a record, in the order in which a month is judged. */
export const FindingCode = z.enum([
  'DAYS_BEYOND_MONTH',
  'SAME_MONTH_TWICE',
  'FEW_DAYS',
  'GAP',
  'WAGE_ZERO',
  'WAGE_BELOW_MINIMUM',
  'WAGE_DROP',
  'OVERLAP',
])
export type FindingCode = z.infer<typeof FindingCode>

/** A month of a finding: what is recorded and what Bajeh would claim; null where only the person knows. */
export const FoundMonth = JalaliMonth.extend({
  recordedDays: z.int(),
  recordedWage: Rial,
  claimedDays: z.int().nullable(),
  claimedWage: Rial.nullable(),
})
export type FoundMonth = z.infer<typeof FoundMonth>

/**
 * Something that looks wrong in consecutive months of one line of records, newest first. HIGH rests on the record
 * itself or on a published figure; LOW may well be right and only deserves a question. `missing`: a year has no row
 * to object to, so it is filed as a missing record.
 */
export const RecordFinding = z.object({
  code: FindingCode,
  severity: z.enum(['HIGH', 'LOW']),
  record: RecordKey,
  workshopName: z.string().nullable(),
  months: z.array(FoundMonth).min(1).readonly(),
  missing: z.boolean(),
})
export type RecordFinding = z.infer<typeof RecordFinding>

/** The record as it may be objected to, and what Bajeh noticed in it. */
export const RecordFindings = z.object({
  rows: z.array(ContributionRow).readonly(),
  findings: z.array(RecordFinding).readonly(),
  /** The day on which the central data was frozen. */
  dataAsOf: Day.nullable(),
  today: Day,
  /** The last day on which missing work may have ended; null when the parameter is not known. */
  lastEnd: Day.nullable(),
})
export type RecordFindings = z.infer<typeof RecordFindings>
