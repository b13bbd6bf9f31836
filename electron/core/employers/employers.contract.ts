import { z } from 'zod'
import { query } from '#core/kernel/method.ts'
import { VisitId } from '#core/visits/visit.model.ts'
import { DebtDocument } from './debt.model.ts'
import { PremiumQuestion, PremiumSchedule } from './premium.model.ts'
import { DebtLedger, EmployerFile, WorkshopDetail } from './workshop.model.ts'

/** A workshop is named by its code and branch together. */
const ofWorkshop = z.object({
  visitId: VisitId,
  workshopCode: z.string().regex(/^\d{10}$/),
  branchCode: z.string().regex(/^\d{3,4}$/),
})

export const employersContract = {
  'employers.workshops': query({
    permission: 'citizens.read',
    input: VisitId,
    output: EmployerFile,
  }),
  /** Every debt of one workshop, in the order of time. */
  'employers.ledger': query({
    permission: 'citizens.read',
    input: ofWorkshop,
    output: DebtLedger,
  }),
  /** The documents of one of those debts, in their order. */
  'employers.debtDocuments': query({
    permission: 'citizens.read',
    input: ofWorkshop.extend({ debtNumber: z.string().min(1).max(20) }),
    output: z.array(DebtDocument),
  }),
  'employers.workshop': query({
    permission: 'citizens.read',
    input: ofWorkshop,
    output: WorkshopDetail,
  }),
  /** What premiums and penalties would be; of nobody, and nothing is kept. */
  'employers.premium': query({
    permission: 'citizens.read',
    input: PremiumQuestion,
    output: PremiumSchedule,
  }),
}
