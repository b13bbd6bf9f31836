import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Rial } from '#core/kernel/rial.ts'

/** From the assessment to the execution (arts. 42 to 44, 50), in the order of the law. */
export const DebtStage = z.enum([
  'ASSESSED',
  'OBJECTED',
  'PRIMARY',
  'APPEAL',
  'DEFINITIVE',
  'EXECUTION',
])
export type DebtStage = z.infer<typeof DebtStage>

export const DebtStatus = z.enum(['OPEN', 'UNDER_REVIEW', 'INSTALLMENT', 'PAID', 'CANCELLED'])
export type DebtStatus = z.infer<typeof DebtStatus>

/** What is wrong with a debt as the centre sent it: shown and printed beside it, never corrected. */
export const DebtNotice = z.enum([
  'PARTS_DIFFER',
  'REMAINING_EXCEEDS',
  'PERIOD_REVERSED',
  'DATES_DISORDERED',
])
export type DebtNotice = z.infer<typeof DebtNotice>

/** A document in the ledger of a debt. */
export const DebtDocument = z.object({
  seq: z.number().int(),
  documentNumber: z.string().min(1).nullable(),
  day: Day,
  type: z.enum([
    'CALCULATION',
    'NOTICE',
    'OBJECTION',
    'PRIMARY_VOTE',
    'APPEAL_VOTE',
    'EXECUTION',
    'PAYMENT',
  ]),
  stage: DebtStage,
  status: z.enum(['ISSUED', 'SERVED', 'CANCELLED']),
  description: z.string().min(1).nullable(),
})
export type DebtDocument = z.infer<typeof DebtDocument>

/** A Jalali month for which something is owed. */
export const DebtMonth = z.object({ year: z.number().int(), month: z.number().int() })

/** What may be done about a debt now, by its stage and deadline. */
export const DebtNextStep = z.enum([
  'OBJECT_ASSESSMENT',
  'APPEAL_PRIMARY',
  'AWAIT_BOARD',
  'PAY_OR_INSTALMENTS',
  'PAY',
  'NOTHING',
])
export type DebtNextStep = z.infer<typeof DebtNextStep>

/** A stage of a debt and when it was reached; `AHEAD` is still to come, `SKIPPED` was never reached. */
export const DebtStep = z.object({
  stage: DebtStage,
  state: z.enum(['PASSED', 'PRESENT', 'AHEAD', 'SKIPPED']),
  day: Day.nullable(),
})
export type DebtStep = z.infer<typeof DebtStep>

/**
 * One debt of a workshop's ledger, rial. `amount` = premium + unemployment + other (penalties and the rest);
 * `balance`: what the workshop owed in all with this debt and those before it, settled ones left out.
 * `objectUntil`: last day for an objection at its stage, null when there is none; `daysLeft` until then, today's
 * included: 1 on the last day, 0 or less once it is over.
 */
export const LedgerDebt = z.object({
  debtNumber: z.string().min(1),
  contractRow: z.string(),
  reason: z.string().min(1).nullable(),
  from: DebtMonth.nullable(),
  to: DebtMonth.nullable(),
  premium: Rial,
  unemployment: Rial,
  other: Rial,
  amount: Rial,
  remaining: Rial,
  balance: Rial,
  stage: DebtStage,
  status: DebtStatus,
  steps: z.array(DebtStep),
  installmentEligible: z.boolean(),
  installmentNumber: z.number().int().nullable(),
  calculationDay: Day.nullable(),
  noticeDay: Day.nullable(),
  primaryVoteNumber: z.string().nullable(),
  objectUntil: Day.nullable(),
  daysLeft: z.number().int().nullable(),
  nextStep: DebtNextStep,
  notices: z.array(DebtNotice),
})
export type LedgerDebt = z.infer<typeof LedgerDebt>

/** The same with its documents, in their order. */
export const DocumentedDebt = LedgerDebt.extend({ documents: z.array(DebtDocument) })
export type DocumentedDebt = z.infer<typeof DocumentedDebt>
