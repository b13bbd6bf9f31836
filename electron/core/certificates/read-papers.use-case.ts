import type { Actor } from '#core/kernel/actor.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import type { Institution, IssuedPaper } from './certificate.model.ts'
import type { Documents, Institutions } from './certificates.ports.ts'
import type { DrawnPaper } from './paper.model.ts'
import type { Papers } from './papers.ports.ts'

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

/** The papers issued to the open citizen, newest first. */
export async function listPapers(visitId: string, needs: OfVisit): Promise<IssuedPaper[]> {
  const { citizenId } = await openVisit(needs, visitId, null)
  return [...(await needs.documents.listOfCitizen(citizenId))]
}

/** The clerk's papers that are issued and not printed. */
export async function listPrintQueue(needs: {
  readonly documents: Documents
  readonly actor: Actor
}): Promise<IssuedPaper[]> {
  return [...(await needs.documents.listUnprinted(needs.actor.clerkId))]
}

/**
 * An issued paper of the open citizen, drawn again from what it stated: the same bytes as on the day of issue.
 *
 * @refuses `not-found` for a paper of somebody else; `conflict` when the bytes are not those of the issue
 */
export async function redrawPaper(
  { visitId, documentId }: { readonly visitId: string; readonly documentId: string },
  needs: OfVisit & { readonly papers: Papers },
): Promise<DrawnPaper> {
  const { citizenId } = await openVisit(needs, visitId, null)
  const paper = await needs.documents.find(documentId)
  if (paper?.citizenId !== citizenId) throw new Refusal('not-found', { what: 'paper' })
  const drawn = await needs.papers.render(paper.statement)
  if (drawn.sha256 !== paper.sha256) throw new Refusal('conflict', { what: 'paper-differs' })
  return drawn
}
