import type { Documents } from '#core/certificates/certificates.ports.ts'
import { keptFile } from '#core/certificates/kept-file.rules.ts'
import type { Actor } from '#core/kernel/actor.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { readSharePassword } from '#core/vault/share-password.rules.ts'
import { mayTry } from '#core/vault/share-tries.rules.ts'
import type { SharePasswords, Shares, ShareTryBook } from '#core/vault/shares.ports.ts'
import type { AskedShare, Verdict } from './verification.model.ts'

interface Reading {
  readonly documents: Documents
  readonly shares: Shares
}

interface Noting {
  readonly note: (about: { readonly citizenId?: number; readonly object: string }) => void
}

interface Writing extends Noting {
  readonly tries: ShareTryBook
}

interface Needs extends Noting {
  readonly actor: Actor
  readonly passwords: SharePasswords
  readonly today: () => Day
  readonly now: () => Instant
  /** Milliseconds since 1970, of the machine. */
  readonly clock: () => number
  /** SHA-256 of bytes in lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => string
  /** Whether a PDF is a genuine paper. */
  readonly check: (pdf: Uint8Array) => Promise<Verdict>
  /** Reads one state of the data. */
  readonly reading: <T>(work: (needs: Reading) => Promise<T>) => Promise<T>
  /** Writes in one transaction with its audit entry. */
  readonly writing: <T>(work: (needs: Writing) => Promise<T>) => Promise<T>
}

/** A paper that its citizen lets others ask for: its verdict and its very bytes. */
export interface ReadShare {
  readonly verdict: Verdict
  readonly pdf: Uint8Array
  /** The last day of the leave. */
  readonly until: Day
}

/** Costs as much time as the salt of somebody who has shared a paper. */
const NOBODYS_SALT = 'AAAAAAAAAAAAAAAAAAAAAA=='

/**
 * The paper that a citizen lets others ask for, by his national ID and the password of its slip. Every try, right or
 * wrong, costs one slow hash and stands in the trail. It is kept as wrong before it is looked at, so that neither many
 * at once nor a restart gain anything.
 *
 * @refuses `rule` for a try that comes too early, or after too many wrong ones at this person today; `forbidden` alike for an unknown person, a wrong password and a
 * leave that has ended
 */
export async function checkShare(
  { personId, password }: AskedShare,
  needs: Needs,
): Promise<ReadShare> {
  const { passwords, reading, today } = needs
  const tryId = await begin(personId, needs)
  const salt = await reading(({ shares }) => shares.findSalt(personId))
  const hash = await passwords.hash(readSharePassword(password), salt?.salt ?? NOBODYS_SALT)
  const share = await reading(({ shares }) => shares.findByHash(personId, hash, today()))
  if (!share) {
    // In the trail of the person, where there is one; the answer is the same for all.
    if (salt) needs.note({ citizenId: salt.citizenId, object: 'share' })
    throw new Refusal('forbidden', { what: 'share-check' })
  }
  const { citizenId, documentId, until } = share
  const file = await reading(async ({ documents }) => {
    const paper = await documents.find(documentId)
    if (!paper) throw new Refusal('not-found', { what: 'paper' })
    return keptFile(paper, 0, { documents, sha256: needs.sha256 })
  })
  const verdict = await needs.check(file.bytes)
  await needs.writing(async ({ note, tries }) => {
    note({ citizenId, object: `document ${documentId}` })
    await tries.addLook(tryId, share.shareId)
  })
  return { verdict, pdf: file.bytes, until }
}

/** Counts the try, unless none is to be made now. */
async function begin(
  personId: string,
  { actor, today, now, clock, writing }: Needs,
): Promise<number> {
  const { clerkId, workstation } = actor
  const verdict = await writing(async ({ note, tries }) => {
    const triedAt = clock()
    const on = today()
    const may = mayTry(await tries.findEarlier(workstation, personId, on), triedAt)
    note({ object: may.may ? 'share try' : 'share try refused' })
    if (!may.may) return may
    return await tries.addTry({ personId, clerkId, workstation, at: now(), on, triedAt })
  })
  if (typeof verdict === 'number') return verdict
  const { what, seconds } = verdict
  throw new Refusal('rule', seconds > 0 ? { what, values: { seconds } } : { what })
}
