import { stateOfIssued } from '#core/certificates/certificate-state.rules.ts'
import type { Documents } from '#core/certificates/certificates.ports.ts'
import type { PensionCertificates } from '#core/certificates/pension-certificates.ports.ts'
import { covers } from '#core/certificates/state-paper.rules.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { boxLimits } from './box-limits.rules.ts'
import type { Shares } from './shares.ports.ts'
import type { Box, BoxedPaper } from './vault.model.ts'
import type { ScanFile, Vault } from './vault.ports.ts'

interface Needs extends VisitNeeds {
  readonly certificates: PensionCertificates
  readonly documents: Documents
  readonly parameters: Parameters
  readonly shares: Shares
  readonly vault: Vault
}

/** The box of the open citizen: papers of the parts that the visit covers, newest first, and scans of requests. */
export async function readBox(visitId: string, needs: Needs): Promise<Box> {
  const visit = await openVisit(needs, visitId, null)
  const { citizenId } = visit
  const { vault } = needs
  const papers = await listBoxed(citizenId, needs)
  const seesScans = visit.scope.includes('BENEFITS')
  return {
    papers: papers.filter((paper) => covers(visit, paper)),
    scans: seesScans ? [...(await vault.listScans(citizenId))] : null,
    usedBytes: await vault.usedBytes(citizenId),
    limits: boxLimits(await needs.parameters.list(), needs.today()),
  }
}

async function listBoxed(
  citizenId: number,
  { certificates, documents, shares, today }: Needs,
): Promise<BoxedPaper[]> {
  const day = today()
  const issued = await documents.listOfCitizen(citizenId)
  const revoked = new Set(await shares.listRevoked(citizenId))
  const inForce = await shares.listInForce(citizenId, day)
  const kept = await certificates.listIssued(citizenId)
  const uses = new Map(kept.map(({ documentId, use }) => [documentId, use]))
  return issued.map((paper) => {
    const { documentId, validUntil } = paper
    const isRevoked = revoked.has(documentId)
    const revocation = isRevoked ? { on: day, reason: '' } : null
    const use = uses.get(documentId) ?? null
    const standing = stateOfIssued({ validUntil, revocation, use }, day)
    const share = inForce.find((one) => one.documentId === documentId) ?? null
    return { ...paper, standing, share }
  })
}

interface Pictures extends VisitNeeds {
  readonly vault: Vault
  /** SHA-256 of bytes in lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => string
}

/**
 * A scan of the open citizen, byte for byte as it is kept.
 *
 * @refuses `forbidden` where the visit does not cover requests; `not-found` for a scan of somebody else; `conflict`
 * when the bytes are not those that were kept
 */
export async function readScan(
  { visitId, documentId }: { readonly visitId: string; readonly documentId: string },
  needs: Pictures,
): Promise<ScanFile> {
  const { citizenId } = await openVisit(needs, visitId, 'BENEFITS')
  const scan = await needs.vault.findScan(documentId)
  const file = await needs.vault.findScanFile(documentId)
  if (scan?.citizenId !== citizenId || !file) throw new Refusal('not-found', { what: 'scan' })
  if (needs.sha256(file.bytes) !== file.sha256)
    throw new Refusal('conflict', { what: 'scan-differs' })
  return file
}
