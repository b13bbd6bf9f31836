import type { Actor } from '#core/kernel/actor.ts'
import type { Desk, PrintOutcome } from '#core/kernel/desk.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { DeskSettings, PaperPrinting } from '#core/kernel/settings.ts'
import type { Visits } from '#core/visits/visits.ports.ts'
import type { IssuedPaper, PrintResult } from './certificate.model.ts'
import type {
  DocumentBook,
  Documents,
  KeptPaper,
  PaperOrigin,
  Print,
  PrintEnd,
} from './certificates.ports.ts'
import { handedOut, issuedPaper, type PaperMaking } from './issue-paper.use-case.ts'
import { keptFile } from './kept-file.rules.ts'
import type { DrawnPaper, PaperKind, PaperStatement } from './paper.model.ts'
import { covers } from './state-paper.rules.ts'

interface Reading {
  readonly documents: Documents
  readonly visits: Visits
  readonly actor: Actor
  readonly note: (about: { readonly citizenId: number; readonly object: string }) => void
}

interface Writing extends Reading {
  readonly documents: DocumentBook
}

interface Needs extends PaperMaking {
  readonly desk: Desk
  readonly origin: PaperOrigin
  readonly now: () => Instant
  /** Documents that this program is handing to a printer now, whoever asked. */
  readonly underWay: Set<string>
  /** Reads one state of the data. */
  readonly reading: <T>(work: (needs: Reading) => Promise<T>) => Promise<T>
  /** Writes in one transaction with its audit entry. */
  readonly writing: <T>(work: (needs: Writing) => Promise<T>) => Promise<T>
}

interface Ordered {
  readonly documentId: string
  readonly reason: string | null
}

/**
 * Prints an issued paper: the very bytes that were kept at its issue. That it goes to the printer is durable before it
 * goes, and so is what the printer says: a print that failed leaves the paper in the queue, and one of which nobody
 * knows the end (the program died) is found SENDING. Both are printed again as they are. After a print that is done
 * each further one is a reprint, marked «المثنی» with the first number, its count and the reason, and kept too.
 *
 * @refuses a paper of another clerk, unless its citizen's file is open here (`forbidden`); a reprint without a reason
 * (`rule`); a revoked paper (`rule`); a paper on its way to the printer, or whose bytes are not those that were kept (`conflict`)
 */
export async function printPaper(ordered: Ordered, needs: Needs): Promise<PrintResult> {
  const { documentId } = ordered
  if (needs.underWay.has(documentId)) throw new Refusal('conflict', { what: 'print-under-way' })
  needs.underWay.add(documentId)
  try {
    const sheet = await prepare(ordered, needs)
    const print = await begin(sheet, needs)
    const outcome = await send(sheet, needs)
    return await end(sheet, print, outcome, needs)
  } finally {
    needs.underWay.delete(documentId)
  }
}

/** What goes to the printer. `isNew`: a reprint whose bytes are not kept yet. */
interface Sheet extends Pick<Print, 'copy' | 'reason'> {
  readonly paper: KeptPaper
  readonly file: DrawnPaper
  readonly isNew: boolean
}

async function prepare(ordered: Ordered, needs: Needs): Promise<Sheet> {
  const found = await needs.reading(async (reading) => {
    const { documents } = reading
    const paper = await ownPaper(ordered.documentId, reading)
    if (paper.revoked) throw new Refusal('rule', { what: 'paper-revoked' })
    const again = chosenCopy(paper, await documents.findLastPrint(paper.documentId), ordered.reason)
    const file = again.isNew
      ? undefined
      : await keptFile(paper, again.copy, { documents, ...needs })
    return { ...again, paper, file }
  })
  const { paper, copy, reason } = found
  const file =
    found.file ?? (await handedOut(reprintOf(paper, copy, reason ?? ''), needs.now(), needs))
  return { ...found, file }
}

/**
 * What is printed next. A print that is not done is taken up again with the bytes it had, unless another reason is
 * given for a reprint; after one that is done comes the next reprint.
 */
function chosenCopy(
  { prints, printState }: KeptPaper,
  last: Print | undefined,
  reason: string | null,
): Pick<Sheet, 'copy' | 'reason' | 'isNew'> {
  if (!last || prints === 0) return { copy: 0, reason: null, isNew: false }
  const isOpen = printState !== 'PRINTED' && printState !== 'DROPPED'
  if (isOpen && (reason === null || reason === last.reason)) return { ...last, isNew: false }
  if (reason === null)
    throw new Refusal('rule', { what: 'reprint-reason', field: 'reason', values: { prints } })
  return { copy: last.copy + 1, reason, isNew: true }
}

/** What was stated, sealed as it was, with the mark of a reprint. */
function reprintOf(
  { statement, number }: KeptPaper,
  count: number,
  reason: string,
): PaperStatement {
  const reprint = { firstNumber: number, count, reason }
  return { ...statement, issue: { ...statement.issue, reprint } }
}

function begin({ paper, copy, reason, isNew, file }: Sheet, needs: Needs): Promise<Print> {
  return needs.writing(async (writing) => {
    const { documents } = writing
    const { documentId } = paper
    const now = await ownPaper(documentId, writing)
    if (now.revoked) throw new Refusal('rule', { what: 'paper-revoked' })
    // Another process on the same office may have printed since this one looked.
    if (now.prints !== paper.prints) throw new Refusal('conflict', { what: 'print-under-way' })
    if (isNew) await documents.keepReprint(documentId, copy, file, needs.now())
    return documents.startPrint(documentId, { copy, reason }, needs.now())
  })
}

async function send({ paper, file }: Sheet, { desk, origin }: Needs): Promise<PrintOutcome> {
  try {
    return await desk.print({
      pdf: file.bytes,
      title: `${paper.kind} ${paper.number}`,
      ...printingOf(paper.kind, await desk.readSettings()),
      fileAllowed: origin.officeKind !== 'real',
    })
  } catch {
    return { printed: false, reason: 'failed' }
  }
}

/** How a kind of paper is printed here: what was set for it, else the desk's printer, once, on one side. */
export function printingOf(kind: PaperKind, { printer, papers }: DeskSettings): PaperPrinting {
  const set = papers[kind]
  if (!set) return { printer, tray: null, copies: 1, duplex: 'simplex' }
  return { ...set, printer: set.printer ?? printer }
}

async function end(
  { paper }: Sheet,
  print: Print,
  outcome: PrintOutcome,
  { writing, now }: Needs,
): Promise<PrintResult> {
  const { documentId, citizenId } = paper
  const printEnd: PrintEnd = outcome.printed
    ? { state: 'PRINTED', printer: outcome.where, fault: null }
    : { state: 'FAILED', printer: null, fault: outcome.reason }
  await writing(async ({ documents, note }) => {
    note({ citizenId, object: `document ${documentId}` })
    await documents.finishPrint(print, printEnd, now())
  })
  const { state, printer, fault } = printEnd
  const prints = paper.prints + (outcome.printed ? 1 : 0)
  return {
    paper: issuedPaper({ ...paper, printState: state, printFault: fault, prints }),
    printed: outcome.printed,
    where: printer,
    reason: fault,
  }
}

interface Dropping extends Writing {
  readonly underWay: ReadonlySet<string>
  readonly now: () => Instant
}

/**
 * Takes a paper out of the queue unprinted; it stays issued, and one that is out already stays out.
 *
 * @refuses as `printPaper` does; `conflict` when it is printed
 */
export async function dropPrint(documentId: string, needs: Dropping): Promise<IssuedPaper> {
  const { documents, underWay, now } = needs
  if (underWay.has(documentId)) throw new Refusal('conflict', { what: 'print-under-way' })
  const paper = await ownPaper(documentId, needs)
  const last = await documents.findLastPrint(documentId)
  if (paper.printState === 'DROPPED') return issuedPaper(paper)
  if (!last || last.state === 'PRINTED') throw new Refusal('conflict', { what: 'paper-is-printed' })
  await documents.dropPrint(last, now())
  return issuedPaper({ ...paper, printState: 'DROPPED' })
}

async function ownPaper(
  documentId: string,
  { documents, visits, actor, note }: Reading,
): Promise<KeptPaper> {
  const paper = await documents.find(documentId)
  if (!paper) throw new Refusal('not-found', { what: 'paper' })
  note({ citizenId: paper.citizenId, object: `document ${documentId}` })
  if (paper.clerkId === actor.clerkId) return paper
  const visit = await visits.findOpenOfClerk(actor.clerkId)
  if (visit?.citizenId === paper.citizenId && covers(visit, paper)) return paper
  throw new Refusal('forbidden', { what: 'paper-of-another-clerk' })
}
