import { z } from 'zod'
import { IdempotencyKey } from '#core/certificates/certificate.model.ts'
import { Decision, Figure, Reason } from '#core/kernel/decision.ts'
import { command, query } from '#core/kernel/method.ts'
import { ScanPicture, VaultProof } from '#core/vault/vault.model.ts'
import { PresenceKind } from '#core/visits/visit.model.ts'
import { DecisionAct, DecisionWords } from './decision.model.ts'
import { RequestPaper } from './request-paper.model.ts'
import { RequestDetail, RequestStatus } from './request.model.ts'

const trackingCode = z.string().min(1).max(20)

const Named = z.object({ fullName: z.string(), clerkCode: z.string() })

/** A paper of a request: whether it was handed in, and the scans of it in the citizen's box. */
export const ItemPaper = z.object({
  code: RequestPaper,
  required: z.boolean(),
  received: z.boolean(),
  scans: z.array(VaultProof),
})
export type ItemPaper = z.infer<typeof ItemPaper>

/** Where the rule says something else today than on the day of filing. */
const Difference = z.object({
  of: z.enum(['ENTITLED', 'AMOUNT', 'FIGURE', 'REASON']),
  code: z.string(),
  filed: Figure.nullable(),
  now: Figure.nullable(),
})

/** A reason that may be chosen for a refusal. */
const Offered = Reason.extend({
  article: z.string().nullable(),
  from: z.enum(['RULE', 'LAW', 'GENERAL']),
})

/** `bar`: why the clerk may not do it; null when he may. */
export const ItemAct = z.object({ act: DecisionAct, bar: z.string().nullable() })
export type ItemAct = z.infer<typeof ItemAct>

/** One request as its decider sees it. */
export const RequestItem = z.object({
  request: RequestDetail,
  citizen: z.object({
    citizenId: z.number().int(),
    fullName: z.string(),
    maskedId: z.string(),
    fatherName: z.string().nullable(),
    /** He works in this office. */
    isColleague: z.boolean(),
  }),
  /** Whoever stood at the counter when it was filed. */
  presence: z.object({ kind: PresenceKind, holderName: z.string().nullable() }),
  filedBy: Named,
  owner: Named.nullable(),
  /** What the rule said when it was filed, and what it says now. */
  verdictFiled: Decision.nullable(),
  verdictNow: Decision.nullable(),
  differences: z.array(Difference),
  /** What the choice fields of the form are called, as in an assessment. */
  choices: z.record(
    z.string(),
    z.array(z.object({ id: z.string(), label: z.string().optional() })),
  ),
  papers: z.array(ItemPaper),
  acts: z.array(ItemAct),
  /** The rule does not say yes: granting needs a reason and the right to approve. */
  needsOverride: z.boolean(),
  /** What the rule reckons is what the office pays. */
  paysAmount: z.boolean(),
  reasons: z.array(Offered),
})
export type RequestItem = z.infer<typeof RequestItem>

/** What came of a decision. */
export const Decided = z.object({
  decisionId: z.string(),
  trackingCode: z.string(),
  act: DecisionAct,
  status: RequestStatus,
})
export type Decided = z.infer<typeof Decided>

export const decisionsContract = {
  /** One request with all that its decision rests on. It opens a citizen's data without a visit, so the trail keeps it. */
  'requests.item': command({
    permission: 'requests.decide',
    input: z.object({ trackingCode }),
    output: RequestItem,
  }),
  /** A scan of a paper of the request. */
  'requests.itemScan': query({
    permission: 'requests.decide',
    input: z.object({ trackingCode, documentId: z.string().min(1).max(60) }),
    output: ScanPicture,
  }),
  /** Decides once: the same key again answers with what was decided. */
  'requests.decide': command({
    permission: 'requests.decide',
    input: z.object({
      trackingCode,
      version: z.number().int().positive(),
      idempotencyKey: IdempotencyKey,
      words: DecisionWords,
    }),
    output: Decided,
  }),
}
