import { z } from 'zod'
import {
  DebtDocument,
  DebtMonth,
  DebtNextStep,
  DebtStage,
  DebtStatus,
} from '#core/employers/debt.model.ts'
import { Day } from '#core/kernel/day.ts'
import { Rial } from '#core/kernel/rial.ts'
import { PaperIssue } from './paper-issue.model.ts'
import { NamedBranch } from './paper-person.model.ts'

/** `contractRow` null: the whole workshop. `ledger`: with the documents of each debt («گردش حساب»). */
export const DebtStatementOrder = z.object({
  kind: z.literal('debt-statement'),
  workshopCode: z.string().regex(/^\d{10}$/),
  branchCode: z.string().regex(/^\d{3,4}$/),
  contractRow: z
    .string()
    .regex(/^\d{3}$/)
    .nullable(),
  ledger: z.boolean(),
})
export type DebtStatementOrder = z.infer<typeof DebtStatementOrder>

/**
 * One debt. `odd`: its parts do not add up as the centre sent them; the paper says so. `objectUntil`: last day for an
 * objection at its stage, null when there is none.
 */
export const DebtRow = z.object({
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
  stage: DebtStage,
  status: DebtStatus,
  noticeDay: Day.nullable(),
  objectUntil: Day.nullable(),
  nextStep: DebtNextStep,
  odd: z.boolean(),
  documents: z.array(DebtDocument),
})
export type DebtRow = z.infer<typeof DebtRow>

/**
 * صورت وضعیت بدهی و گردش حساب: what a workshop owes on the day of issue. `total` = definitive + pending;
 * definitive = payable in instalments + not. No debt at all is a statement too.
 */
export const DebtStatement = z
  .object({
    kind: z.literal('debt-statement'),
    issue: PaperIssue,
    trackingCode: z.string().min(1).max(20),
    workshop: z.object({
      code: z.string().regex(/^\d{10}$/),
      name: z.string().min(1),
      branch: NamedBranch,
      contractRow: z.string().nullable(),
      activity: z.string().min(1).nullable(),
    }),
    employer: z.object({
      kind: z.enum(['NATURAL', 'LEGAL']),
      /** The employer's name where the data has one; a legal person is named by its workshop. */
      name: z.string().min(1),
      id: z.string().min(1).nullable(),
    }),
    requestedBy: z.object({
      fullName: z.string().min(1),
      role: z.enum(['OWNER', 'SIGNATORY', 'REPRESENTATIVE']),
    }),
    ledger: z.boolean(),
    asOf: Day,
    definitive: Rial,
    installmentPayable: Rial,
    notPayable: Rial,
    pending: Rial,
    total: Rial,
    debts: z.array(DebtRow),
  })
  .refine((paper) => paper.installmentPayable + paper.notPayable === paper.definitive, {
    path: ['definitive'],
  })
  .refine((paper) => paper.definitive + paper.pending === paper.total, { path: ['total'] })
export type DebtStatement = z.infer<typeof DebtStatement>
