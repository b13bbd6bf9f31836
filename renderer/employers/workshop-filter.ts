import type { Workshop } from '#core/employers/workshop.model.ts'
import type { SortKeys } from '../ui/data-table.ts'
import { finds, searchKey } from './text-search.ts'

/** What is looked at of the workshops of a person; null is any. `owing`: only those with an open debt. */
export interface WorkshopFilter {
  readonly text: string
  readonly status: Workshop['status'] | null
  readonly role: Workshop['role'] | null
  readonly owing: boolean
}

export const ALL_WORKSHOPS: WorkshopFilter = { text: '', status: null, role: null, owing: false }

/** Whether a filter leaves out anything at all. */
export function isWorkshopFilterSet({ text, status, role, owing }: WorkshopFilter): boolean {
  return text.trim() !== '' || status !== null || role !== null || owing
}

/** A workshop with the key by which it is found: made once for a list, not at every letter. */
export interface FindableWorkshop {
  readonly workshop: Workshop
  readonly key: string
}

/** The workshops with their keys: code, name, branch and company. */
export function findableWorkshops(workshops: readonly Workshop[]): readonly FindableWorkshop[] {
  return workshops.map((workshop) => {
    const { workshopCode, branchCode, name, branchName, legalEntityId } = workshop
    const key = searchKey([workshopCode, name, branchCode, branchName, legalEntityId])
    return { workshop, key }
  })
}

/** The workshops that a filter lets through, in their order. */
export function workshopsWithin(
  workshops: readonly FindableWorkshop[],
  { text, status, role, owing }: WorkshopFilter,
): readonly Workshop[] {
  const matches = finds(text)
  return workshops
    .filter(
      ({ workshop, key }) =>
        (status === null || workshop.status === status) &&
        (role === null || workshop.role === role) &&
        (!owing || workshop.debts.open > 0) &&
        matches(key),
    )
    .map(({ workshop }) => workshop)
}

const STATUSES: readonly Workshop['status'][] = ['ACTIVE', 'SEMI_ACTIVE', 'INACTIVE']

/** By what the lists of workshops are sorted. */
export const WORKSHOP_KEYS: SortKeys<Workshop> = {
  code: (one) => one.workshopCode,
  name: (one) => one.name,
  branch: (one) => one.branchName,
  status: (one) => STATUSES.indexOf(one.status),
  rows: (one) => one.contractRows,
  definitive: (one) => one.debts.definitive,
  installment: (one) => one.debts.installmentPayable,
  notPayable: (one) => one.debts.notPayable,
  pending: (one) => one.debts.pending,
}
