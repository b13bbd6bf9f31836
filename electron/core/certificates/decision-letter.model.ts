import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Rial } from '#core/kernel/rial.ts'
import { DecisionAct } from '#core/requests/decision.model.ts'
import { PaperIssue } from './paper-issue.model.ts'
import { PaperPerson } from './paper-person.model.ts'

export const DecisionLetterOrder = z.object({
  kind: z.literal('decision-letter'),
  decisionId: z.string().min(1).max(60),
})
export type DecisionLetterOrder = z.infer<typeof DecisionLetterOrder>

/** What a decider tells the applicant; that the expert has done his part is told to nobody outside. */
export const ToldAct = DecisionAct.exclude(['PROCESS'])
export type ToldAct = z.infer<typeof ToldAct>

/**
 * نامهٔ اعلام تصمیم: what was decided about a request, to its applicant. It says what the decision holds, and nothing
 * that was reckoned later. `trackingCode` is that of the request.
 */
export const DecisionLetter = z.object({
  kind: z.literal('decision-letter'),
  issue: PaperIssue,
  trackingCode: z.string().min(1).max(20),
  person: PaperPerson,
  /** What the kind of request is called. */
  title: z.string().min(1),
  filedOn: Day,
  decidedOn: Day,
  act: ToldAct,
  /** Code of the clerk who decided, which need not be the one who issues. */
  decidedBy: z.string().min(1).max(40),
  /** It was the last word, which is the head's. */
  byHead: z.boolean(),
  /** To be corrected. */
  papers: z.array(z.string().min(1)),
  note: z.string().min(1).nullable(),
  /** Where the reason of a refusal is written, in words. */
  article: z.string().min(1).nullable(),
  /** What was granted, where the office pays it. */
  amount: Rial.nullable(),
  /** How a refusal may be objected to. */
  objection: z.string().min(1).nullable(),
})
export type DecisionLetter = z.infer<typeof DecisionLetter>
