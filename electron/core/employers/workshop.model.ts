import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Rial } from '#core/kernel/rial.ts'
import { LedgerDebt } from './debt.model.ts'
import { MandatePaper, MandateScope } from './mandate.model.ts'

export const WorkshopRole = z.enum(['OWNER', 'SIGNATORY', 'REPRESENTATIVE'])
export const WorkshopStatus = z.enum(['ACTIVE', 'SEMI_ACTIVE', 'INACTIVE'])

/**
 * What a workshop owes today, rial. `definitive` = `installmentPayable` + `notPayable`; `pending`
 * is what is still assessed, objected or before a board. `odd` counts debts whose parts do not add
 * up: they are shown, never hidden.
 */
export const DebtTotals = z.object({
  definitive: Rial,
  installmentPayable: Rial,
  notPayable: Rial,
  pending: Rial,
  open: z.number().int(),
  odd: z.number().int(),
})
export type DebtTotals = z.infer<typeof DebtTotals>

/** A workshop for which the citizen may act. `prefixDiffers`: the code's prefix is not its branch. */
export const Workshop = z.object({
  workshopCode: z.string(),
  branchCode: z.string(),
  branchName: z.string(),
  name: z.string(),
  employerKind: z.enum(['NATURAL', 'LEGAL']),
  legalEntityId: z.string().nullable(),
  activity: z.string().nullable(),
  status: WorkshopStatus,
  role: WorkshopRole,
  actsFrom: Day,
  actsUntil: Day.nullable(),
  /** What a mandate opens; null where the centre registered the part, which states no scope and opens all. */
  scope: z.array(MandateScope).nullable(),
  /** The mandate's paper; null where the centre registered the part. */
  paper: MandatePaper.nullable(),
  contractRows: z.number().int(),
  prefixDiffers: z.boolean(),
  debts: DebtTotals,
})
export type Workshop = z.infer<typeof Workshop>

export const EmployerFile = z.object({ workshops: z.array(Workshop), totals: DebtTotals })
export type EmployerFile = z.infer<typeof EmployerFile>

/**
 * Everything a workshop owed and owes, in the order of time, as the centre knew it on `asOf`. `missingParameter`: the
 * days of objection without which no deadline can be counted (`objectUntil` is null everywhere); null when they are there.
 */
export const DebtLedger = z.object({
  workshopCode: z.string(),
  branchCode: z.string(),
  asOf: Day,
  missingParameter: z.string().nullable(),
  totals: DebtTotals,
  debts: z.array(LedgerDebt),
})
export type DebtLedger = z.infer<typeof DebtLedger>

/** Somebody who acts or acted for a workshop; `own`: the citizen whose file is open. */
export const WorkshopMember = z.object({
  fullName: z.string(),
  role: WorkshopRole,
  from: Day,
  until: Day.nullable(),
  own: z.boolean(),
})
export type WorkshopMember = z.infer<typeof WorkshopMember>

/** A contract of a workshop (art. 38); `contractRow` 001 to 999. */
export const WorkshopContract = z.object({
  contractRow: z.string(),
  name: z.string(),
  status: WorkshopStatus,
  contractNumber: z.string().nullable(),
  contractDay: Day.nullable(),
  contractAmount: Rial.nullable(),
  debts: DebtTotals,
})
export type WorkshopContract = z.infer<typeof WorkshopContract>

/** A workshop beyond its line in the list. */
export const WorkshopDetail = z.object({
  workshopCode: z.string(),
  branchCode: z.string(),
  address: z.string().nullable(),
  postalCode: z.string().nullable(),
  openedOn: Day.nullable(),
  closedOn: Day.nullable(),
  /** The natural employer's name; null for a legal person. */
  employerName: z.string().nullable(),
  members: z.array(WorkshopMember),
  contracts: z.array(WorkshopContract),
})
export type WorkshopDetail = z.infer<typeof WorkshopDetail>
