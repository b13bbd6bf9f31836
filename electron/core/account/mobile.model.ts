import { z } from 'zod'
import { Instant } from '#core/kernel/instant.ts'
import { CodeChannel, Mobile, SentCode, TypedCode } from '#core/messages/one-time-codes.model.ts'
import { VisitId } from '#core/visits/visit.model.ts'

/** One change of the mobile at the counter; numbers only in part. */
export const MobileChange = z.object({
  changedAt: Instant,
  oldMasked: z.string().nullable(),
  newMasked: z.string(),
  verifiedBy: CodeChannel,
  clerkCode: z.string(),
})
export type MobileChange = z.infer<typeof MobileChange>

/** A code that is on its way to a new number and still counts. */
export const PendingMobile = SentCode.extend({ masked: z.string() })
export type PendingMobile = z.infer<typeof PendingMobile>

/** The mobile of an open file: the one it has now, the changes made here, newest first, and one that was begun. */
export const MobileFile = z.object({
  masked: z.string().nullable(),
  changes: z.array(MobileChange),
  pending: PendingMobile.nullable(),
  /** By what a code goes out now. */
  channel: CodeChannel,
})
export type MobileFile = z.infer<typeof MobileFile>

/** A new number, after the clerk has seen the identity card. */
export const NewMobile = z.object({
  visitId: VisitId,
  mobile: Mobile,
  cardSeen: z.literal(true),
})
export type NewMobile = z.infer<typeof NewMobile>

/** The code that came to the new number; the number is the one that it was sent to. */
export const MobileProof = z.object({ visitId: VisitId, code: TypedCode })
export type MobileProof = z.infer<typeof MobileProof>
