import type { Day } from '#core/kernel/day.ts'
import type { Rial } from '#core/kernel/rial.ts'
import type { Decree, DecreeLine, Movement } from './decree.model.ts'
import type { PaySlip, PaySlipSummary, PensionFile, Relation } from './pension.model.ts'
import type { LineSums } from './slips.rules.ts'

/** A slip as the centre sent it, before anything is said about its figures; the account in the clear. */
export type StoredSlip = Omit<PaySlip, 'notices' | 'accountMasked'> & {
  readonly accountNumber: string | null
}
export type StoredSlipSummary = Omit<PaySlipSummary, 'notices'>
export type StoredDecreeLine = Omit<DecreeLine, keyof Movement>
/** A decree as the centre sent it, before anything is said about its figures or its place. */
export type StoredDecree = Pick<
  Decree,
  | 'decreeNumber'
  | 'year'
  | 'month'
  | 'kind'
  | 'issuedOn'
  | 'effectiveOn'
  | 'totalBefore'
  | 'totalAfter'
  | 'basis'
> & { readonly lines: readonly StoredDecreeLine[] }

/** What the lines of one slip sum to, by block, rial. */
export type StoredLineSums = LineSums & { readonly slipNumber: string }

/** One who has a share of a file; `shareBp` in 1/10000, `amount` the present monthly gross of the share. */
export interface PensionHeir {
  readonly citizenId: number
  readonly fullName: string
  readonly birthDate: Day
  readonly deathDate: Day | null
  readonly relation: Relation
  readonly shareBp: number
  readonly amount: Rial
  readonly shareStatus: PensionFile['shareStatus']
  readonly fromDate: Day
  readonly toDate: Day | null
}

/** The pensioner of a file, or on a survivors' file the deceased. */
export interface PensionOwner {
  readonly citizenId: number
  readonly sex: 'M' | 'F'
}

/** Pension files, always seen from one person who has a share of them. */
export interface Pensions {
  /** The files of which the citizen has a share, the paid ones first. */
  listFiles(citizenId: number): Promise<readonly PensionFile[]>
  /** His own slips of one file, newest first. */
  listSlips(citizenId: number, pensionNumber: string): Promise<readonly StoredSlipSummary[]>
  /** The sums of the lines of those slips, in no order; a slip without lines has none. */
  listLineSums(citizenId: number, pensionNumber: string): Promise<readonly StoredLineSums[]>
  /** A slip of his own. */
  findSlip(citizenId: number, slipNumber: string): Promise<StoredSlip | undefined>
  /** The decrees of a file, newest first. */
  listDecrees(pensionNumber: string): Promise<readonly StoredDecree[]>
  /** Everyone with a share of a file, the largest first. A survivor sees the others only where a rule says so. */
  listHeirs(pensionNumber: string): Promise<readonly PensionHeir[]>
  findOwner(pensionNumber: string): Promise<PensionOwner | undefined>
}
