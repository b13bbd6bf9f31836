import { z } from 'zod'
import { Rial } from '#core/kernel/rial.ts'

/** Kinds of contribution record, as in the extract. */
export const RecordType = z.enum([
  'COMPULSORY',
  'VOLUNTARY',
  'SELF_EMPLOYED',
  'STUDENT',
  'DRIVER',
  'CONSTRUCTION',
  'CARPET',
  'AGREED',
  'UNEMPLOYMENT',
  'SICKNESS',
  'MATERNITY',
  'MILITARY',
  'FRONT',
  'TRANSFER',
  'CREDITED',
  'TOPUP',
])
export type RecordType = z.infer<typeof RecordType>

const Year = z.int().min(1250).max(1499)
const Month = z.int().min(1).max(12)

function isTwelve(value: unknown, accepts: (month: number) => boolean): boolean {
  return (
    Array.isArray(value) &&
    value.length === 12 &&
    value.every((month) => Number.isSafeInteger(month) && accepts(month as number))
  )
}

// A long file has hundreds of rows: each is checked in one step, not month by month as a schema of its own.
const TwelveDays = z.custom<readonly number[]>((value) =>
  isTwelve(value, (days) => days >= 0 && days <= 31),
)
const TwelveWages = z.custom<readonly Rial[]>((value) => isTwelve(value, (wage) => wage >= 0))

/**
 * One year of one person at one workshop, contract row and record type. `days` and `wages` have twelve places,
 * Farvardin first; wages are rial and missing (0) before 1386. No workshop for the self-employed and the like.
 */
export const ContributionRow = z.object({
  insuranceNumber: z.string(),
  year: Year,
  workshopCode: z.string().nullable(),
  workshopName: z.string().nullable(),
  branchCode: z.string(),
  contractRow: z.string(),
  recordType: RecordType,
  days: TwelveDays,
  wages: TwelveWages,
})
export type ContributionRow = z.infer<typeof ContributionRow>

export const JalaliMonth = z.object({ year: Year, month: Month })
export type JalaliMonth = z.infer<typeof JalaliMonth>

/**
 * All records of one month together: `days` capped at the month's `length`, `wage` the sum. `recordedDays` before
 * the cap; `rows` counts the records with days or wage, so more than one is an overlap.
 */
export const ContributionMonth = z.object({
  month: Month,
  length: z.int(),
  days: z.int(),
  recordedDays: z.int(),
  wage: Rial,
  rows: z.int(),
})
export type ContributionMonth = z.infer<typeof ContributionMonth>

export const ContributionYear = z.object({
  year: Year,
  months: z.array(ContributionMonth).length(12).readonly(),
  days: z.int(),
  wage: Rial,
  rows: z.array(ContributionRow).readonly(),
})
export type ContributionYear = z.infer<typeof ContributionYear>

/** Days told as years, months and days by the lengths the organisation counts with (365 and 30). */
export const RecordSpan = z.object({
  totalDays: z.int(),
  years: z.int(),
  months: z.int(),
  days: z.int(),
})
export type RecordSpan = z.infer<typeof RecordSpan>

/** Months without a day between two that have some; both ends included. */
export const ContributionGap = z.object({ from: JalaliMonth, to: JalaliMonth, months: z.int() })
export type ContributionGap = z.infer<typeof ContributionGap>

/** Days of a year and of a month as records are told in years and months (365 and 30): dated parameters. */
export const SpanLengths = z.object({ yearDays: z.int().positive(), monthDays: z.int().positive() })
export type SpanLengths = z.infer<typeof SpanLengths>

/**
 * A record, whole or the part that was asked for, newest year first. `span` is null without the lengths to count with.
 * `lowMonths` have some days but not all; `overlaps` more than one record.
 */
export const ContributionHistory = z.object({
  years: z.array(ContributionYear).readonly(),
  totalDays: z.int(),
  totalWage: Rial,
  span: RecordSpan.nullable(),
  firstMonth: JalaliMonth.nullable(),
  lastPaidMonth: JalaliMonth.nullable(),
  gaps: z.array(ContributionGap).readonly(),
  lowMonths: z.array(JalaliMonth).readonly(),
  overlaps: z.array(JalaliMonth).readonly(),
})
export type ContributionHistory = z.infer<typeof ContributionHistory>
