import type { Day } from '#core/kernel/day.ts'
import type { Rial } from '#core/kernel/rial.ts'
import type { Decree, PaySlip, PaySlipSummary, PensionFile, Relation } from './pension.model.ts'

/** A slip as the centre sent it, before anything is said about its figures; the account in the clear. */
export type StoredSlip = Omit<PaySlip, 'notices' | 'accountMasked'> & {
  readonly accountNumber: string | null
}
export type StoredSlipSummary = Omit<PaySlipSummary, 'notices'>
export type StoredDecree = Omit<Decree, 'linesDiffer'>

/** One who has a share of a file; `shareBp` in 1/10000, `amount` the present monthly gross of the share. */
export interface PensionHeir {
  readonly citizenId: number
  readonly fullName: string
  readonly birthDate: Day
  readonly relation: Relation
  readonly shareBp: number
  readonly amount: Rial
  readonly shareStatus: PensionFile['shareStatus']
  readonly toDate: Day | null
}

/** Pension files, always seen from one person who has a share of them. */
export interface Pensions {
  /** The files of which the citizen has a share, the paid ones first. */
  listFiles(citizenId: number): Promise<readonly PensionFile[]>
  /** His own slips of one file, newest first. */
  listSlips(citizenId: number, pensionNumber: string): Promise<readonly StoredSlipSummary[]>
  /** A slip of his own. */
  findSlip(citizenId: number, slipNumber: string): Promise<StoredSlip | undefined>
  /** The decrees of a file, newest first. */
  listDecrees(pensionNumber: string): Promise<readonly StoredDecree[]>
  /** Everyone with a share of a file, the largest first. A survivor sees the others only where a rule says so. */
  listHeirs(pensionNumber: string): Promise<readonly PensionHeir[]>
}
