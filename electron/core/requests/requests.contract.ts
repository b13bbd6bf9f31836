import { z } from 'zod'
import { MarriageForm } from '#core/benefits/marriage.model.ts'
import { IdempotencyKey } from '#core/certificates/certificate.model.ts'
import { Decision } from '#core/kernel/decision.ts'
import { command, query } from '#core/kernel/method.ts'
import { VisitId } from '#core/visits/visit.model.ts'
import {
  Draft,
  DraftForm,
  FileableKind,
  FiledRequest,
  RequestDetail,
  RequestSummary,
  Worklist,
  WorklistQuery,
} from './request.model.ts'

const ofKind = z.object({ visitId: VisitId, kind: FileableKind })

/**
 * What is known before typing: the verdict of the rule with what was typed so far (null until
 * there is enough), an open request of the same kind, the papers, and what the file already knows.
 */
export const Assessment = z.object({
  decision: Decision.nullable(),
  openRequest: RequestSummary.nullable(),
  hasAccount: z.boolean(),
  papers: z.array(z.object({ code: z.string(), required: z.boolean() })),
  prefilled: DraftForm,
})
export type Assessment = z.infer<typeof Assessment>

export const requestsContract = {
  'requests.assess': query({
    permission: 'requests.file',
    input: ofKind.extend({ form: DraftForm }),
    output: Assessment,
  }),
  'requests.draft': query({
    permission: 'requests.file',
    input: ofKind,
    output: Draft.nullable(),
  }),
  'requests.saveDraft': command({
    permission: 'requests.file',
    input: ofKind.extend({ form: DraftForm }),
    output: Draft,
  }),
  'requests.discardDraft': command({
    permission: 'requests.file',
    input: ofKind,
    output: z.null(),
  }),
  /** Files once: the same key again answers with the request already filed. */
  'requests.file': command({
    permission: 'requests.file',
    input: z.object({
      visitId: VisitId,
      idempotencyKey: IdempotencyKey,
      request: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('MARRIAGE'), form: MarriageForm }),
      ]),
    }),
    output: FiledRequest,
  }),
  'requests.ofCitizen': query({
    permission: 'requests.read',
    input: VisitId,
    output: z.array(RequestSummary),
  }),
  'requests.detail': query({
    permission: 'requests.read',
    input: z.object({ visitId: VisitId, trackingCode: z.string().min(1).max(20) }),
    output: RequestDetail,
  }),
  'requests.worklist': query({
    permission: 'requests.read',
    input: WorklistQuery,
    output: Worklist,
  }),
}
