import { z } from 'zod'
import { Rial } from '#core/kernel/rial.ts'
import { RequestPaper } from './request-paper.model.ts'

/**
 * What a decider does with a request. ASK: data to be completed; RETURN: papers to be corrected; PROCESS: the expert's
 * approval, for the head's last word; REFUSE; APPROVE: granted; ARTICLE16: art. 16 review of a debt accepted.
 */
export const DecisionAct = z.enum(['ASK', 'RETURN', 'PROCESS', 'REFUSE', 'APPROVE', 'ARTICLE16'])
export type DecisionAct = z.infer<typeof DecisionAct>

/** Why a request is refused: a code, and where it is written; null where no article says it. */
export const RefusalReason = z.object({
  code: z.string().min(1).max(60),
  article: z.string().min(1).max(40).nullable(),
})
export type RefusalReason = z.infer<typeof RefusalReason>

/** What a step of a request says of the decision that it was. */
export const EventDecision = z.object({
  decisionId: z.string(),
  act: DecisionAct,
  /** Codes of the papers to be corrected. */
  papers: z.array(RequestPaper),
  reason: RefusalReason.nullable(),
  /** The amount that was decided, where the office pays one. */
  amount: Rial.nullable(),
  /** Why it was granted against the rule. */
  override: z.string().nullable(),
})
export type EventDecision = z.infer<typeof EventDecision>

const text = (longest: number) => z.string().trim().min(3).max(longest)

/** What is said with an act, as the decider typed it. */
export const DecisionWords = z.discriminatedUnion('act', [
  z.object({ act: z.literal('ASK'), note: text(500) }),
  z.object({
    act: z.literal('RETURN'),
    papers: z.array(RequestPaper).min(1).max(30),
    note: text(500).nullable(),
  }),
  z.object({
    act: z.enum(['PROCESS', 'APPROVE', 'ARTICLE16']),
    note: text(500).nullable(),
    /** Needed where the rule says no. */
    override: text(500).nullable(),
  }),
  z.object({ act: z.literal('REFUSE'), reason: RefusalReason, note: text(1000) }),
])
export type DecisionWords = z.infer<typeof DecisionWords>
