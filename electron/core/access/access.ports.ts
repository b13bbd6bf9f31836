import type { Instant } from '#core/kernel/instant.ts'
import type { ClerkRole, Duty } from '#core/kernel/permission.ts'

/** A clerk as the office keeps him. `userKey` is the name by which he signs in, folded. */
export interface Clerk {
  readonly clerkId: string
  readonly userName: string
  readonly userKey: string
  readonly fullName: string
  /** His own file is closed to him; null when he did not give his ID. */
  readonly personId: string | null
  readonly role: ClerkRole
  readonly duties: readonly Duty[]
  readonly branchCode: string
  readonly clerkCode: string
  readonly active: boolean
  readonly createdAt: Instant
}

/** The list of clerks, as far as reading goes. */
export interface Clerks {
  find(clerkId: string): Promise<Clerk | undefined>
  findByUserKey(userKey: string): Promise<Clerk | undefined>
  /** In the order in which they were added. */
  list(): Promise<readonly Clerk[]>
}

/** The list of clerks inside a transaction. Nobody is ever removed: papers name him by his code. */
export interface ChangingClerks extends Clerks {
  add(clerk: Clerk): Promise<void>
  setActive(clerkId: string, active: boolean): Promise<void>
  setDuties(clerkId: string, duties: readonly Duty[]): Promise<void>
}

/** The office's lock: each clerk's secret opens it, through a slot of his own. */
export interface KeySlots {
  /** Gives a clerk his slot; the office must be open. */
  addSlot(clerkId: string, userKey: string, secret: string): Promise<void>
}
