import type { Instant } from '#core/kernel/instant.ts'

/** What the trail says of one deed: identifiers and outcome, never what was typed or shown. */
export interface AuditEntry {
  readonly at: Instant
  readonly clerkId: string | null
  readonly workstation: string | null
  readonly visitId: string | null
  readonly citizenId: number | null
  /** The method of the contract. */
  readonly action: string
  readonly object: string | null
  /** 'done', or the code of the refusal. */
  readonly outcome: string
}

/** An entry in its place in the chain. */
export interface ChainedEntry extends AuditEntry {
  readonly seq: number
  readonly hash: string
  readonly previousHash: string
}

/** What stands before the first entry. */
export const FIRST_HASH = '0'.repeat(64)

/** The text whose SHA-256 is the entry's hash: it holds the hash before, so no link can be changed alone. */
export function chainText(entry: AuditEntry, previousHash: string): string {
  return JSON.stringify([
    previousHash,
    entry.at,
    entry.clerkId,
    entry.workstation,
    entry.visitId,
    entry.citizenId,
    entry.action,
    entry.object,
    entry.outcome,
  ])
}
