import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Rial } from '#core/kernel/rial.ts'
import { JalaliMonth, RecordSpan, RecordType } from '#core/insured/contribution.model.ts'
import { PaperIssue } from './paper-issue.model.ts'
import { NamedBranch, PaperPerson } from './paper-person.model.ts'

/**
 * ALL: every record, days only. WAGES: records with wages, which exist since 1386. COMBINED: every record, with wages
 * where there are any («سوابق تلفیقی»).
 */
export const RecordScope = z.enum(['ALL', 'WAGES', 'COMBINED'])
export type RecordScope = z.infer<typeof RecordScope>

export const RecordStatementOrder = z.object({
  kind: z.literal('record-statement'),
  scope: RecordScope,
})
export type RecordStatementOrder = z.infer<typeof RecordStatementOrder>

/** One year at one workshop: twelve places of days and of wages, Farvardin first. */
export const RecordRow = z.object({
  year: z.number().int(),
  workshopCode: z.string().min(1).nullable(),
  workshopName: z.string().min(1).nullable(),
  branchCode: z.string().min(1),
  recordType: RecordType,
  days: z.array(z.number().int().min(0).max(31)).length(12),
  /** Null where the scope states no wages, or before 1386. */
  wages: z.array(Rial).length(12).nullable(),
  yearDays: z.number().int(),
  yearWage: Rial.nullable(),
})
export type RecordRow = z.infer<typeof RecordRow>

/** What a statement and a certificate of records both say of the whole record. */
export const RecordTotals = z.object({
  scope: RecordScope,
  /** The day on which the centre's data was frozen: later months are not in yet. */
  asOf: Day,
  /** Capped: days of overlapping records never exceed their month. */
  totalDays: z.number().int().nonnegative(),
  span: RecordSpan.nullable(),
  firstMonth: JalaliMonth.nullable(),
  lastMonth: JalaliMonth.nullable(),
  /** Sum of the wages stated; null when the scope states none. */
  totalWage: Rial.nullable(),
})
export type RecordTotals = z.infer<typeof RecordTotals>

/** ریز سوابق: every year and workshop, oldest first, with the totals of the whole record. */
export const RecordStatement = z.object({
  kind: z.literal('record-statement'),
  issue: PaperIssue,
  trackingCode: z.string().min(1).max(20),
  person: PaperPerson,
  insuranceNumbers: z.array(z.string().min(1)).min(1),
  branch: NamedBranch,
  totals: RecordTotals,
  rows: z.array(RecordRow),
})
export type RecordStatement = z.infer<typeof RecordStatement>
