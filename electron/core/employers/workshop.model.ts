import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Rial } from '#core/kernel/rial.ts'

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
  contractRows: z.number().int(),
  prefixDiffers: z.boolean(),
  debts: DebtTotals,
})
export type Workshop = z.infer<typeof Workshop>

export const EmployerFile = z.object({ workshops: z.array(Workshop), totals: DebtTotals })
export type EmployerFile = z.infer<typeof EmployerFile>
