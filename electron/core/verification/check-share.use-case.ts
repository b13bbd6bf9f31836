import type { Documents } from '#core/certificates/certificates.ports.ts'
import { keptFile } from '#core/certificates/kept-file.rules.ts'
import type { Day } from '#core/kernel/day.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { readSharePassword } from '#core/vault/share-password.rules.ts'
import type { SharePasswords, Shares } from '#core/vault/shares.ports.ts'
import type { AskedShare, Verdict } from './verification.model.ts'

interface Reading {
  readonly documents: Documents
  readonly shares: Shares
}

interface Noting {
  readonly note: (about: { readonly citizenId: number; readonly object: string }) => void
}

/** Slows down whoever tries passwords. */
export interface ShareTries {
  /** Counts a try as wrong before it is looked at. @refuses a try that comes too early (`rule`, with the seconds) */
  begin(workstation: string): void
  /** The try was right: its desk begins anew. */
  succeed(workstation: string): void
}

interface Needs extends Noting {
  readonly tries: ShareTries
  readonly workstation: string
  readonly passwords: SharePasswords
  readonly today: () => Day
  /** SHA-256 of bytes in lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => string
  /** Whether a PDF is a genuine paper. */
  readonly check: (pdf: Uint8Array) => Promise<Verdict>
  /** Reads one state of the data. */
  readonly reading: <T>(work: (needs: Reading) => Promise<T>) => Promise<T>
  /** Writes the audit entry. */
  readonly writing: <T>(work: (needs: Noting) => Promise<T>) => Promise<T>
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
 * wrong, costs one slow hash and stands in the trail.
 *
 * @refuses `rule` for a try that comes too early; `forbidden` alike for an unknown person, a wrong password and a
 * leave that has ended
 */
export async function checkShare(
  { personId, password }: AskedShare,
  needs: Needs,
): Promise<ReadShare> {
  const { tries, workstation, passwords, reading, today } = needs
  tries.begin(workstation)
  const salt = await reading(({ shares }) => shares.findSalt(personId))
  const hash = await passwords.hash(readSharePassword(password), salt?.salt ?? NOBODYS_SALT)
  const share = await reading(({ shares }) => shares.findByHash(personId, hash, today()))
  if (!share) {
    // In the trail of the person, where there is one; the answer is the same for all.
    if (salt) needs.note({ citizenId: salt.citizenId, object: 'share' })
    throw new Refusal('forbidden', { what: 'share-check' })
  }
  tries.succeed(workstation)
  const { citizenId, documentId, until } = share
  const file = await reading(async ({ documents }) => {
    const paper = await documents.find(documentId)
    if (!paper) throw new Refusal('not-found', { what: 'paper' })
    return keptFile(paper, 0, { documents, sha256: needs.sha256 })
  })
  const verdict = await needs.check(file.bytes)
  await needs.writing(({ note }) => {
    note({ citizenId, object: `document ${documentId}` })
    return Promise.resolve()
  })
  return { verdict, pdf: file.bytes, until }
}
