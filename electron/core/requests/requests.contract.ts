import { z } from 'zod'
import { IdempotencyKey } from '#core/certificates/certificate.model.ts'
import { Day } from '#core/kernel/day.ts'
import { Decision, Reason } from '#core/kernel/decision.ts'
import { command, query } from '#core/kernel/method.ts'
import { VaultProof } from '#core/vault/vault.model.ts'
import { VisitId } from '#core/visits/visit.model.ts'
import { FilledForm } from './request-forms.model.ts'
import { RequestPaper } from './request-paper.model.ts'
import {
  Draft,
  DraftForm,
  FileableKind,
  FiledRequest,
  RequestDetail,
  RequestSummary,
} from './request.model.ts'

const ofKind = z.object({ visitId: VisitId, kind: FileableKind })

/**
 * What is known before typing: the verdict of the rule with what was typed so far (null until
 * there is enough), an open request of the same kind, the papers, and what the file already knows.
 */
export const Assessment = z.object({
  decision: Decision.nullable(),
  openRequest: RequestSummary.nullable(),
  /** The service pays to an account of the person, and none is registered. */
  lacksAccount: z.boolean(),
  /** `inBox`: the scan by which the citizen's box proves it already. */
  papers: z.array(
    z.object({ code: RequestPaper, required: z.boolean(), inBox: VaultProof.nullable() }),
  ),
  /** What the choice fields offer, by the name of the field; without a label the screen has a text for the id. */
  choices: z.record(
    z.string(),
    z.array(z.object({ id: z.string(), label: z.string().optional() })),
  ),
  prefilled: DraftForm,
  /** What the data says of what is typed: for fields that are empty still. */
  filled: DraftForm,
})
export type Assessment = z.infer<typeof Assessment>

/** How a service stands before anything is typed. UNDECIDED: the form must tell something first. */
export const ServiceState = z.object({
  kind: FileableKind,
  state: z.enum([
    'ENTITLED',
    'UNDECIDED',
    'NOT_ENTITLED',
    'OPEN_REQUEST',
    'NO_ACCOUNT',
    'OUTSIDE_POWER',
  ]),
  trackingCode: z.string().nullable(),
  because: Reason.nullable(),
  from: Day.nullable(),
})
export type ServiceState = z.infer<typeof ServiceState>

const ofRequest = z.object({
  visitId: VisitId,
  trackingCode: z.string().min(1).max(20),
  version: z.number().int().positive(),
})

export const requestsContract = {
  'requests.services': query({
    permission: 'requests.file',
    input: VisitId,
    output: z.array(ServiceState),
  }),
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
      request: FilledForm,
    }),
    output: FiledRequest,
  }),
  'requests.withdraw': command({
    permission: 'requests.file',
    input: ofRequest.extend({ reason: z.string().trim().min(3).max(300) }),
    output: RequestDetail,
  }),
  /** Hands in what was asked for: papers or data. */
  'requests.complete': command({
    permission: 'requests.file',
    input: ofRequest.extend({
      papers: z.array(RequestPaper).max(30),
      note: z.string().trim().min(3).max(500),
    }),
    output: RequestDetail,
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
}
