import { z } from 'zod'
import {
  DebtMonth,
  DebtNotice,
  DebtStage,
  DebtStep,
  DocumentedDebt,
} from '#core/employers/debt.model.ts'
import { Day } from '#core/kernel/day.ts'
import { Rial } from '#core/kernel/rial.ts'
import { PaperIssue } from './paper-issue.model.ts'
import { NamedBranch } from './paper-person.model.ts'

const OrderMonth = DebtMonth.extend({
  year: z.number().int().min(1300).max(1499),
  month: z.number().int().min(1).max(12),
})

/** Open debts, settled ones, or (null) both. */
const DebtState = z.enum(['OPEN', 'SETTLED']).nullable()

/**
 * `contractRow` null: the whole workshop. `ledger`: with what is settled, the steps and the documents of each debt
 * («گردش حساب»); without it only what is open is stated, and `state` says nothing. A part that is not given leaves
 * nothing out. `from` and `to`: months of the debts' periods, both included.
 */
export const DebtStatementOrder = z.object({
  kind: z.literal('debt-statement'),
  workshopCode: z.string().regex(/^\d{10}$/),
  branchCode: z.string().regex(/^\d{3,4}$/),
  contractRow: z
    .string()
    .regex(/^\d{3}$/)
    .nullable(),
  ledger: z.boolean(),
  stages: z.array(DebtStage).max(DebtStage.options.length).optional(),
  state: DebtState.optional(),
  from: OrderMonth.nullable().optional(),
  to: OrderMonth.nullable().optional(),
})
export type DebtStatementOrder = z.infer<typeof DebtStatementOrder>

/**
 * One debt. `odd`: something is wrong with it as the centre sent it; `notices` say what (papers of before had none, and
 * an odd one of those has parts that do not add up). `objectUntil`: last day for an objection at its stage, null when
 * there is none. Only the ledger has `steps`, `primaryVoteNumber` and `balance`: what was owed in all with this debt and
 * those above it on the paper.
 */
export const DebtRow = DocumentedDebt.omit({
  daysLeft: true,
  calculationDay: true,
  installmentEligible: true,
  installmentNumber: true,
}).extend({
  balance: Rial.nullable().default(null),
  steps: z.array(DebtStep).default([]),
  primaryVoteNumber: z.string().nullable().default(null),
  odd: z.boolean(),
  notices: z.array(DebtNotice).default([]),
})
export type DebtRow = z.infer<typeof DebtRow>

/**
 * What of the workshop's debts is stated beside the contract row; papers of before stated all of it. `undated`: how many
 * debts a period left out because they name no month.
 */
const DebtStatementScope = z
  .object({
    stages: z.array(DebtStage),
    state: DebtState,
    from: DebtMonth.nullable(),
    to: DebtMonth.nullable(),
    undated: z.number().int(),
  })
  .default({ stages: [], state: null, from: null, to: null, undated: 0 })

/**
 * صورت وضعیت بدهی و گردش حساب: what a workshop owes on the day of issue, or the part of it that was asked for: the
 * sums are those of the debts listed. `total` = definitive + pending; definitive = payable in instalments + not. No debt
 * at all is a statement too.
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
    scope: DebtStatementScope,
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
