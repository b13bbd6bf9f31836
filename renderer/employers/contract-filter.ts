import type { WorkshopContract } from '#core/employers/workshop.model.ts'
import type { SortKeys } from '../ui/data-table.ts'
import { finds, searchKey } from './text-search.ts'

/** What is looked at of the contract rows of a workshop. `owing`: only those with an open debt. */
export interface ContractFilter {
  readonly text: string
  readonly owing: boolean
}

export const ALL_CONTRACTS: ContractFilter = { text: '', owing: false }

/** Whether a filter leaves out anything at all. */
export function isContractFilterSet({ text, owing }: ContractFilter): boolean {
  return text.trim() !== '' || owing
}

/** The contract rows that a filter lets through, in their order: by row, name or number of the contract. */
export function contractsWithin(
  contracts: readonly WorkshopContract[],
  { text, owing }: ContractFilter,
): readonly WorkshopContract[] {
  const matches = finds(text)
  return contracts.filter(
    ({ contractRow, name, contractNumber, debts }) =>
      (!owing || debts.open > 0) && matches(searchKey([contractRow, name, contractNumber])),
  )
}

/** By what the contract rows are sorted. */
export const CONTRACT_KEYS: SortKeys<WorkshopContract> = {
  row: (one) => one.contractRow,
  name: (one) => one.name,
  day: (one) => one.contractDay,
  amount: (one) => one.contractAmount,
  definitive: (one) => one.debts.definitive,
  pending: (one) => one.debts.pending,
}
