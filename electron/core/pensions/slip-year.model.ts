import { z } from 'zod'
import { Rial } from '#core/kernel/rial.ts'
import { SlipNotice } from './pension.model.ts'

/** Several slips together, in rial; `net` is the sum of what they state. */
export const SlipSum = z.object({
  slips: z.number().int(),
  payments: Rial,
  deductions: Rial,
  loans: Rial,
  net: Rial,
})
export type SlipSum = z.infer<typeof SlipSum>

/**
 * PAID: with a monthly slip. MISSING: a slip was due and the data have none. NOT_YET: the month is not over. OUTSIDE:
 * before the pension began, or after its end.
 */
export const SlipMonthState = z.enum(['PAID', 'MISSING', 'NOT_YET', 'OUTSIDE'])
export type SlipMonthState = z.infer<typeof SlipMonthState>

/** One month of a year at a glance. `monthly` leaves Eid bonus and arrears out, which stand apart. */
export const SlipMonth = z.object({
  month: z.number().int(),
  state: SlipMonthState,
  /** Of every kind, the monthly ones first. */
  slipNumbers: z.array(z.string()),
  monthly: SlipSum,
  eid: SlipSum,
  arrears: SlipSum,
  notices: z.array(SlipNotice),
})
export type SlipMonth = z.infer<typeof SlipMonth>

/** Twelve months of one file. `average` is the monthly net by paid month, rounded half up; null without any. */
export const SlipYear = z.object({
  pensionNumber: z.string(),
  year: z.number().int(),
  months: z.array(SlipMonth),
  monthly: SlipSum,
  eid: SlipSum,
  arrears: SlipSum,
  whole: SlipSum,
  paidMonths: z.number().int(),
  average: Rial.nullable(),
})
export type SlipYear = z.infer<typeof SlipYear>
