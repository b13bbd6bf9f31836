import { z } from 'zod'
import { query } from '#core/kernel/method.ts'
import { VisitId } from '#core/visits/visit.model.ts'
import { Decree, DecreeExplanation } from './decree.model.ts'
import { PaySlip, PaySlipSummary, PensionFile, PensionNumber } from './pension.model.ts'
import { SlipComparison } from './slip-comparison.model.ts'
import { SlipYear } from './slip-year.model.ts'
import { Survivors } from './survivor.model.ts'

const ofFile = z.object({ visitId: VisitId, pensionNumber: PensionNumber })
const SlipNumber = z.string().min(1).max(20)

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
    input: z.object({ visitId: VisitId, slipNumber: SlipNumber }),
    output: PaySlip,
  }),
  /** Two of his own slips of one file, line by line, and why they differ. */
  'pensions.compareSlips': query({
    permission: 'citizens.read',
    input: z.object({ visitId: VisitId, from: SlipNumber, to: SlipNumber }),
    output: SlipComparison,
  }),
  /** The twelve months of a Jalali year, with what is missing. */
  'pensions.slipYear': query({
    permission: 'citizens.read',
    input: ofFile.extend({ year: z.number().int().min(1300).max(1499) }),
    output: SlipYear,
  }),
  /** Yearly decrees, newest first: what each changed, which one counts in its year, what came late. */
  'pensions.decrees': query({
    permission: 'citizens.read',
    input: ofFile,
    output: z.array(Decree),
  }),
  /** Where each line of a decree comes from, recomputed from the dated parameters where they are known. */
  'pensions.decreeExplanation': query({
    permission: 'citizens.read',
    input: ofFile.extend({ decreeNumber: z.string().min(1).max(20) }),
    output: DecreeExplanation,
  }),
  /** Who has a share of a survivors' file, the shares by the rule, and the condition of the open citizen's own. */
  'pensions.survivors': query({
    permission: 'citizens.read',
    input: ofFile,
    output: Survivors,
  }),
}
