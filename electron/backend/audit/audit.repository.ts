import { createHash } from 'node:crypto'
import type { AuditEntry, ChainedEntry } from '#core/audit/audit.model.ts'
import { chainText, FIRST_HASH } from '#core/audit/audit.model.ts'
import type { Reading, Writing } from '../database/schema.ts'

function hashOf(entry: AuditEntry, previousHash: string): string {
  return createHash('sha256').update(chainText(entry, previousHash)).digest('hex')
}

/** Appends an entry to the trail; its place in the chain is taken in the same transaction. */
export async function appendEntry(tx: Writing, entry: AuditEntry): Promise<void> {
  const last = await tx
    .selectFrom('audit')
    .select('hash')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const previousHash = last?.hash ?? FIRST_HASH
  await tx
    .insertInto('audit')
    .values({
      at: entry.at,
      clerk_id: entry.clerkId,
      workstation: entry.workstation,
      visit_id: entry.visitId,
      citizen_id: entry.citizenId,
      action: entry.action,
      object: entry.object,
      outcome: entry.outcome,
      hash: hashOf(entry, previousHash),
      previous_hash: previousHash,
    })
    .execute()
}

/** Entries in order from `after` on, at most `limit` of them. */
export async function listEntries(
  db: Reading,
  after: number,
  limit: number,
): Promise<readonly ChainedEntry[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    clerkId: row.clerk_id,
    workstation: row.workstation,
    visitId: row.visit_id,
    citizenId: row.citizen_id,
    action: row.action,
    object: row.object,
    outcome: row.outcome,
    hash: row.hash,
    previousHash: row.previous_hash,
  }))
}

const PAGE = 1000

/** Number of the first entry that does not follow from the one before; undefined when all do. */
export async function findBreak(db: Reading): Promise<number | undefined> {
  let before = { seq: 0, hash: FIRST_HASH }
  for (;;) {
    const entries = await listEntries(db, before.seq, PAGE)
    for (const entry of entries) {
      const follows = entry.previousHash === before.hash && entry.seq === before.seq + 1
      if (!follows || entry.hash !== hashOf(entry, before.hash)) return entry.seq
      before = entry
    }
    if (entries.length < PAGE) return undefined
  }
}
