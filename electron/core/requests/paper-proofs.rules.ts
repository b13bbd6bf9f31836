import type { Instant } from '#core/kernel/instant.ts'
import type { VaultProof, VaultScan } from '#core/vault/vault.model.ts'
import type { PaperDemand, RequestPaper } from './request-paper.model.ts'

/** Codes of the papers that have to be brought anew. */
export function anewCodes(demands: readonly PaperDemand[]): readonly RequestPaper[] {
  return demands.filter(({ anew }) => anew === true).map(({ code }) => code)
}

/** The scans of this very visit that show one of the papers and on which no other request rests, newest first. */
export function scansOfVisit(
  codes: readonly RequestPaper[],
  scans: readonly VaultScan[],
  { beganAt }: { readonly beganAt: Instant },
): readonly VaultScan[] {
  return scans.filter(
    ({ addedAt, papers, requests }) =>
      addedAt >= beganAt && requests.length === 0 && papers.some((paper) => codes.includes(paper)),
  )
}

/** A scan as what shows one paper. */
export function proofBy(
  { addedOn, documentId, title }: VaultScan,
  paper: RequestPaper,
): VaultProof {
  return { documentId, paper, title, addedOn }
}
