import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Rial } from '#core/kernel/rial.ts'
import { DecreeNotice } from '#core/pensions/decree.model.ts'
import { PensionNumber, Relation } from '#core/pensions/pension.model.ts'
import { PaperIssue, PayMonth } from './paper-issue.model.ts'
import { NamedBranch, PaperPerson } from './paper-person.model.ts'

export const DecreeOrder = z.object({
  kind: z.literal('decree'),
  pensionNumber: PensionNumber,
  decreeNumber: z.string().min(1).max(20),
})
export type DecreeOrder = z.infer<typeof DecreeOrder>

export const DecreePaperLine = z.object({
  title: z.string().min(1),
  before: Rial,
  after: Rial,
})
export type DecreePaperLine = z.infer<typeof DecreePaperLine>

/** An heir on the decree of a survivors' file; `shareBp` in 1/10000. Other heirs appear without their amount. */
export const HeirShare = z.object({
  fullName: z.string().min(1),
  relation: Relation,
  shareBp: z.number().int().min(0).max(10_000),
  amount: Rial.nullable(),
  until: Day.nullable(),
  own: z.boolean(),
})
export type HeirShare = z.infer<typeof HeirShare>

/** A decree that came late: so much a month, for so many months; `overpaid` where it was paid too much. */
export const PaperArrears = z.object({
  monthly: Rial,
  months: z.number().int().positive(),
  from: PayMonth,
  to: PayMonth,
  sum: Rial,
  overpaid: z.boolean(),
})
export type PaperArrears = z.infer<typeof PaperArrears>

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, each) => sum + BigInt(each), 0n)

/**
 * حکم مستمری: the yearly decree, before and after the increase, for the whole file; both columns sum to their totals.
 * `owner` is the deceased on a survivors' file, else null. `payable` is the present monthly gross of the person's share,
 * `ownAfter` what this decree gives it where that differs, on a survivors' file. `replaces` and `replacedBy` are decrees of the same year.
 * What came late is estimated, for the whole file. A statement kept before these were stated says nothing of them.
 */
export const DecreePaper = z
  .object({
    kind: z.literal('decree'),
    issue: PaperIssue,
    trackingCode: z.string().min(1).max(20),
    person: PaperPerson,
    owner: z.object({ fullName: z.string().min(1) }).nullable(),
    insuranceNumber: z.string().min(1).nullable(),
    pensionNumber: PensionNumber,
    pensionType: z.enum(['RETIREMENT', 'DISABILITY_TOTAL', 'DISABILITY_PARTIAL', 'SURVIVORS']),
    branch: NamedBranch,
    establishedOn: Day,
    contributionDays: z.number().int().nonnegative().nullable(),
    averageWage: Rial.nullable(),
    proportional: z.boolean(),
    decreeNumber: z.string().min(1),
    decreeKind: z.enum(['ANNUAL', 'PROVISIONAL', 'CORRECTED', 'ESTABLISHMENT']),
    year: z.number().int(),
    month: z.number().int().min(1).max(12),
    decidedOn: Day,
    effectiveOn: Day,
    basis: z.string().min(1).nullable(),
    lines: z.array(DecreePaperLine),
    totalBefore: Rial,
    totalAfter: Rial,
    payable: Rial,
    heirs: z.array(HeirShare),
    ownAfter: Rial.nullable().default(null),
    replaces: z.string().min(1).nullable().default(null),
    replacedBy: z.string().min(1).nullable().default(null),
    arrears: z.array(PaperArrears).default([]),
    notices: z.array(DecreeNotice).default([]),
  })
  .refine((paper) => sumOf(paper.lines.map((line) => line.before)) === BigInt(paper.totalBefore), {
    path: ['totalBefore'],
  })
  .refine((paper) => sumOf(paper.lines.map((line) => line.after)) === BigInt(paper.totalAfter), {
    path: ['totalAfter'],
  })
export type DecreePaper = z.infer<typeof DecreePaper>
