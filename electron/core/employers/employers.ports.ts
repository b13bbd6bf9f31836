import type { DebtDocument } from './debt.model.ts'
import type { DebtFigures } from './debts.rules.ts'
import type {
  Workshop,
  WorkshopContract,
  WorkshopDetail,
  WorkshopMember,
} from './workshop.model.ts'
import type { Day } from '#core/kernel/day.ts'

/** A workshop with the citizen's part in it; `closedOn` of the workshop. */
export type Stake = Omit<Workshop, 'debts' | 'prefixDiffers'> & { readonly closedOn: Day | null }

/** One debt and the workshop that owes it. */
export interface WorkshopDebt extends DebtFigures {
  readonly workshopCode: string
  readonly branchCode: string
}

/** One debt as the centre sent it; months are Jalali. */
export interface StoredDebt extends DebtFigures {
  readonly debtNumber: string
  readonly contractRow: string
  readonly reason: string | null
  readonly fromYear: number | null
  readonly fromMonth: number | null
  readonly toYear: number | null
  readonly toMonth: number | null
  /** In how many instalments it is being paid, where that was agreed. */
  readonly installmentNumber: number | null
  readonly calculationDay: Day | null
  readonly noticeDay: Day | null
  readonly primaryVoteNumber: string | null
  readonly primaryVoteServedOn: Day | null
  readonly appealVoteDay: Day | null
  readonly executionNoticeDay: Day | null
}

/** A debt that is not settled, with the workshop that owes it. */
export type OpenDebt = StoredDebt & WorkshopKey

/** A document in the ledger of a debt, with the debt. */
export type StoredDebtDocument = DebtDocument & { readonly debtNumber: string }

/** A workshop is named by its code and branch together. */
export interface WorkshopKey {
  readonly workshopCode: string
  readonly branchCode: string
}

/** What a workshop is, beyond its line in the list. */
export type WorkshopPlace = Omit<WorkshopDetail, 'members' | 'contracts'>

/** Somebody who acts or acted for a workshop. */
export type StoredMember = Omit<WorkshopMember, 'own'> & { readonly citizenId: number }

/** A natural employer. */
export interface EmployerPerson {
  readonly fullName: string
  readonly personId: string
}

/** Workshops, and what they owe. */
export interface Employers {
  /** Every workshop the citizen is or was a member of, or owns as a natural person, once for each role. */
  listStakes(citizenId: number): Promise<readonly Stake[]>
  /** His part in one workshop, once for each role; none when it is somebody else's. */
  listStakesAt(citizenId: number, of: WorkshopKey): Promise<readonly Stake[]>
  /** The workshop itself (row 000); undefined when there is none. */
  findPlace(of: WorkshopKey): Promise<WorkshopPlace | undefined>
  /** Everyone who acts or acted for a workshop, its natural employer too, in no order. */
  listMembers(of: WorkshopKey): Promise<readonly StoredMember[]>
  /** The contracts of a workshop, 001 to 999, by row. */
  listContracts(of: WorkshopKey): Promise<readonly Omit<WorkshopContract, 'debts'>[]>
  /** The debts of all those workshops. */
  listDebts(citizenId: number): Promise<readonly WorkshopDebt[]>
  /** Every debt of those workshops that is neither paid nor cancelled, by workshop and number. */
  listOpenDebts(citizenId: number): Promise<readonly OpenDebt[]>
  /** The natural employer of a workshop; undefined when it belongs to a legal person. */
  findEmployer(of: WorkshopKey): Promise<EmployerPerson | undefined>
  /** Contract rows of a workshop, 000 among them. */
  listContractRows(of: WorkshopKey): Promise<readonly string[]>
  /** Every debt of a workshop, in no order. */
  listWorkshopDebts(of: WorkshopKey): Promise<readonly StoredDebt[]>
  /** The documents of all those debts, each debt's in their order. */
  listDebtDocuments(of: WorkshopKey): Promise<readonly StoredDebtDocument[]>
  /** The documents of one of its debts, in their order; undefined when the workshop has no such debt. */
  findDebtDocuments(
    of: WorkshopKey,
    debtNumber: string,
  ): Promise<readonly StoredDebtDocument[] | undefined>
}
