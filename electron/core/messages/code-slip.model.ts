import { z } from 'zod'
import { Instant } from '#core/kernel/instant.ts'
import { CodePurpose } from './one-time-codes.model.ts'

/**
 * What the desk gateway prints for the citizen in the place of a message: the only place where the code stands. It is
 * no issued paper and is kept nowhere.
 */
export const CodeSlip = z.object({
  office: z.object({
    kind: z.enum(['real', 'demonstration', 'test']),
    branchCode: z.string(),
    branchName: z.string(),
    province: z.string(),
  }),
  at: Instant,
  clerkCode: z.string(),
  workstation: z.string(),
  purpose: CodePurpose,
  maskedMobile: z.string(),
  code: z.string().regex(/^\d{4,8}$/),
  expiresAt: Instant,
})
export type CodeSlip = z.infer<typeof CodeSlip>
