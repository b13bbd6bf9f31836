import { z } from 'zod'
import { query } from '#core/kernel/method.ts'
import { VisitId } from '#core/visits/visit.model.ts'
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
  /** Every debt of one workshop with its documents, in the order of time. */
  'employers.ledger': query({
    permission: 'citizens.read',
    input: ofWorkshop,
    output: DebtLedger,
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
