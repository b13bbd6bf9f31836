import type { Instant } from '#core/kernel/instant.ts'
import type { RequestKind } from '#core/requests/request.model.ts'
import type { Deed, ReportQuery, ReportSheet } from './report.model.ts'

/** So many deeds of one clerk with one kind; null for a deed of nobody here. */
export interface CountedDeed {
  readonly deed: Deed
  readonly clerkId: string | null
  readonly kind: RequestKind
  readonly count: number
}

/** How long one request took to a step that fell into the period. */
export interface TimedStep {
  readonly step: 'firstAct' | 'decision'
  readonly kind: RequestKind
  readonly filedAt: Instant
  readonly at: Instant
}

export interface ReportScope extends Pick<ReportQuery, 'from' | 'to'> {
  readonly branchCode: string
  /** One clerk's part of it, null for the whole branch. */
  readonly clerkId: string | null
  /** The moments between which the period lies; the last one is outside. */
  readonly begin: Instant
  readonly end: Instant
}

/** What happened to requests filed here, by period. */
export interface Reports {
  countDeeds(scope: ReportScope): Promise<readonly CountedDeed[]>
  listSteps(scope: ReportScope): Promise<readonly TimedStep[]>
}

/** Draws the sheet of a report as a PDF. */
export type DrawReport = (sheet: ReportSheet) => Promise<Uint8Array>
