import type { Documents, KeptPaper } from '#core/certificates/certificates.ports.ts'
import type { PrintFault } from '#core/certificates/certificate.model.ts'
import { visitForPaper } from '#core/certificates/state-paper.rules.ts'
import type { Desk, PrintOutcome } from '#core/kernel/desk.ts'
import { dayInTehran, type Instant } from '#core/kernel/instant.ts'
import { maskNationalId } from '#core/kernel/masking.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { forceOf } from '#core/verification/verdict.rules.ts'
import type { VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { PresenceKind } from '#core/visits/visit.model.ts'
import type { HeldVisit } from '#core/visits/visits.ports.ts'
import type { ShareSlip } from './share-slip.model.ts'
import { lastDayOf } from './share-term.rules.ts'
import type { NewShare, ShareBook, SharePasswords, Shares } from './shares.ports.ts'
import { readSharePassword } from './share-password.rules.ts'
import type { Share, SharedPaper, ShareTerm } from './vault.model.ts'

interface Reading extends VisitNeeds {
  readonly documents: Documents
  readonly shares: Shares
}

interface Noting {
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId: string
    readonly object: string
  }) => void
}

interface Writing extends Reading, Noting {
  readonly shares: ShareBook
}

interface Needs {
  readonly passwords: SharePasswords
  readonly office: ShareSlip['office']
  /** Draws the slip as a PDF. */
  readonly drawSlip: (slip: ShareSlip) => Promise<Uint8Array>
  readonly desk: Desk
  readonly now: () => Instant
  readonly newId: () => string
  /** Reads one state of the data. */
  readonly reading: <T>(work: (needs: Reading) => Promise<T>) => Promise<T>
  /** Writes in one transaction with its audit entry. */
  readonly writing: <T>(work: (needs: Writing) => Promise<T>) => Promise<T>
}

interface Ordered {
  readonly visitId: string
  readonly documentId: string
  readonly term: ShareTerm
}

/** A password goes only into the hand of the person or of somebody who stands for him. */
const HANDS: readonly PresenceKind[] = [
  'SELF',
  'LAWYER',
  'ATTORNEY',
  'NATURAL_GUARDIAN',
  'GUARDIAN',
  'COMPANY_SIGNATORY',
]

/**
 * Lets others ask for an issued paper of the open citizen, by his national ID and a password that stands on a slip
 * for him and nowhere else: neither the office nor the screen knows it afterwards. Without a printed slip nobody has
 * the password, so the share is taken back.
 *
 * @law domain brief §3.4, §3.21
 * @refuses `not-found` for a paper of somebody else; `forbidden` for one that the visit does not cover, or when
 * nobody stands here who may have the password; `rule` for a paper that is revoked or past its last day; `conflict`
 * for one that is shared already
 */
export async function sharePaper(ordered: Ordered, needs: Needs): Promise<SharedPaper> {
  const { passwords } = needs
  const { visitId, documentId, term } = ordered
  const known = await needs.reading(async (reading) => {
    const { visit, paper } = await shareable(ordered, reading)
    const salt = await reading.shares.findSalt(visit.personId)
    const { actor } = reading
    return { visit, paper, salt: salt?.salt, actor, today: reading.today() }
  })
  const { visit, paper, actor, today } = known
  const salt = known.salt ?? passwords.newSalt()
  const password = passwords.newPassword()
  const share: NewShare = {
    ...{ shareId: needs.newId(), documentId, from: today, until: lastDayOf(term, today) },
    ...{ citizenId: visit.citizenId, personId: visit.personId, visitId, clerkId: actor.clerkId },
    ...{ salt, hash: await passwords.hash(readSharePassword(password), salt) },
    sharedAt: needs.now(),
  }
  const slip = await needs.drawSlip({
    office: needs.office,
    at: share.sharedAt,
    ...{ clerkCode: actor.clerkCode, workstation: actor.workstation },
    ...{ fullName: paper.citizenName, maskedNationalId: maskNationalId(visit.personId) },
    ...{ paper: paper.kind, number: paper.number, from: share.from, until: share.until, password },
  })
  await needs.writing((writing) => keep(share, ordered, writing))
  const outcome = await print(slip, share, needs)
  if (outcome.printed) return { share: told(share), where: outcome.where, fault: null }
  await needs.writing(async ({ shares, note }) => {
    note({ ...share, object: `document ${documentId}` })
    await shares.endShare(share.shareId, 'NOT_PRINTED', needs.now())
  })
  return { share: null, where: null, fault: outcome.reason }
}

async function shareable(
  { visitId, documentId }: Ordered,
  reading: Reading,
): Promise<{ readonly visit: HeldVisit; readonly paper: KeptPaper }> {
  const { paper, visit } = await paperOfVisit({ visitId, documentId }, reading)
  if (!HANDS.includes(visit.presenceKind))
    throw new Refusal('forbidden', { what: 'not-by-this-presence' })
  const today = reading.today()
  const on = dayInTehran(paper.issuedAt)
  const force = forceOf(
    { validUntil: paper.validUntil, revocation: paper.revoked ? { on, reason: '' } : null },
    today,
  )
  if (force === 'REVOKED') throw new Refusal('rule', { what: 'paper-revoked' })
  if (force === 'EXPIRED') throw new Refusal('rule', { what: 'paper-expired' })
  if (await reading.shares.findInForce(documentId, today))
    throw new Refusal('conflict', { what: 'share-in-force' })
  return { visit, paper }
}

async function paperOfVisit(
  { visitId, documentId }: Pick<Ordered, 'visitId' | 'documentId'>,
  reading: Reading,
): Promise<{ readonly visit: HeldVisit; readonly paper: KeptPaper }> {
  const paper = await reading.documents.find(documentId)
  // The visit is asked first even for a paper that is not there: without one nobody learns which papers there are.
  const visit = await visitForPaper(reading, visitId, paper ?? { kind: 'request-receipt' })
  if (paper?.citizenId !== visit.citizenId) throw new Refusal('not-found', { what: 'paper' })
  return { visit, paper }
}

async function keep(share: NewShare, ordered: Ordered, writing: Writing): Promise<void> {
  await shareable(ordered, writing)
  const salt = await writing.shares.findSalt(share.personId)
  // Another desk gave the person his salt meanwhile; under a second one the password would never be found.
  if (salt && salt.salt !== share.salt) throw new Refusal('conflict', { what: 'share-under-way' })
  writing.note({ ...share, object: `document ${share.documentId}` })
  await writing.shares.addShare(share)
}

async function print(
  pdf: Uint8Array,
  { shareId }: Share,
  { desk, office }: Needs,
): Promise<PrintOutcome | { readonly printed: false; readonly reason: PrintFault }> {
  try {
    const { printer } = await desk.readSettings()
    return await desk.print({
      ...{ pdf, printer, title: `share ${shareId}`, tray: null, copies: 1, duplex: 'simplex' },
      fileAllowed: office.kind !== 'real',
    })
  } catch {
    return { printed: false, reason: 'failed' }
  }
}

function told({ shareId, documentId, from, until }: Share): Share {
  return { shareId, documentId, from, until }
}

/**
 * Takes back the leave to ask for a paper of the open citizen, whoever gave it; ending it twice changes nothing.
 *
 * @refuses `not-found` for a share of somebody else; `forbidden` where the visit does not cover the paper
 */
export async function endShare(
  { visitId, shareId }: { readonly visitId: string; readonly shareId: string },
  needs: Writing & { readonly now: () => Instant },
): Promise<null> {
  const share = await needs.shares.findShare(shareId)
  if (!share) throw new Refusal('not-found', { what: 'share' })
  const { documentId } = share
  const { visit } = await paperOfVisit({ visitId, documentId }, needs)
  needs.note({ citizenId: visit.citizenId, visitId, object: `document ${documentId}` })
  await needs.shares.endShare(shareId, 'REVOKED', needs.now())
  return null
}
