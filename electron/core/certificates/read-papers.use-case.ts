import type { Actor } from '#core/kernel/actor.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import type { Institution, IssuedPaper } from './certificate.model.ts'
import type { Documents, Institutions, KeptPaper } from './certificates.ports.ts'
import { keptFile } from './kept-file.rules.ts'
import { covers, visitForPaper } from './state-paper.rules.ts'
import type { DrawnPaper } from './paper.model.ts'

/** Whom a certificate may be addressed to. */
export async function listRecipients(
  text: string,
  needs: { readonly institutions: Institutions },
): Promise<Institution[]> {
  return [...(await needs.institutions.list(text))]
}

/** The dated limits of a deduction certificate, of every day. */
export async function listDeductionLimits(needs: {
  readonly parameters: Parameters
}): Promise<Parameter[]> {
  const all = await needs.parameters.list()
  return all.filter(({ code }) => code.startsWith('DEDUCTION_CERT_'))
}

interface OfVisit extends VisitNeeds {
  readonly documents: Documents
}

/** The papers issued to the open citizen that the visit covers, newest first. */
export async function listPapers(visitId: string, needs: OfVisit): Promise<IssuedPaper[]> {
  const visit = await openVisit(needs, visitId, null)
  const papers = await needs.documents.listOfCitizen(visit.citizenId)
  return papers.filter((paper) => covers(visit, paper))
}

/** The clerk's papers that are issued and not printed, in the order of their issue. */
export async function listPrintQueue(needs: {
  readonly documents: Documents
  readonly actor: Actor
}): Promise<IssuedPaper[]> {
  return [...(await needs.documents.listUnprinted(needs.actor.clerkId))]
}

interface OfFile extends OfVisit {
  /** SHA-256 of bytes in lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => string
}

/**
 * The bytes of an issued paper of the open visit, as they were handed out.
 *
 * @refuses `not-found` for a paper of somebody else; `conflict` when the bytes are not those of the issue
 */
export async function readPaper(
  { visitId, documentId }: { readonly visitId: string; readonly documentId: string },
  needs: OfFile,
): Promise<DrawnPaper> {
  const [paper] = await papersOfVisit(visitId, [documentId], needs)
  if (!paper) throw new Refusal('not-found', { what: 'paper' })
  return keptFile(paper, 0, needs)
}

/**
 * Issued papers of the open citizen, or issued in his visit (his family's), in the order they were asked for.
 *
 * @refuses `not-found` for a paper of somebody else; `forbidden` for one that the visit does not cover
 */
export async function papersOfVisit(
  visitId: string,
  documentIds: readonly string[],
  needs: OfVisit,
): Promise<readonly KeptPaper[]> {
  const { citizenId } = await openVisit(needs, visitId, null)
  const papers: KeptPaper[] = []
  for (const documentId of documentIds) {
    const paper = await needs.documents.find(documentId)
    if (!paper || (paper.citizenId !== citizenId && paper.visitId !== visitId))
      throw new Refusal('not-found', { what: 'paper' })
    await visitForPaper(needs, visitId, paper)
    papers.push(paper)
  }
  return papers
}
