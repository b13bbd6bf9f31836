import { issueBatch, listBatch } from '#core/certificates/issue-batch.use-case.ts'
import type { BatchProgress } from '#core/certificates/batch.model.ts'
import { issueLetter } from '#core/certificates/issue-letter.use-case.ts'
import { issuePaper } from '#core/certificates/issue-paper.use-case.ts'
import { keptFile } from '#core/certificates/kept-file.rules.ts'
import type { DrawnPaper } from '#core/certificates/paper.model.ts'
import { previewPaper } from '#core/certificates/preview-paper.use-case.ts'
import { dropPrint, printPaper } from '#core/certificates/print-paper.use-case.ts'
import {
  listDeductionLimits,
  listPapers,
  listPrintQueue,
  listRecipients,
  readPaper,
} from '#core/certificates/read-papers.use-case.ts'
import {
  listPensionCertificates,
  readDeductionStanding,
} from '#core/certificates/read-pension-certificates.use-case.ts'
import { recordUse } from '#core/certificates/record-use.use-case.ts'
import { savePapers } from '#core/certificates/save-papers.use-case.ts'
import { paperOrigin, readingNeeds, writingNeeds } from '../repositories.ts'
import type { Handlers, TaskScope } from '../scope.ts'
import type { BatchWatch } from './batch-watch.ts'
import { bindPapers } from './bound-papers.gateway.ts'
import { batchItemKey, sha256 } from './digests.ts'
import { Turns } from './turns.ts'

type CertificatesHandlers = Pick<Handlers, Extract<keyof Handlers, `certificates.${string}`>>

/** Milliseconds between two reports of how far a batch is. */
const REPORT_EVERY = 100

/** Papers of the counter: issued, printed, saved, one by one or in batches that `batches` knows of. */
export function certificatesHandlers(batches: BatchWatch): CertificatesHandlers {
  /** Documents on their way to a printer. */
  const underWay = new Set<string>()
  const turns = new Turns()
  const issuingNeeds = (scope: TaskScope) => ({
    ...makingNeeds(scope),
    inTurn: turns.take.bind(turns),
  })

  return {
    'certificates.recipients': ({ text }, scope) => listRecipients(text, readingNeeds(scope)),
    'certificates.deductionLimits': (_input, scope) => listDeductionLimits(readingNeeds(scope)),
    'certificates.deductionStanding': (input, scope) =>
      readDeductionStanding(input, readingNeeds(scope)),
    'certificates.ofPensions': (visitId, scope) =>
      listPensionCertificates(visitId, readingNeeds(scope)),
    'certificates.recordUse': (input, scope) => recordUse(input, writingNeeds(scope)),
    'certificates.preview': async (input, scope) =>
      pdfOf(await previewPaper(input, readingNeeds(scope))),
    'certificates.issue': (input, scope) => issuePaper(input, issuingNeeds(scope)),
    'certificates.letter': async ({ decisionId }, scope) => {
      const paper = await issueLetter(decisionId, issuingNeeds(scope))
      const file = await scope.inQuery((inside) =>
        keptFile(paper, 0, { ...readingNeeds(inside), sha256 }),
      )
      return { paper, ...pdfOf(file) }
    },
    'certificates.pdf': async (input, scope) =>
      pdfOf(await readPaper(input, { ...readingNeeds(scope), sha256 })),
    'certificates.print': (input, scope) => {
      const { desk, audit, now } = scope
      return printPaper(input, {
        ...makingNeeds(scope),
        ...{ desk, now, underWay, origin: paperOrigin(scope) },
        reading: (work) =>
          scope.inQuery((inside) => work({ ...readingNeeds(inside), note: audit.note })),
      })
    },
    'certificates.queue': (_input, scope) => listPrintQueue(readingNeeds(scope)),
    'certificates.ofCitizen': (visitId, scope) => listPapers(visitId, readingNeeds(scope)),
    'certificates.dropPrint': ({ documentId }, scope) =>
      dropPrint(documentId, { ...writingNeeds(scope), underWay }),
    'certificates.batchItems': (input, scope) => listBatch(input, readingNeeds(scope)),
    'certificates.issueBatch': (input, scope) => {
      const { window, actor, emit, tell } = scope
      const by = { window, clerkId: actor.clerkId }
      return batches.watched(input.idempotencyKey, by, (isCancelled) =>
        issueBatch(input, {
          ...issuingNeeds(scope),
          ...{ isCancelled, tell, keyOf: batchItemKey },
          onProgress: throttled((progress) => emit('certificates.batch', progress)),
        }),
      )
    },
    'certificates.cancelBatch': ({ batchId }, { actor }) => {
      batches.cancel(batchId, actor.clerkId)
      return Promise.resolve(null)
    },
    'certificates.save': (input, scope) => {
      const { desk, now } = scope
      return savePapers(input, { ...makingNeeds(scope), desk, now, bind: bindPapers })
    },
  }
}

type Read = ReturnType<typeof readingNeeds>
type Written = ReturnType<typeof writingNeeds>

function makingNeeds(scope: TaskScope) {
  const { papers, signer, newId } = scope
  return {
    ...{ papers, signer, newId, sha256 },
    reading: <T>(work: (needs: Read) => Promise<T>) =>
      scope.inQuery((inside) => work(readingNeeds(inside))),
    writing: <T>(work: (needs: Written) => Promise<T>) =>
      scope.inCommand((inside) => work(writingNeeds(inside))),
  }
}

/** Bytes travel to the screen as base64. */
function pdfOf({ bytes }: DrawnPaper): { readonly pdf: string } {
  return { pdf: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64') }
}

/** The first and the last report, and in between one now and then. */
function throttled(report: (progress: BatchProgress) => void): (progress: BatchProgress) => void {
  let last = Number.NEGATIVE_INFINITY
  return (progress) => {
    const now = performance.now()
    if (progress.done < progress.total && now - last < REPORT_EVERY) return
    last = now
    report(progress)
  }
}
