import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { RemovalReason } from './vault.model.ts'
import type { VaultBook } from './vault.ports.ts'

interface Needs extends VisitNeeds {
  readonly vault: VaultBook
  readonly now: () => Instant
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId: string
    readonly object: string
  }) => void
}

interface Ordered {
  readonly visitId: string
  readonly documentId: string
  readonly reason: RemovalReason
}

/**
 * Takes a scan out of the box of the open citizen; its bytes are gone, the trail and the reason stay.
 *
 * @refuses `forbidden` where the visit does not cover requests; `not-found` for a scan of somebody else; `rule` for
 * one on which a filed request rests, with the tracking code of that request, or that shows a representative's paper
 */
export async function removeScan(
  { visitId, documentId, reason }: Ordered,
  needs: Needs,
): Promise<null> {
  const { citizenId } = await openVisit(needs, visitId, 'BENEFITS')
  const scan = await needs.vault.findScan(documentId)
  if (scan?.citizenId !== citizenId) throw new Refusal('not-found', { what: 'scan' })
  const [trackingCode] = scan.requests
  if (trackingCode !== undefined)
    throw new Refusal('rule', { what: 'scan-enclosed', values: { trackingCode } })
  if (scan.powerNumber !== null)
    throw new Refusal('rule', { what: 'scan-of-power', values: { number: scan.powerNumber } })
  const { clerkId } = needs.actor
  await needs.vault.removeScan(reason, { documentId, visitId, clerkId, at: needs.now() })
  needs.note({ citizenId, visitId, object: `scan ${documentId}` })
  return null
}
