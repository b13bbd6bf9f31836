import { z } from 'zod'
import { Rial } from '#core/kernel/rial.ts'
import { PaperIssue, PayMonth } from './paper-issue.model.ts'

export const PensionSlipOrder = z.object({
  kind: z.literal('pension-slip'),
  slipNumber: z.string().min(1).max(20),
})
export type PensionSlipOrder = z.infer<typeof PensionSlipOrder>

/** One line of a slip; `remainingCount` is the instalments left, on loan lines only. */
export const SlipLine = z.object({
  title: z.string().min(1),
  amount: Rial,
  remainingCount: z.number().int().nonnegative().nullable(),
})
export type SlipLine = z.infer<typeof SlipLine>

const sumOf = (lines: readonly SlipLine[]) =>
  lines.reduce((sum, line) => sum + BigInt(line.amount), 0n)

/**
 * فیش حقوقی مستمری: one payment of one pension. Each block sums to its total, and
 * payments − deductions − loans = net ≥ 0. The number is the slip's own. The account is masked here
 * already: a paper never carries it whole.
 */
export const PensionSlip = z
  .object({
    kind: z.literal('pension-slip'),
    issue: PaperIssue,
    fullName: z.string().min(1),
    nationalId: z.string().regex(/^(\d{10}|\d{12})$/),
    pensionNumber: z.string().regex(/^\d{6,10}$/),
    insuranceNumber: z.string().min(1).nullable(),
    branch: z.object({ code: z.string().min(1), name: z.string().min(1) }),
    bankName: z.string().min(1).nullable(),
    maskedAccount: z
      .string()
      .regex(/^[^\s]*\*[^\s]*$/)
      .nullable(),
    period: PayMonth,
    paymentType: z.enum(['MONTHLY', 'EID_BONUS', 'ARREARS']),
    daysPaid: z.number().int().min(0).max(366).nullable(),
    payments: z.array(SlipLine),
    deductions: z.array(SlipLine),
    loans: z.array(SlipLine),
    totalPayments: Rial,
    totalDeductions: Rial,
    totalLoans: Rial,
    net: Rial,
  })
  .refine((slip) => sumOf(slip.payments) === BigInt(slip.totalPayments), {
    path: ['totalPayments'],
  })
  .refine((slip) => sumOf(slip.deductions) === BigInt(slip.totalDeductions), {
    path: ['totalDeductions'],
  })
  .refine((slip) => sumOf(slip.loans) === BigInt(slip.totalLoans), { path: ['totalLoans'] })
  .refine((slip) => slip.totalPayments - slip.totalDeductions - slip.totalLoans === slip.net, {
    path: ['net'],
  })
export type PensionSlip = z.infer<typeof PensionSlip>
