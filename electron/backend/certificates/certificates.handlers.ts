import { issuePaper } from '#core/certificates/issue-paper.use-case.ts'
import type { DrawnPaper } from '#core/certificates/paper.model.ts'
import { previewPaper } from '#core/certificates/preview-paper.use-case.ts'
import { printPaper } from '#core/certificates/print-paper.use-case.ts'
import {
  listDeductionLimits,
  listPapers,
  listPrintQueue,
  listRecipients,
  redrawPaper,
} from '#core/certificates/read-papers.use-case.ts'
import { paperOrigin, readingNeeds, writingNeeds } from '../repositories.ts'
import type { Handlers } from '../scope.ts'

/** Bytes travel to the screen as base64. */
function pdfOf({ bytes }: DrawnPaper): { readonly pdf: string } {
  return { pdf: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64') }
}

export const certificatesHandlers = {
  'certificates.recipients': ({ text }, scope) => listRecipients(text, readingNeeds(scope)),
  'certificates.deductionLimits': (_input, scope) => listDeductionLimits(readingNeeds(scope)),
  'certificates.preview': async (input, scope) =>
    pdfOf(await previewPaper(input, readingNeeds(scope))),
  'certificates.issue': (input, scope) =>
    issuePaper(input, {
      papers: scope.papers,
      newId: scope.newId,
      reading: (work) => scope.inQuery((inside) => work(readingNeeds(inside))),
      writing: (work) => scope.inCommand((inside) => work(writingNeeds(inside))),
    }),
  'certificates.pdf': async (input, scope) => pdfOf(await redrawPaper(input, readingNeeds(scope))),
  'certificates.print': (input, scope) =>
    printPaper(input, {
      papers: scope.papers,
      desk: scope.desk,
      origin: paperOrigin(scope),
      actor: scope.actor,
      now: scope.now,
      writing: (work) => scope.inCommand((inside) => work(writingNeeds(inside))),
    }),
  'certificates.queue': (_input, scope) => listPrintQueue(readingNeeds(scope)),
  'certificates.ofCitizen': (visitId, scope) => listPapers(visitId, readingNeeds(scope)),
} satisfies Pick<
  Handlers,
  | 'certificates.recipients'
  | 'certificates.deductionLimits'
  | 'certificates.preview'
  | 'certificates.issue'
  | 'certificates.pdf'
  | 'certificates.print'
  | 'certificates.queue'
  | 'certificates.ofCitizen'
>
