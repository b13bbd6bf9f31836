import type { Instant } from '#core/kernel/instant.ts'
import type { CodeChannel } from '#core/messages/one-time-codes.model.ts'

export interface KeptMobileChange {
  readonly changedAt: Instant
  readonly oldMobile: string | null
  readonly newMobile: string
  readonly verifiedBy: CodeChannel
  readonly clerkCode: string
}

export interface NewMobileChange {
  readonly changeId: string
  readonly citizenId: number
  readonly personId: string
  readonly oldMobile: string | null
  readonly newMobile: string
  readonly codeId: string
  readonly verifiedBy: CodeChannel
  readonly visitId: string
  readonly changedAt: Instant
  readonly changedBy: string
}

/** Mobiles that were changed at this office's counters. */
export interface MobileChanges {
  /** Newest first. */
  listMobileChanges(citizenId: number): Promise<readonly KeptMobileChange[]>
}

/** The same in a transaction. */
export interface MobileChangeBook extends MobileChanges {
  changeMobile(change: NewMobileChange): Promise<void>
}
