import { Refusal } from '#core/kernel/refusal.ts'
import type { KeyFigure } from '#core/verification/seal.model.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { HeldVisit } from '#core/visits/visits.ports.ts'
import type { IssuedPaper } from './certificate.model.ts'
import type { OfficialPaper } from './official-paper.ts'
import { officialPapers } from './official-papers.ts'
import type { PaperIssue } from './paper-issue.model.ts'
import type { PaperSources } from './paper-sources.ports.ts'
import type { OrderOf, PaperKind, PaperOrder, PaperStatement, StatementOf } from './paper.model.ts'

/**
 * The open visit by which a paper may be made or seen.
 *
 * @refuses as `openVisit` does for the paper's part of the file; `forbidden` where the paper goes only to the person
 * and those who stand for him
 */
export async function visitForPaper(
  needs: VisitNeeds,
  visitId: string,
  { kind }: Pick<PaperOrder, 'kind'>,
): Promise<HeldVisit> {
  const { part, presence } = officialPapers[kind]
  const visit = await openVisit(needs, visitId, part)
  if (presence !== null && !presence.includes(visit.presenceKind))
    throw new Refusal('forbidden', { what: 'not-by-this-presence' })
  return visit
}

/** Whether a visit, as it stands, opens papers of a kind. */
export function covers(
  { scope, presenceKind }: Pick<HeldVisit, 'scope' | 'presenceKind'>,
  { kind }: Pick<PaperOrder, 'kind'>,
): boolean {
  const { part, presence } = officialPapers[kind]
  return (part === null || scope.includes(part)) && (presence?.includes(presenceKind) ?? true)
}

/** What a paper is issued under: null for a preview. */
export interface Naming {
  readonly number: string | null
  readonly trackingCode: string
}

/** Everything an ordered paper of a citizen states, from the data of this moment. @refuses what the paper's rule does */
export async function statePaper(
  order: PaperOrder,
  citizenId: number,
  naming: Naming,
  sources: PaperSources,
): Promise<PaperStatement> {
  return stateKind(order, citizenId, naming, sources)
}

async function stateKind<K extends PaperKind>(
  order: PaperOrder & { readonly kind: K },
  citizenId: number,
  { number, trackingCode }: Naming,
  sources: PaperSources,
): Promise<StatementOf<K>> {
  const paper: OfficialPaper<K> = officialPapers[order.kind]
  const identity = await sources.citizens.findIdentity(citizenId)
  if (!identity) throw new Refusal('not-found', { what: 'citizen' })
  const parameters = await sources.parameters.list()
  const issue: PaperIssue = {
    ...issueOf(number, sources),
    validUntil: paper.validUntil(sources.today(), parameters),
  }
  // A kind's order and its rule come from the same entry of the registry; the compiler cannot follow a union there.
  const ordered = order as unknown as OrderOf<K>
  const stating = { order: ordered, citizenId, identity, issue, trackingCode, parameters }
  return paper.state(stating, sources)
}

function issueOf(number: string | null, { origin, actor, today, now }: PaperSources): PaperIssue {
  return {
    number,
    day: today(),
    at: now(),
    officeKind: origin.officeKind,
    branch: origin.branch,
    clerkCode: actor.clerkCode,
    workstation: actor.workstation,
    validUntil: null,
    attachment: null,
    verificationUrl: origin.verificationUrl,
    seal: null,
    reprint: null,
  }
}

/** What lists of papers tell of a statement besides its number. */
export function toldOf(
  statement: PaperStatement,
): Pick<IssuedPaper, 'citizenName' | 'validUntil' | 'trackingCode'> {
  return {
    citizenName: nameOn(statement),
    validUntil: statement.issue.validUntil,
    trackingCode: 'trackingCode' in statement ? statement.trackingCode : null,
  }
}

/** The citizen whom a statement is about or for. */
function nameOn(statement: PaperStatement): string {
  if ('fullName' in statement) return statement.fullName
  if ('person' in statement) return statement.person.fullName
  return statement.requestedBy.fullName
}

/** The figures that a statement's seal vouches for, in the order of the kind's `figureNames`. */
export function figuresOf(statement: PaperStatement): readonly KeyFigure[] {
  // As above: the statement's own kind chooses the function.
  const figures = officialPapers[statement.kind].figures as (
    of: PaperStatement,
  ) => readonly KeyFigure[]
  return figures(statement)
}
