import { z } from 'zod'
import { PaperKind } from '#core/certificates/paper.model.ts'
import { Day } from '#core/kernel/day.ts'
import { Instant } from '#core/kernel/instant.ts'

/**
 * What is printed for the citizen when others may ask for a paper of his: the only place where the password stands.
 * It is no issued paper and is kept nowhere.
 */
export const ShareSlip = z.object({
  office: z.object({
    kind: z.enum(['real', 'demonstration', 'test']),
    branchCode: z.string(),
    branchName: z.string(),
    province: z.string(),
  }),
  at: Instant,
  clerkCode: z.string(),
  workstation: z.string(),
  fullName: z.string(),
  maskedNationalId: z.string(),
  paper: PaperKind,
  number: z.string(),
  from: Day,
  /** The last day counts. */
  until: Day,
  password: z.string().regex(/^\d{5}(-\d{5}){2}$/),
})
export type ShareSlip = z.infer<typeof ShareSlip>
