import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Figure, Reason } from '#core/kernel/decision.ts'
import { Rial } from '#core/kernel/rial.ts'

export const DecreeKind = z.enum(['ANNUAL', 'PROVISIONAL', 'CORRECTED', 'ESTABLISHMENT'])
export type DecreeKind = z.infer<typeof DecreeKind>

/** What is wrong with a decree as the centre sent it; shown and printed beside its figures, never corrected. */
export const DecreeNotice = z.enum([
  'NO_LINES',
  'BEFORE_DIFFERS',
  'AFTER_DIFFERS',
  'FORMER_DIFFERS',
  'FORMER_YEAR_MISSING',
  'SAME_KIND_TWICE',
  'NOTHING_CORRECTED',
  'ISSUED_BEFORE_YEAR',
  'EFFECTIVE_OUT_OF_YEAR',
  'EFFECTIVE_AFTER_ISSUED',
  'EFFECTIVE_AFTER_NEXT',
])
export type DecreeNotice = z.infer<typeof DecreeNotice>

/** How an amount moved. `difference` in rial, negative when it fell; `bp` of the amount before, null where that is 0. */
export const Movement = z.object({
  change: z.enum(['NEW', 'GONE', 'RAISED', 'CUT', 'SAME']),
  difference: z.int(),
  bp: z.int().nullable(),
})
export type Movement = z.infer<typeof Movement>

export const DecreeLine = Movement.extend({
  item: z.string(),
  title: z.string(),
  amountBefore: Rial,
  amountAfter: Rial,
})
export type DecreeLine = z.infer<typeof DecreeLine>

/** One decree of a year that came late: `monthly` × `months` is owed, in rial; negative: paid too much. */
export const ArrearsStep = z.object({
  decreeNumber: z.string(),
  monthly: z.int(),
  months: z.int().positive(),
  /** First and last month owed, as year × 100 + month. */
  from: z.int(),
  to: z.int(),
  sum: z.int(),
})
export type ArrearsStep = z.infer<typeof ArrearsStep>

/**
 * What the decrees of one year that came late owe for the months between, in rial, for the whole file and for the
 * citizen's own share; `slips`: the gross of the arrears that were paid to him in that year.
 */
export const DecreeArrears = z.object({
  steps: z.array(ArrearsStep),
  sum: z.int(),
  own: z.int(),
  slips: z.array(z.object({ slipNumber: z.string(), year: z.int(), month: z.int(), amount: Rial })),
  paid: Rial,
})
export type DecreeArrears = z.infer<typeof DecreeArrears>

/**
 * A decree among those of its file. Totals are for the whole file; `own` is what its lines give the citizen's share,
 * each rounded down to one rial. `counts`: the one that stands for its year; exactly one of a year does. `replaces`:
 * the decree of its year whose place it took. `fellAway`: lines of the decree before that it does not name any more.
 * `arrears` only on the one that counts.
 */
export const Decree = z.object({
  decreeNumber: z.string(),
  year: z.number().int(),
  month: z.number().int(),
  kind: DecreeKind,
  issuedOn: Day,
  effectiveOn: Day,
  totalBefore: Rial,
  totalAfter: Rial,
  total: Movement,
  basis: z.string().nullable(),
  lines: z.array(DecreeLine),
  fellAway: z.array(z.object({ item: z.string(), title: z.string(), amount: Rial })),
  own: z.object({ shareBp: z.int(), before: Rial, after: Rial }),
  counts: z.boolean(),
  replaces: z.string().nullable(),
  replacedBy: z.string().nullable(),
  arrears: DecreeArrears.nullable(),
  notices: z.array(DecreeNotice),
})
export type Decree = z.infer<typeof Decree>

/**
 * Where a line of a decree comes from. `expected` is what the dated parameters give for it, `steps` the way there;
 * `estimated`: the way is a choice or rests on an uncertain value, so it binds nobody. Where nothing can be said,
 * `expected` is null and `because` says why.
 */
export const LineExplanation = z.object({
  item: z.string(),
  articles: z.array(z.string()),
  expected: Rial.nullable(),
  agrees: z.boolean().nullable(),
  estimated: z.boolean(),
  steps: z.array(Figure),
  because: z.array(Reason),
})
export type LineExplanation = z.infer<typeof LineExplanation>

/** One explanation for each line, in their order; `absent`: lines that the law gives and the decree does not name. */
export const DecreeExplanation = z.object({
  decreeNumber: z.string(),
  lines: z.array(LineExplanation),
  absent: z.array(LineExplanation),
})
export type DecreeExplanation = z.infer<typeof DecreeExplanation>
