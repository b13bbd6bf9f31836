import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { storedText } from '#core/kernel/text.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { requirePresentable } from './certificate-state.rules.ts'
import type { Documents } from './certificates.ports.ts'
import type { PensionCertificate, UseOrder } from './pension-certificates.model.ts'
import type { PensionCertificateBook } from './pension-certificates.ports.ts'
import { issuedCertificate } from './pension-certificates.rules.ts'

interface Needs extends VisitNeeds {
  readonly documents: Pick<Documents, 'find'>
  readonly certificates: PensionCertificateBook
  readonly now: () => Instant
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId: string
    readonly object: string
  }) => void
}

/**
 * Records that the bank presented a deduction certificate of the open citizen, by the number and day of its letter.
 *
 * @law domain brief §4
 * @refuses `not-found` for a paper of somebody else; `rule` and `conflict` as `requirePresentable` does
 */
export async function recordUse(
  { visitId, documentId, letterNumber, letterOn }: UseOrder,
  needs: Needs,
): Promise<PensionCertificate> {
  const { certificates, documents, today, now, actor, note } = needs
  const { citizenId } = await openVisit(needs, visitId, 'PENSION')
  const paper = await documents.find(documentId)
  if (paper?.citizenId !== citizenId) throw new Refusal('not-found', { what: 'paper' })
  const kept = await certificates.findIssued(documentId)
  if (!kept) throw new Refusal('rule', { what: 'use-not-of-this-kind' })
  note({ citizenId, visitId, object: `document ${documentId}` })
  requirePresentable(issuedCertificate(kept, today()), letterOn, today())
  const use = { letterNumber: storedText(letterNumber), letterOn }
  await certificates.recordUse(documentId, use, { at: now(), clerkId: actor.clerkId, visitId })
  return issuedCertificate({ ...kept, use }, today())
}
