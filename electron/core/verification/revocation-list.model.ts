import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Instant } from '#core/kernel/instant.ts'
import { Revocation } from './verification.model.ts'

/** The papers that an office has revoked, as a sheet says them; it is no issued paper and has no number. */
export const RevocationList = z.object({
  office: z.object({
    kind: z.enum(['real', 'demonstration', 'test']),
    branchCode: z.string(),
    branchName: z.string(),
    province: z.string(),
  }),
  day: Day,
  at: Instant,
  /** Newest first. */
  revocations: z.array(Revocation),
})
export type RevocationList = z.infer<typeof RevocationList>
