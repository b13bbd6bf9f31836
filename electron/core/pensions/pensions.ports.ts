import type { Decree, PaySlip, PaySlipSummary, PensionFile } from './pension.model.ts'

/** A slip as the centre sent it, before anything is said about its figures; the account in the clear. */
export type StoredSlip = Omit<PaySlip, 'notices' | 'accountMasked'> & {
  readonly accountNumber: string | null
}
export type StoredSlipSummary = Omit<PaySlipSummary, 'notices'>
export type StoredDecree = Omit<Decree, 'linesDiffer'>

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
}
