import { z } from 'zod'
import { command, query, task } from '#core/kernel/method.ts'
import { Parameter } from '#core/parameters/parameters.model.ts'
import { PensionNumber } from '#core/pensions/pension.model.ts'
import { VisitId } from '#core/visits/visit.model.ts'
import { BatchItem, BatchOrder, BatchResult } from './batch.model.ts'
import {
  IdempotencyKey,
  Institution,
  IssuedPaper,
  PaperPdf,
  PrintResult,
} from './certificate.model.ts'
import { PaperOrder } from './paper.model.ts'
import { DeductionStanding, PensionCertificate, UseOrder } from './pension-certificates.model.ts'

const documentId = z.string().min(1).max(60)

const ordered = z.object({ visitId: VisitId, order: PaperOrder })

export const certificatesContract = {
  /** Active institutions whose name contains the text; all of them for an empty text. */
  'certificates.recipients': query({
    permission: 'certificates.issue',
    input: z.object({ text: z.string().max(80) }),
    output: z.array(Institution),
  }),
  /** The dated values that limit a deduction certificate, so that the form shows them before anything is typed. */
  'certificates.deductionLimits': query({
    permission: 'certificates.issue',
    input: z.null(),
    output: z.array(Parameter),
  }),
  /** What a pension is bound to and how much may still be promised. */
  'certificates.deductionStanding': query({
    permission: 'certificates.issue',
    input: z.object({ visitId: VisitId, pensionNumber: PensionNumber }),
    output: DeductionStanding,
  }),
  /** Certificates of the citizen's pensions with their states, newest first. */
  'certificates.ofPensions': query({
    permission: 'certificates.issue',
    input: VisitId,
    output: z.array(PensionCertificate),
  }),
  /** The bank presented a deduction certificate; said once, and never taken back. */
  'certificates.recordUse': command({
    permission: 'certificates.issue',
    input: UseOrder,
    output: PensionCertificate,
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
  /** The letter of a decision, to whoever decided, without a visit; with its bytes, to be looked at. */
  'certificates.letter': task({
    permission: 'requests.decide',
    input: z.object({ decisionId: z.string().min(1).max(60) }),
    output: z.object({ paper: IssuedPaper, pdf: z.string() }),
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
  /** Takes a paper out of the clerk's queue unprinted; it stays issued. */
  'certificates.dropPrint': command({
    permission: 'certificates.issue',
    input: z.object({ documentId }),
    output: IssuedPaper,
  }),
  /** What a batch would issue. */
  'certificates.batchItems': query({
    permission: 'certificates.issue',
    input: z.object({ visitId: VisitId, batch: BatchOrder }),
    output: z.array(BatchItem),
  }),
  /** Issues a list, each paper in a transaction of its own; progress comes as events, the summary at the end. */
  'certificates.issueBatch': task({
    permission: 'certificates.issue',
    input: z.object({ visitId: VisitId, batch: BatchOrder, idempotencyKey: IdempotencyKey }),
    output: BatchResult,
  }),
  /** Papers issued until now stay issued. */
  'certificates.cancelBatch': task({
    permission: 'certificates.issue',
    input: z.object({ batchId: IdempotencyKey }),
    output: z.null(),
  }),
  /** Saves issued papers of the open visit where the clerk says: in one signed PDF, or many in a folder. */
  'certificates.save': task({
    permission: 'certificates.issue',
    input: z.object({
      visitId: VisitId,
      documentIds: z.array(documentId).min(1).max(500),
      as: z.enum(['one', 'many']),
    }),
    output: z.string().nullable(),
  }),
}
