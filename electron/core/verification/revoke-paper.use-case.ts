import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Actor } from '#core/kernel/actor.ts'
import { storedText } from '#core/kernel/text.ts'
import { typedCode } from './seal-text.rules.ts'
import type { Revocation } from './verification.model.ts'
import type { RevocationBook } from './verification.ports.ts'

interface Needs {
  readonly book: RevocationBook
  readonly actor: Actor
  readonly now: () => Instant
  readonly note: (about: { readonly citizenId: number; readonly object: string }) => void
}

/**
 * Says of an issued paper that nobody may rely on it any more.
 *
 * @refuses a number never given (`not-found`); a paper that is revoked already (`conflict`)
 */
export async function revokePaper(
  ordered: { readonly number: string; readonly reason: string },
  { book, actor, now, note }: Needs,
): Promise<Revocation> {
  const paper = await book.findPaper(typedCode(ordered.number))
  if (!paper) throw new Refusal('not-found', { what: 'paper', field: 'number' })
  const { documentId, citizenId, number, kind, day } = paper
  note({ citizenId, object: `document ${documentId}` })
  if (paper.revocation) throw new Refusal('conflict', { what: 'paper-revoked' })
  const at = now()
  const reason = storedText(ordered.reason)
  await book.revoke({ documentId, at, clerkId: actor.clerkId, reason })
  return { documentId, number, kind, issuedOn: day, revokedAt: at, reason }
}
