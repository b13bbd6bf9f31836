import { Refusal } from '#core/kernel/refusal.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { VaultBook } from './vault.ports.ts'

interface Needs extends VisitNeeds {
  readonly vault: VaultBook
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId: string
    readonly object: string
  }) => void
}

/**
 * Takes a scan out of the box of the open citizen; its bytes are gone, the trail stays.
 *
 * @refuses `forbidden` where the visit does not cover requests; `not-found` for a scan of somebody else; `rule` for
 * one on which a filed request rests
 */
export async function removeScan(
  { visitId, documentId }: { readonly visitId: string; readonly documentId: string },
  needs: Needs,
): Promise<null> {
  const { citizenId } = await openVisit(needs, visitId, 'BENEFITS')
  const scan = await needs.vault.findScan(documentId)
  if (scan?.citizenId !== citizenId) throw new Refusal('not-found', { what: 'scan' })
  if (scan.enclosed) throw new Refusal('rule', { what: 'scan-enclosed' })
  await needs.vault.removeScan(documentId)
  needs.note({ citizenId, visitId, object: `scan ${documentId}` })
  return null
}
