import type { z } from 'zod'
import { DebtStage, type DebtMonth, type LedgerDebt } from '#core/employers/debt.model.ts'
import type { LedgerScope } from '#core/employers/ledger-scope.rules.ts'
import { monthSerial } from '#core/insured/month-serial.rules.ts'
import { addRial, type Rial } from '#core/kernel/rial.ts'
import type { SortKeys } from '../ui/data-table.ts'

/** A Jalali month. */
export type Month = z.infer<typeof DebtMonth>

/** All of a ledger. */
export const WHOLE_LEDGER: LedgerScope = {
  stages: [],
  contractRow: null,
  state: null,
  from: null,
  to: null,
}

/** Whether a filter leaves out anything at all. */
export function isLedgerFilterSet({ stages, contractRow, state, from, to }: LedgerScope): boolean {
  return stages.length > 0 || [contractRow, state, from, to].some((part) => part !== null)
}

/** What the fields of the filter offer: everything that occurs; months the newest first. */
export interface LedgerChoices {
  readonly stages: readonly DebtStage[]
  readonly contractRows: readonly string[]
  readonly months: readonly Month[]
}

/** The choices that a ledger gives. */
export function ledgerChoices(debts: readonly LedgerDebt[]): LedgerChoices {
  const months = new Map<number, Month>()
  for (const { from, to } of debts)
    for (const month of [from, to]) if (month) months.set(monthSerial(month), month)
  return {
    stages: DebtStage.options.filter((stage) => debts.some((debt) => debt.stage === stage)),
    contractRows: [...new Set(debts.map((debt) => debt.contractRow))].sort(),
    months: [...months].sort(([a], [b]) => b - a).map(([, month]) => month),
  }
}

/** The sums of what is shown, rial. */
export interface LedgerSum {
  readonly count: number
  readonly premium: Rial
  readonly unemployment: Rial
  readonly other: Rial
  readonly amount: Rial
  readonly remaining: Rial
}

/** Column by column, as the rows show them. */
export function ledgerSum(debts: readonly LedgerDebt[]): LedgerSum {
  const of = (column: 'premium' | 'unemployment' | 'other' | 'amount' | 'remaining') =>
    addRial(...debts.map((debt) => debt[column]))
  return {
    count: debts.length,
    premium: of('premium'),
    unemployment: of('unemployment'),
    other: of('other'),
    amount: of('amount'),
    remaining: of('remaining'),
  }
}

/** By what a ledger is sorted. */
export const DEBT_KEYS: SortKeys<LedgerDebt> = {
  number: (debt) => debt.debtNumber,
  row: (debt) => debt.contractRow,
  period: ({ from, to }) => {
    const first = from ?? to
    return first && monthSerial(first)
  },
  amount: (debt) => debt.amount,
  remaining: (debt) => debt.remaining,
  stage: (debt) => DebtStage.options.indexOf(debt.stage),
  deadline: (debt) => debt.daysLeft,
}
