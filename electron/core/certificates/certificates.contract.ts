import { z } from 'zod'
import { query, task } from '#core/kernel/method.ts'
import { VisitId } from '#core/visits/visit.model.ts'
import {
  IdempotencyKey,
  Institution,
  IssuedPaper,
  PaperOrder,
  PaperPdf,
  PrintResult,
} from './certificate.model.ts'

const ordered = z.object({ visitId: VisitId, order: PaperOrder })

export const certificatesContract = {
  /** Active institutions whose name contains the text; all of them for an empty text. */
  'certificates.recipients': query({
    permission: 'certificates.issue',
    input: z.object({ text: z.string().max(80) }),
    output: z.array(Institution),
  }),
  /** The paper as it would be, without a number and marked as a preview. */
  'certificates.preview': query({
    permission: 'certificates.issue',
    input: ordered,
    output: PaperPdf,
  }),
  /** Draws outside its transaction, so that nobody waits for a paper to be drawn. */
  'certificates.issue': task({
    permission: 'certificates.issue',
    input: ordered.extend({ idempotencyKey: IdempotencyKey }),
    output: IssuedPaper,
  }),
  /** The bytes of an issued paper of the open visit, the same as on the day of issue. */
  'certificates.pdf': query({
    permission: 'certificates.issue',
    input: z.object({ visitId: VisitId, documentId: z.string().max(60) }),
    output: PaperPdf,
  }),
  /** Prints an issued paper. A second print needs a reason and is marked «المثنی» with its count. */
  'certificates.print': task({
    permission: 'certificates.issue',
    input: z.object({
      documentId: z.string().max(60),
      reason: z.string().trim().min(3).max(200).nullable(),
    }),
    output: PrintResult,
  }),
  /** Papers of this clerk that are issued and not yet printed. */
  'certificates.queue': query({
    permission: 'certificates.issue',
    input: z.null(),
    output: z.array(IssuedPaper),
  }),
  'certificates.ofCitizen': query({
    permission: 'certificates.issue',
    input: VisitId,
    output: z.array(IssuedPaper),
  }),
}
