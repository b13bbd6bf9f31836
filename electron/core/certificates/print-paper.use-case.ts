import type { Actor } from '#core/kernel/actor.ts'
import type { Desk, PrintOutcome } from '#core/kernel/desk.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Visits } from '#core/visits/visits.ports.ts'
import type { PrintResult } from './certificate.model.ts'
import type { DocumentBook, KeptPaper, PaperOrigin, Print } from './certificates.ports.ts'
import { issuedPaper } from './issue-paper.use-case.ts'
import type { PaperStatement } from './paper.model.ts'
import type { Papers } from './papers.ports.ts'

interface Writing {
  readonly documents: DocumentBook
  readonly visits: Visits
  readonly note: (about: { readonly citizenId: number; readonly object: string }) => void
}

interface Needs {
  readonly papers: Papers
  readonly desk: Desk
  readonly origin: PaperOrigin
  readonly actor: Actor
  readonly now: () => Instant
  /** Writes in one transaction with its audit entry. */
  readonly writing: <T>(work: (needs: Writing) => Promise<T>) => Promise<T>
}

interface Ordered {
  readonly documentId: string
  readonly reason: string | null
}

/**
 * Prints an issued paper. What the printer says is recorded: a print that failed leaves the paper in the queue. After
 * the first print each further one is a reprint, marked «المثنی» with the first number, its count and the reason.
 *
 * @refuses a paper of another clerk, unless its citizen's file is open here (`forbidden`); a reprint without a reason
 * (`rule`); a first print whose bytes are not those of the issue (`conflict`)
 */
export async function printPaper(ordered: Ordered, needs: Needs): Promise<PrintResult> {
  const { paper, print, statement } = await needs.writing((writing) =>
    beginPrint(ordered, writing, needs),
  )
  const outcome = await send(paper, statement, needs)
  await needs.writing(async ({ documents, note }) => {
    const { documentId, citizenId } = paper
    note({ citizenId, object: `document ${documentId}` })
    const result = outcome.printed
      ? { state: 'PRINTED' as const, printer: outcome.where, fault: null }
      : { state: 'FAILED' as const, printer: null, fault: outcome.reason }
    await documents.finishPrint(print, result, needs.now())
  })
  return {
    paper: issuedPaper({
      ...paper,
      printState: outcome.printed ? 'PRINTED' : 'FAILED',
      prints: paper.prints + (outcome.printed ? 1 : 0),
    }),
    printed: outcome.printed,
    where: outcome.printed ? outcome.where : null,
    reason: outcome.printed ? null : outcome.reason,
  }
}

interface Begun {
  readonly paper: KeptPaper
  readonly print: Print
  readonly statement: PaperStatement
}

async function beginPrint(
  { documentId, reason }: Ordered,
  { documents, visits, note }: Writing,
  { actor, now }: Needs,
): Promise<Begun> {
  const paper = await documents.find(documentId)
  if (!paper) throw new Refusal('not-found', { what: 'paper' })
  note({ citizenId: paper.citizenId, object: `document ${documentId}` })
  if (paper.clerkId !== actor.clerkId) {
    const visit = await visits.findOpenOfClerk(actor.clerkId)
    if (visit?.citizenId !== paper.citizenId)
      throw new Refusal('forbidden', { what: 'paper-of-another-clerk' })
  }
  if (paper.prints > 0 && reason === null)
    throw new Refusal('rule', {
      what: 'reprint-reason',
      field: 'reason',
      values: { prints: paper.prints },
    })
  const print = await documents.startPrint(documentId, reason, now())
  return { paper, print, statement: reprintOf(paper, reason) }
}

/** The stated paper itself the first time; afterwards the same with the mark of a reprint. */
function reprintOf(
  { statement, number, prints }: KeptPaper,
  reason: string | null,
): PaperStatement {
  if (prints === 0 || reason === null) return statement
  const reprint = { firstNumber: number, count: prints, reason }
  return { ...statement, issue: { ...statement.issue, reprint } }
}

async function send(
  paper: KeptPaper,
  statement: PaperStatement,
  { papers, desk, origin }: Needs,
): Promise<PrintOutcome> {
  try {
    const drawn = await papers.render(statement)
    if (statement.issue.reprint === null && drawn.sha256 !== paper.sha256)
      throw new Refusal('conflict', { what: 'paper-differs' })
    const { printer } = await desk.readSettings()
    return await desk.print({
      pdf: drawn.bytes,
      title: `${paper.kind} ${paper.number}`,
      printer,
      tray: null,
      copies: 1,
      duplex: 'simplex',
      fileAllowed: origin.officeKind !== 'real',
    })
  } catch (cause) {
    if (cause instanceof Refusal && cause.data.code === 'conflict') throw cause
    return { printed: false, reason: 'failed' }
  }
}
