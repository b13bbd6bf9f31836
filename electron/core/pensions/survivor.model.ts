import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Decision, Figure } from '#core/kernel/decision.ts'
import { Rial } from '#core/kernel/rial.ts'
import { PensionStatus, Relation } from './pension.model.ts'

/** What does not fit in the shares of a file as the centre sent them; shown, never corrected. */
export const SurvivorNotice = z.object({
  code: z.enum([
    'SHARES_ABOVE_WHOLE',
    'SHARE_DIFFERS',
    'AMOUNT_DIFFERS',
    'ACTIVE_AFTER_END',
    'HEIR_DECEASED',
  ]),
  /** The heir it is about; null where it is about all. */
  name: z.string().nullable(),
  day: Day.nullable(),
  sentBp: z.int().nullable(),
  lawfulBp: z.int().nullable(),
})
export type SurvivorNotice = z.infer<typeof SurvivorNotice>

/**
 * One who has a share. `lawfulBp`: the share by the rule among those who are paid now, null for who is not. Amount and
 * first day stand on the own row only: what the others receive is theirs to know.
 */
export const SurvivorRow = z.object({
  fullName: z.string(),
  relation: Relation,
  own: z.boolean(),
  shareBp: z.int(),
  lawfulBp: z.int().nullable(),
  shareStatus: PensionStatus,
  until: Day.nullable(),
  amount: Rial.nullable(),
  since: Day.nullable(),
})
export type SurvivorRow = z.infer<typeof SurvivorRow>

/** Whether the other parent of the children lives, as far as the spouses of the file tell. */
export const OtherParent = z.enum(['ALIVE', 'DEAD', 'UNKNOWN'])
export type OtherParent = z.infer<typeof OtherParent>

/** By what a right without a last day goes on: it ends when this does. */
export const SurvivorGround = z.enum([
  'NO_REMARRIAGE',
  'STUDIES',
  'DISABILITY',
  'NO_HUSBAND_NO_JOB',
  'MAINTENANCE',
])
export type SurvivorGround = z.infer<typeof SurvivorGround>

/** What the central data cannot tell and the clerk looks at before he relies on a yes. */
export const SurvivorCheck = z.enum([
  'DAUGHTER_DECLARATION',
  'STUDY_CERTIFICATE',
  'DISABILITY_OPINION',
  'MAINTENANCE_PROOF',
  'FATHER_STANDING',
])
export type SurvivorCheck = z.infer<typeof SurvivorCheck>

/**
 * Whether the condition of an heir's share is met by what is on file. `advice` compares it with the share as the centre
 * has it and never changes it; `since` is the first day of that advice where it is known, `until` the last day of a
 * right that ends by the calendar.
 */
export const SurvivorCondition = z.object({
  decision: Decision,
  until: Day.nullable(),
  ground: SurvivorGround.nullable(),
  checks: z.array(SurvivorCheck).readonly(),
  advice: z.enum(['NONE', 'MAY_SUSPEND', 'MAY_RESUME']),
  since: Day.nullable(),
})
export type SurvivorCondition = z.infer<typeof SurvivorCondition>

/**
 * The shares of a survivors' file on the day `on`, and the condition of the one whose file is open. `sumBp` is the sum
 * of the active shares; `rates` the parts that the rule gives, with their certainty; `condition` null where the file
 * says that the open citizen is no survivor.
 */
export const Survivors = z.object({
  pensionNumber: z.string(),
  on: Day,
  rows: z.array(SurvivorRow),
  sumBp: z.int(),
  lawfulSumBp: z.int().nullable(),
  otherParent: OtherParent,
  rates: z.array(Figure).readonly(),
  missing: z.array(z.string()),
  notices: z.array(SurvivorNotice),
  condition: SurvivorCondition.nullable(),
})
export type Survivors = z.infer<typeof Survivors>
