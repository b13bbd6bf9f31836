import { z } from 'zod'
import { command, query } from '#core/kernel/method.ts'
import { VisitId } from '#core/visits/visit.model.ts'
import {
  Mandate,
  MandateDecision,
  MandateEnding,
  NewMandate,
  WaitingMandate,
  WorkshopMandates,
} from './mandate.model.ts'

export const mandatesContract = {
  /** Who may act for a workshop and its company, and by what paper. */
  'employers.workshopMandates': query({
    permission: 'citizens.read',
    input: z.object({
      visitId: VisitId,
      workshopCode: z.string().regex(/^\d{10}$/),
      branchCode: z.string().regex(/^\d{3,4}$/),
    }),
    output: WorkshopMandates,
  }),
  /** The mandates that the citizen of the open file holds or held. */
  'employers.ownMandates': query({
    permission: 'citizens.read',
    input: VisitId,
    output: z.array(Mandate),
  }),
  /** Enters a mandate, which then waits for a second person. */
  'employers.enterMandate': command({
    permission: 'mandates.enter',
    input: NewMandate,
    output: z.object({ mandateId: z.string() }),
  }),
  /** Ends a mandate before its time. */
  'employers.endMandate': command({
    permission: 'mandates.enter',
    input: MandateEnding,
    output: z.null(),
  }),
  /** Mandates that wait for the second person. */
  'employers.waitingMandates': query({
    permission: 'mandates.confirm',
    input: z.null(),
    output: z.array(WaitingMandate),
  }),
  /** A second person confirms or refuses a mandate. */
  'employers.decideMandate': command({
    permission: 'mandates.confirm',
    input: MandateDecision,
    output: z.null(),
  }),
}
