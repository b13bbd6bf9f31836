import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Rial } from '#core/kernel/rial.ts'

export const PensionType = z.enum([
  'RETIREMENT',
  'DISABILITY_TOTAL',
  'DISABILITY_PARTIAL',
  'SURVIVORS',
])
export const PensionStatus = z.enum(['ACTIVE', 'SUSPENDED', 'TERMINATED', 'PENDING'])
/** What a person whose pension is not paid can do about it. */
export const PensionNext = z.enum([
  'SHOW_LIFE',
  'SHOW_CONDITION',
  'PROVE_STUDIES',
  'DECLARE_NO_HUSBAND',
  'OBJECT',
  'AWAIT_DECREE',
])
export type PensionNext = z.infer<typeof PensionNext>
export const Relation = z.enum(['SELF', 'SPOUSE', 'SON', 'DAUGHTER', 'FATHER', 'MOTHER'])
export type Relation = z.infer<typeof Relation>

/**
 * One pension file of the citizen, with his own share of it. `shareBp` in 1/10000, `amount` the
 * present monthly gross of the share. `status` is the file's, `shareStatus` the share's.
 */
export const PensionFile = z.object({
  pensionNumber: z.string(),
  insuranceNumber: z.string(),
  pensionType: PensionType,
  status: PensionStatus,
  shareStatus: PensionStatus,
  relation: Relation,
  shareBp: z.number().int(),
  amount: Rial,
  ownerName: z.string(),
  branchCode: z.string(),
  branchName: z.string(),
  establishedOn: Day,
  endedOn: Day.nullable(),
  endReason: z.string().nullable(),
  contributionDays: z.number().int().nullable(),
  averageWage: Rial.nullable(),
  proportional: z.boolean(),
  lastPaidOn: Day.nullable(),
})
export type PensionFile = z.infer<typeof PensionFile>

export const PaymentType = z.enum(['MONTHLY', 'EID_BONUS', 'ARREARS'])
export type PaymentType = z.infer<typeof PaymentType>

/** What is wrong with a slip as the centre sent it: its figures, the day of its payment, its place in the month. */
export const SlipNotice = z.enum([
  'NET_DIFFERS',
  'PAYMENTS_DIFFER',
  'DEDUCTIONS_DIFFER',
  'LOANS_DIFFER',
  'PAID_BEFORE_MONTH',
  'SAME_SEQ',
])
export type SlipNotice = z.infer<typeof SlipNotice>

export const PaySlipSummary = z.object({
  slipNumber: z.string(),
  pensionNumber: z.string(),
  year: z.number().int(),
  month: z.number().int(),
  paymentType: PaymentType,
  seq: z.number().int(),
  daysPaid: z.number().int().nullable(),
  paidOn: Day.nullable(),
  totalPayments: Rial,
  totalDeductions: Rial,
  totalLoans: Rial,
  net: Rial,
  notices: z.array(SlipNotice),
})
export type PaySlipSummary = z.infer<typeof PaySlipSummary>

/** `remaining`: instalments left, on LOAN lines. */
export const PaySlipLine = z.object({
  block: z.enum(['PAYMENT', 'DEDUCTION', 'LOAN']),
  item: z.string(),
  title: z.string(),
  amount: Rial,
  remaining: z.number().int().nullable(),
})
export type PaySlipLine = z.infer<typeof PaySlipLine>

export const PaySlip = PaySlipSummary.extend({
  bankCode: z.string().nullable(),
  bankName: z.string().nullable(),
  accountMasked: z.string().nullable(),
  lines: z.array(PaySlipLine),
})
export type PaySlip = z.infer<typeof PaySlip>

export const PensionNumber = z.string().regex(/^\d{6,10}$/)
