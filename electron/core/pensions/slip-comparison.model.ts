import { z } from 'zod'
import { Reason } from '#core/kernel/decision.ts'
import { Rial } from '#core/kernel/rial.ts'
import { PaySlipLine, PaySlipSummary } from './pension.model.ts'

/** How a line of one slip stands in the other. SAME also where only the instalments left moved on. */
export const LineChange = z.enum(['SAME', 'CHANGED', 'ADDED', 'REMOVED'])
export type LineChange = z.infer<typeof LineChange>

/**
 * Why two slips differ, as far as the data of the centre say. A `loan-stopped` still had instalments left, which is
 * all that is known; `unknown` where nothing is.
 */
export const SlipReason = z.enum([
  'payment-type',
  'same-month',
  'decree-effective',
  'decree-issued',
  'days-paid',
  'share-began',
  'other-share-ended',
  'eid',
  'arrears',
  'loan-began',
  'loan-ended',
  'loan-stopped',
  'deduction-new',
  'deduction-gone',
  'unknown',
])
export type SlipReason = z.infer<typeof SlipReason>

/** One line of both slips, or of one. `difference` is `to` − `from` in rial, of whatever block; `why` null for SAME. */
export const ComparedLine = PaySlipLine.pick({ block: true, item: true, title: true }).extend({
  change: LineChange,
  from: Rial.nullable(),
  to: Rial.nullable(),
  remainingFrom: z.number().int().nullable(),
  remainingTo: z.number().int().nullable(),
  difference: z.number().int(),
  why: SlipReason.nullable(),
})
export type ComparedLine = z.infer<typeof ComparedLine>

/** `unlisted` is what of the difference no line accounts for: nothing, unless a slip has a notice. */
export const ComparedTotal = z.object({
  from: Rial,
  to: Rial,
  difference: z.number().int(),
  unlisted: z.number().int(),
})
export type ComparedTotal = z.infer<typeof ComparedTotal>

/** Two slips of one file, line by line and in total. `reasons` by a code of `SlipReason`, in the order of time. */
export const SlipComparison = z.object({
  from: PaySlipSummary,
  to: PaySlipSummary,
  lines: z.array(ComparedLine),
  payments: ComparedTotal,
  deductions: ComparedTotal,
  loans: ComparedTotal,
  net: ComparedTotal,
  reasons: z.array(Reason),
})
export type SlipComparison = z.infer<typeof SlipComparison>
