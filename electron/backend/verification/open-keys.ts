import type { OfficeKeys } from '#core/verification/verification.ports.ts'
import type { OfficeIdentity } from '#core/office/office.ports.ts'
import type { OfficeDatabase } from '../database/engines/encrypted-sqlite.ts'
import { readOnly } from '../database/read-only.ts'
import type { Writing } from '../database/schema.ts'
import { findKeyInUse, KeyBookRepository } from './keys.repository.ts'
import { officeKeys, type OfficeKeysParts } from './office-keys.ts'
import { officeWords } from './office-words.ts'

export interface OpeningKeys extends Pick<OfficeKeysParts, 'signing' | 'now'> {
  readonly database: OfficeDatabase
  readonly identity: OfficeIdentity
  /** Writes into the trail, in the same transaction, that keys were made. */
  readonly made: (tx: Writing, keyId: string) => Promise<void>
}

/** The keys of an office that is being opened. One without keys, new or from an older program, gets them here. */
export async function openOfficeKeys(opening: OpeningKeys): Promise<OfficeKeys> {
  const { database, identity, signing, now, made } = opening
  const keys = officeKeys({
    ...{ signing, now, ...officeWords(identity) },
    dataKey: () => database.key,
  })
  const kept = await database.read(findKeyInUse)
  if (kept) {
    keys.use(kept)
    return keys
  }
  const fresh = await keys.make()
  const chosen = await database.transaction(async (tx) => {
    const reader = readOnly(tx)
    const other = await findKeyInUse(reader) // another program of this office was quicker
    if (other) return other
    await new KeyBookRepository(reader, tx).add(fresh.kept)
    await made(tx, fresh.kept.keyId)
    return fresh.kept
  })
  keys.use(chosen)
  return keys
}
