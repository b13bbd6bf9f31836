import type { Clerk } from '#core/access/access.ports.ts'
import type { ClerkRole, Duty } from '#core/kernel/permission.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { OfficeKind } from './office.model.ts'

/** What an office is, from its set-up on. */
export interface OfficeIdentity {
  readonly kind: OfficeKind
  readonly branchCode: string
  readonly branchName: string
  readonly province: string
}

/** A clerk of a new office, with the secret that opens his slot of the key. */
export interface FirstClerk {
  readonly clerk: Clerk
  readonly secret: string
}

export interface OfficePlan {
  readonly identity: OfficeIdentity
  readonly clerks: readonly FirstClerk[]
}

/** Where an office can be made. */
export interface OfficeSite {
  /** Whether there is nothing yet, no broken office either. */
  isEmpty(): Promise<boolean>
  keyStoreTrusted(): Promise<boolean>
  /** Makes the office whole or not at all, and gives the recovery key, which is kept nowhere. */
  build(plan: OfficePlan): Promise<string>
}

/** The clerk of a plan, before anyone gave him an id. */
export interface PlannedClerk {
  readonly userName: string
  readonly fullName: string
  readonly role: ClerkRole
  readonly duties: readonly Duty[]
  readonly secret: string
}

export interface PlanNeeds {
  readonly now: () => Instant
  readonly newId: () => string
}
