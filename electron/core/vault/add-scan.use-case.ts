import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { checkScan } from './scan-file.rules.ts'
import type { ScanToAdd, VaultScan } from './vault.model.ts'
import type { KeptScan, NewScan, VaultBook } from './vault.ports.ts'

/** Bytes of scans that one citizen may have; papers of the office itself do not count. */
export const QUOTA = 10 * 1024 * 1024

interface Needs extends VisitNeeds {
  readonly vault: VaultBook
  readonly now: () => Instant
  readonly newId: () => string
  /** SHA-256 of bytes in lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => string
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId: string
    readonly object: string
  }) => void
}

type ScanBytes = Omit<ScanToAdd, 'bytes'> & { readonly bytes: Uint8Array }

/**
 * Puts a scan into the box of the open citizen. The same picture for the same paper again answers with the one that
 * is there.
 *
 * @refuses `forbidden` where the visit does not cover requests; `rule` for what is no whole PDF, JPEG or PNG, for a
 * picture that proves another paper already, and when the box is full
 */
export async function addScan(
  { visitId, paper, title, bytes }: ScanBytes,
  needs: Needs,
): Promise<VaultScan> {
  const { vault, actor, now, newId } = needs
  const { citizenId } = await openVisit(needs, visitId, 'BENEFITS')
  const checked = checkScan(bytes)
  if (!checked.ok) throw new Refusal('rule', { what: checked.fault, field: 'bytes' })
  const sha256 = needs.sha256(bytes)
  const before = await vault.findSamePicture(citizenId, sha256)
  if (before?.paper === paper) return shownScan(before)
  if (before)
    throw new Refusal('rule', {
      what: 'scan-same-picture',
      field: 'bytes',
      values: { paper: before.paper },
    })
  const free = QUOTA - (await vault.usedBytes(citizenId))
  if (bytes.length > free)
    throw new Refusal('rule', {
      what: 'box-full',
      field: 'bytes',
      values: { free: Math.max(0, Math.floor(free / 1024)) },
    })
  const scan: NewScan = {
    ...{ documentId: newId(), citizenId, paper, title, visitId },
    ...{ clerkId: actor.clerkId, addedAt: now() },
    file: { format: checked.format, bytes, sha256 },
  }
  await vault.addScan(scan)
  needs.note({ citizenId, visitId, object: `scan ${scan.documentId}` })
  const added = await vault.findScan(scan.documentId)
  if (!added) throw new Error('the scan that was just added is not there')
  return shownScan(added)
}

/** Only what the screen may know. */
function shownScan({ citizenId: _, ...scan }: KeptScan): VaultScan {
  return scan
}
