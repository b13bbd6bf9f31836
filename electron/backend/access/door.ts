import type { KeySlots } from '#core/access/access.ports.ts'
import type { AuditEntry } from '#core/audit/audit.model.ts'
import type { OfficeIdentity } from '#core/office/office.ports.ts'
import type { OfficeDatabase } from '../database/engines/encrypted-sqlite.ts'
import type { Writing } from '../database/schema.ts'

/** What sign-in needs of whoever keeps the key. */
export interface Door extends KeySlots {
  readonly isOpen: boolean
  /** Opens the office with a clerk's secret: the clerk's id, or undefined for a wrong one. */
  enter(userKey: string, secret: string): Promise<string | undefined>
  isSecretOf(clerkId: string, userKey: string, secret: string): Promise<boolean>
  use<T>(work: (office: InsideOffice) => Promise<T>): Promise<T>
}

export interface InsideOffice {
  readonly identity: OfficeIdentity
  readonly database: OfficeDatabase
}

export type AppendEntry = (tx: Writing, entry: AuditEntry) => Promise<void>
