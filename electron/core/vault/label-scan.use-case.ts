import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { shownScan } from './add-scan.use-case.ts'
import { isNewLabel, labelFault } from './scan-label.rules.ts'
import type { ScanLabel, VaultScan } from './vault.model.ts'
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

interface Ordered extends ScanLabel {
  readonly visitId: string
  readonly documentId: string
}

/**
 * Corrects what a scan of the open citizen is called and what it proves, beside what it was called before; its bytes
 * stay as they are. The same label again changes nothing.
 *
 * @refuses `forbidden` where the visit does not cover requests; `not-found` for a scan of somebody else; `rule` for
 * more papers than the file has pages, and for taking a paper from a scan on which a filed request rests
 */
export async function labelScan(
  { visitId, documentId, title, papers }: Ordered,
  needs: Needs,
): Promise<VaultScan> {
  const { vault, actor } = needs
  const { citizenId } = await openVisit(needs, visitId, 'BENEFITS')
  const scan = await vault.findScan(documentId)
  if (scan?.citizenId !== citizenId) throw new Refusal('not-found', { what: 'scan' })
  needs.note({ citizenId, visitId, object: `scan ${documentId}` })
  const label: ScanLabel = { title, papers: [...new Set(papers)] }
  if (!isNewLabel(scan, label)) return shownScan(scan)
  const fault = labelFault(scan, label)
  if (fault)
    throw new Refusal('rule', {
      ...{ what: fault, field: 'papers' },
      values: { pages: scan.measure?.pages ?? 1, trackingCode: scan.requests[0] ?? '' },
    })
  const deed = { documentId, visitId, clerkId: actor.clerkId, at: needs.now() }
  await vault.labelScan(label, deed)
  return shownScan({ ...scan, ...label })
}
