import { jalaliOf } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { OfficeSigner } from '#core/verification/verification.ports.ts'
import type { VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { HeldVisit } from '#core/visits/visits.ports.ts'
import type { IssuedPaper } from './certificate.model.ts'
import type { PaperKind, PaperOrder } from './paper.model.ts'
import type { DocumentBook, KeptPaper, NewPaper } from './certificates.ports.ts'
import type { DrawnPaper, PaperStatement } from './paper.model.ts'
import { paperNumber } from './paper-number.rules.ts'
import type { Papers } from './papers.ports.ts'
import type { PaperSources } from './paper-sources.ports.ts'
import { figuresOf, toldOf, statePaper, visitForPaper } from './state-paper.rules.ts'

type Reading = VisitNeeds & PaperSources

interface Writing extends VisitNeeds {
  readonly documents: DocumentBook
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId: string
    readonly object: string
  }) => void
}

/** Makes a statement into the paper that is handed out. */
export interface PaperMaking {
  readonly papers: Papers
  readonly signer: OfficeSigner
  /** SHA-256 of bytes in lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => string
}

interface Needs extends PaperMaking {
  readonly newId: () => string
  /** Runs the work for one kind of paper one after the other: two that foresee the same number draw one for nothing. */
  readonly inTurn: <T>(kind: PaperKind, work: () => Promise<T>) => Promise<T>
  /** Reads one state of the data. */
  readonly reading: <T>(work: (needs: Reading) => Promise<T>) => Promise<T>
  /** Writes in one transaction with its audit entry. */
  readonly writing: <T>(work: (needs: Writing) => Promise<T>) => Promise<T>
}

/** What `issuePaper` needs, for those who issue many. */
export type IssuingNeeds = Needs

interface Ordered {
  readonly visitId: string
  readonly order: PaperOrder
  readonly idempotencyKey: string
}

type PlannedPaper = Omit<NewPaper, 'file' | 'documentId'>
type Plan =
  { readonly issued: KeptPaper } | { readonly paper: PlannedPaper; readonly issued?: undefined }

/** How often another process on the same office may take the foreseen number first. */
const TRIES = 5

/**
 * Issues a paper once: the same key again, or the receipt of a request that has one, answers with the paper already
 * issued. The paper is sealed, drawn and signed under the next number before the transaction begins, and the
 * transaction takes exactly that number or nothing: the write lock is never held while drawing, and what is answered
 * is durable with its bytes. `citizenId`: whom the paper is about where that is not the visitor; a rule must have let
 * the visitor have it.
 *
 * @refuses what the paper's rule refuses; `conflict` for a key used for another citizen
 */
export async function issuePaper(
  ordered: Ordered,
  needs: Needs,
  citizenId?: number,
): Promise<IssuedPaper> {
  return needs.inTurn(ordered.order.kind, () => tryIssuing(ordered, needs, citizenId))
}

async function tryIssuing(
  ordered: Ordered,
  needs: Needs,
  citizenId: number | undefined,
): Promise<IssuedPaper> {
  for (let turn = 0; turn < TRIES; turn++) {
    const plan = await needs.reading((reading) => planPaper(ordered, reading, citizenId))
    if (plan.issued) return issuedPaper(plan.issued)
    const statement = await sealed(plan.paper, needs)
    const file = await handedOut(statement, plan.paper.issuedAt, needs)
    const paper: NewPaper = { ...plan.paper, statement, file, documentId: needs.newId() }
    const issued = await keepPaper(paper, ordered, needs)
    if (issued) return issuedPaper(issued)
  }
  throw new Refusal('unavailable', { what: 'paper-number' })
}

async function sealed(
  { kind, number, statement }: PlannedPaper,
  { signer }: PaperMaking,
): Promise<PaperStatement> {
  const { day, validUntil } = statement.issue
  const figures = [...figuresOf(statement)]
  const seal = await signer.seal({ kind, number, day, validUntil, figures })
  return { ...statement, issue: { ...statement.issue, seal } }
}

/** A statement drawn and signed: the bytes that are kept, printed and saved, with their hash. */
export async function handedOut(
  statement: PaperStatement,
  at: Instant,
  { papers, signer, sha256 }: PaperMaking,
): Promise<DrawnPaper> {
  const drawn = await papers.render(statement)
  const bytes = await signer.sign(drawn.bytes, at)
  return { bytes, sha256: sha256(bytes) }
}

/** A decision has one letter, however often and by whomever it is asked for. */
function keyOf({ order, idempotencyKey }: Ordered): string {
  return order.kind === 'decision-letter' ? order.decisionId : idempotencyKey
}

async function planPaper(
  ordered: Ordered,
  reading: Reading,
  about: number | undefined,
): Promise<Plan> {
  const { visitId, order } = ordered
  const idempotencyKey = keyOf(ordered)
  const visit = await visitForPaper(reading, visitId, order)
  const { documents, requests } = reading
  const { citizenId, personId } = await subjectOf(visit, about, reading)
  const before = await documents.findByKey(idempotencyKey)
  if (before) return { issued: requireSame(before, citizenId) }
  const request =
    order.kind === 'request-receipt' ? await requests.findFiledHere(order.trackingCode) : undefined
  const receipt = request && (await documents.findOfRequest(request.requestId))
  if (receipt) return { issued: requireSame(receipt, citizenId) }
  const { kind } = order
  const { year } = jalaliOf(reading.today())
  const serial = await documents.nextSerial({ kind, year })
  const number =
    order.kind === 'request-receipt'
      ? order.trackingCode
      : paperNumber(reading.origin.branch.code, kind, year, serial)
  const naming = { number, trackingCode: await requests.newTrackingCode() }
  const statement = await statePaper(order, citizenId, naming, reading)
  return {
    paper: {
      ...{ idempotencyKey, kind, number, year, serial, visitId, statement },
      citizenId,
      personId,
      clerkId: reading.actor.clerkId,
      issuedAt: statement.issue.at,
      requestId: request?.requestId ?? null,
    },
  }
}

async function subjectOf(
  visit: HeldVisit,
  about: number | undefined,
  { citizens }: PaperSources,
): Promise<Pick<NewPaper, 'citizenId' | 'personId'>> {
  if (about === undefined || about === visit.citizenId) return visit
  const identity = await citizens.findIdentity(about)
  if (!identity) throw new Refusal('not-found', { what: 'citizen' })
  return { citizenId: about, personId: identity.personId }
}

function requireSame(paper: KeptPaper, citizenId: number): KeptPaper {
  if (paper.citizenId !== citizenId) throw new Refusal('conflict', { what: 'idempotency-key' })
  return paper
}

/** Another desk took the number; nothing was written. */
class NumberTaken extends Error {}

/** Undefined when the number is taken meanwhile. */
async function keepPaper(
  paper: NewPaper,
  { visitId, order }: Ordered,
  needs: Needs,
): Promise<KeptPaper | undefined> {
  try {
    return await needs.writing(async (writing) => {
      await visitForPaper(writing, visitId, order)
      const { documents } = writing
      const before = await documents.findByKey(paper.idempotencyKey)
      if (before) return requireSame(before, paper.citizenId)
      if ((await documents.takeSerial(paper)) !== paper.serial) throw new NumberTaken()
      await documents.add(paper)
      const { citizenId, documentId } = paper
      writing.note({ citizenId, visitId, object: `document ${documentId}` })
      return waiting(paper)
    })
  } catch (cause) {
    if (cause instanceof NumberTaken) return undefined
    throw cause
  }
}

/** The paper just issued, not printed yet. */
function waiting({ file, ...paper }: NewPaper): KeptPaper {
  const told = toldOf(paper.statement)
  const print = { printState: 'WAITING', printFault: null, prints: 0 } as const
  return { ...paper, ...told, ...print, sha256: file.sha256, revoked: false }
}

/** Only what the screen may know. */
export function issuedPaper(paper: IssuedPaper): IssuedPaper {
  const { documentId, kind, number, issuedAt, citizenName, sha256 } = paper
  const { validUntil, trackingCode, printState, printFault, prints } = paper
  return {
    ...{ documentId, kind, number, issuedAt, citizenName, sha256 },
    ...{ validUntil, trackingCode, printState, printFault, prints },
  }
}
