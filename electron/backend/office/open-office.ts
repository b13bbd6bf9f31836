import type { Extracts } from '#core/extracts/extracts.ports.ts'
import type { OfficeIdentity, OfficePlan } from '#core/office/office.ports.ts'
import type { OfficeKeys } from '#core/verification/verification.ports.ts'
import type { OfficeDatabase } from '../database/engines/encrypted-sqlite.ts'
import type { Writing } from '../database/schema.ts'

/** An office whose key is in memory and whose databases are open. */
export interface OpenOffice {
  readonly identity: OfficeIdentity
  readonly database: OfficeDatabase
  readonly extracts: Extracts
  readonly keys: OfficeKeys
}

/** What other slices bring to an office; joined in `compose.ts`. */
export interface OfficeFurnishing {
  extractsOf(database: OfficeDatabase): Promise<Extracts>
  /** The office's keys, made where there are none yet. */
  keysOf(database: OfficeDatabase, identity: OfficeIdentity): Promise<OfficeKeys>
  /** Writes what a new office begins with: its clerks and the first entry of its trail. */
  found(tx: Writing, plan: OfficePlan): Promise<void>
}
