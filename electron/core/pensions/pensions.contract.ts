import { z } from 'zod'
import { query } from '#core/kernel/method.ts'
import { VisitId } from '#core/visits/visit.model.ts'
import { Decree, PaySlip, PaySlipSummary, PensionFile, PensionNumber } from './pension.model.ts'

const ofFile = z.object({ visitId: VisitId, pensionNumber: PensionNumber })

export const pensionsContract = {
  /** Empty when the citizen is not a pensioner: an answer, not an error. */
  'pensions.files': query({
    permission: 'citizens.read',
    input: VisitId,
    output: z.array(PensionFile),
  }),
  /** The citizen's own slips of one file, newest first. */
  'pensions.slips': query({
    permission: 'citizens.read',
    input: ofFile,
    output: z.array(PaySlipSummary),
  }),
  'pensions.slip': query({
    permission: 'citizens.read',
    input: z.object({ visitId: VisitId, slipNumber: z.string().min(1).max(20) }),
    output: PaySlip,
  }),
  /** Yearly decrees, newest first, with their lines. */
  'pensions.decrees': query({
    permission: 'citizens.read',
    input: ofFile,
    output: z.array(Decree),
  }),
}
