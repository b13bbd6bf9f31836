import type { DebtFigures } from './debts.rules.ts'
import type { Workshop } from './workshop.model.ts'
import type { Day } from '#core/kernel/day.ts'

/** A workshop with the citizen's part in it; `closedOn` of the workshop. */
export type Stake = Omit<Workshop, 'debts' | 'prefixDiffers'> & { readonly closedOn: Day | null }

/** One debt and the workshop that owes it. */
export interface WorkshopDebt extends DebtFigures {
  readonly workshopCode: string
  readonly branchCode: string
}

/** Workshops, and what they owe. */
export interface Employers {
  /** Every workshop the citizen is or was a member of, or owns as a natural person, once for each role. */
  listStakes(citizenId: number): Promise<readonly Stake[]>
  /** The debts of all those workshops. */
  listDebts(citizenId: number): Promise<readonly WorkshopDebt[]>
}
