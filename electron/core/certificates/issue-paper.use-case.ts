import { jalaliOf } from '#core/kernel/day.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { HeldVisit } from '#core/visits/visits.ports.ts'
import type { IssuedPaper } from './certificate.model.ts'
import type { PaperOrder } from './paper.model.ts'
import type { DocumentBook, KeptPaper, NewPaper } from './certificates.ports.ts'
import type { PaperStatement } from './paper.model.ts'
import { paperNumber } from './paper-number.rules.ts'
import type { Papers } from './papers.ports.ts'
import type { PaperSources } from './paper-sources.ports.ts'
import { nameOn, statePaper, visitForPaper } from './state-paper.rules.ts'

type Reading = VisitNeeds & PaperSources

interface Writing extends VisitNeeds {
  readonly documents: DocumentBook
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId: string
    readonly object: string
  }) => void
}

interface Needs {
  readonly papers: Papers
  readonly newId: () => string
  /** Reads one state of the data. */
  readonly reading: <T>(work: (needs: Reading) => Promise<T>) => Promise<T>
  /** Writes in one transaction with its audit entry. */
  readonly writing: <T>(work: (needs: Writing) => Promise<T>) => Promise<T>
}

interface Ordered {
  readonly visitId: string
  readonly order: PaperOrder
  readonly idempotencyKey: string
}

type Plan =
  | { readonly issued: KeptPaper }
  | { readonly paper: Omit<NewPaper, 'sha256' | 'documentId'>; readonly issued?: undefined }

/** How often another desk may take the foreseen number first. */
const TRIES = 5

/**
 * Issues a paper once: the same key again, or the receipt of a request that has one, answers with the paper already
 * issued. The paper is drawn under the next number before the transaction begins, and the transaction takes exactly
 * that number or nothing: the write lock is never held while drawing, and what is answered is durable with its hash.
 *
 * @refuses what the paper's rule refuses; `conflict` for a key used for another citizen
 */
export async function issuePaper(ordered: Ordered, needs: Needs): Promise<IssuedPaper> {
  for (let turn = 0; turn < TRIES; turn++) {
    const plan = await needs.reading((reading) => planPaper(ordered, reading))
    if (plan.issued) return issuedPaper(plan.issued)
    const { sha256 } = await needs.papers.render(plan.paper.statement)
    const paper: NewPaper = { ...plan.paper, sha256, documentId: needs.newId() }
    const issued = await keepPaper(paper, ordered, needs)
    if (issued) return issuedPaper(issued)
  }
  throw new Refusal('unavailable', { what: 'paper-number' })
}

async function planPaper(
  { visitId, order, idempotencyKey }: Ordered,
  reading: Reading,
): Promise<Plan> {
  const visit = await visitForPaper(reading, visitId, order)
  const { documents, requests } = reading
  const before = await documents.findByKey(idempotencyKey)
  if (before) return { issued: requireSame(before, visit) }
  const request =
    order.kind === 'request-receipt' ? await requests.findFiledHere(order.trackingCode) : undefined
  const receipt = request && (await documents.findOfRequest(request.requestId))
  if (receipt) return { issued: requireSame(receipt, visit) }
  const { kind } = order
  const { year } = jalaliOf(reading.today())
  const serial = await documents.nextSerial({ kind, year })
  const number =
    order.kind === 'request-receipt'
      ? order.trackingCode
      : paperNumber(reading.origin.branch.code, kind, year, serial)
  const naming = { number, trackingCode: await requests.newTrackingCode() }
  const statement = await statePaper(order, visit.citizenId, naming, reading)
  return {
    paper: {
      ...{ idempotencyKey, kind, number, year, serial, visitId, statement },
      citizenId: visit.citizenId,
      personId: visit.personId,
      clerkId: reading.actor.clerkId,
      issuedAt: statement.issue.at,
      requestId: request?.requestId ?? null,
    },
  }
}

function requireSame(paper: KeptPaper, visit: HeldVisit): KeptPaper {
  if (paper.citizenId !== visit.citizenId)
    throw new Refusal('conflict', { what: 'idempotency-key' })
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
      const visit = await visitForPaper(writing, visitId, order)
      const { documents } = writing
      const before = await documents.findByKey(paper.idempotencyKey)
      if (before) return requireSame(before, visit)
      if ((await documents.takeSerial(paper)) !== paper.serial) throw new NumberTaken()
      await documents.add(paper)
      const { citizenId, documentId } = paper
      writing.note({ citizenId, visitId, object: `document ${documentId}` })
      return waiting(paper, paper.statement)
    })
  } catch (cause) {
    if (cause instanceof NumberTaken) return undefined
    throw cause
  }
}

/** The paper just issued, not printed yet. */
function waiting(paper: NewPaper, statement: PaperStatement): KeptPaper {
  const citizenName = nameOn(statement)
  return { ...paper, citizenName, printState: 'WAITING', printFault: null, prints: 0 }
}

/** Only what the screen may know. */
export function issuedPaper(paper: IssuedPaper): IssuedPaper {
  const { documentId, kind, number, issuedAt, citizenName, sha256 } = paper
  const { printState, printFault, prints } = paper
  return {
    ...{ documentId, kind, number, issuedAt, citizenName, sha256 },
    ...{ printState, printFault, prints },
  }
}
