import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Instant } from '#core/kernel/instant.ts'
import { RequestKind } from '#core/requests/request.model.ts'

/** What is counted: requests by the day of filing, all else by the step that it was. */
export const Deed = z.enum([
  'FILED',
  'ASKED',
  'RETURNED',
  'PROCESSED',
  'APPROVED',
  'REFUSED',
  'WITHDRAWN',
])
export type Deed = z.infer<typeof Deed>

export const DeedCounts = z.record(Deed, z.number().int().nonnegative())
export type DeedCounts = z.infer<typeof DeedCounts>

/** How long something took, in whole minutes: the middle one, and the one that nine of ten stay within. */
export const Spread = z.object({
  count: z.number().int().positive(),
  median: z.number().int().nonnegative(),
  ninety: z.number().int().nonnegative(),
})
export type Spread = z.infer<typeof Spread>

/** From filing to whatever the branch first did with it, and to its decision; null where there was none. */
export const Times = z.object({ firstAct: Spread.nullable(), decision: Spread.nullable() })
export type Times = z.infer<typeof Times>

export const ReportWhose = z.enum(['BRANCH', 'MINE'])

/** The longest period of a report, days. */
export const LONGEST_REPORT = 366

export const ReportQuery = z
  .object({
    /** Both days count. */
    from: Day,
    to: Day,
    whose: ReportWhose,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'before-from' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < LONGEST_REPORT * 86_400_000, {
    path: ['from'],
    error: 'too-long',
  })
export type ReportQuery = z.infer<typeof ReportQuery>

export const ClerkLine = z.object({
  clerkId: z.string(),
  fullName: z.string(),
  clerkCode: z.string(),
  counts: DeedCounts,
})

export const KindLine = Times.extend({ kind: RequestKind, counts: DeedCounts })

/** What a branch, or one clerk of it, did with requests filed here in a period. */
export const DayReport = Times.extend({
  from: Day,
  to: Day,
  whose: ReportWhose,
  totals: DeedCounts,
  /** Whoever did anything, the busiest first. */
  clerks: z.array(ClerkLine),
  /** The most frequent first. */
  kinds: z.array(KindLine),
})
export type DayReport = z.infer<typeof DayReport>

/** A report as its sheet says it; it is no issued paper and has no number. */
export const ReportSheet = z.object({
  office: z.object({
    kind: z.enum(['real', 'demonstration', 'test']),
    branchCode: z.string(),
    branchName: z.string(),
    province: z.string(),
  }),
  at: Instant,
  /** Who asked for it. */
  clerk: z.object({ fullName: z.string(), clerkCode: z.string() }),
  report: DayReport,
  /** What the kinds in the report are called. */
  kindNames: z.partialRecord(RequestKind, z.string()),
})
export type ReportSheet = z.infer<typeof ReportSheet>
