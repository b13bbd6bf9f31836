import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Instant } from '#core/kernel/instant.ts'
import { Parameter, ParameterUnit } from './parameters.model.ts'

/** Who a dated value comes from: the organisation's extract, `resources/parameters.json`, or a change made here. */
export const ParameterOrigin = z.enum(['EXTRACT', 'PROGRAM', 'OFFICE'])
export type ParameterOrigin = z.infer<typeof ParameterOrigin>

/** A dated value and who it comes from. */
export const KnownParameter = Parameter.extend({ origin: ParameterOrigin })
export type KnownParameter = z.infer<typeof KnownParameter>

/** OPEN waits for a second person and changes nothing yet; the other three are final. */
export const ChangeState = z.enum(['OPEN', 'APPROVED', 'REFUSED', 'WITHDRAWN'])
export type ChangeState = z.infer<typeof ChangeState>

const Reason = z.string().trim().min(3).max(500)

/**
 * What an administrator proposes. `value` as people write it: an amount with separators, percent for BP, a Jalali
 * date, 7/30, or 28:0;25:2; digits of any script.
 */
export const ProposedChange = z.object({
  code: z.string().min(1).max(60),
  value: z.string().trim().min(1).max(400),
  validFrom: Day,
  /** Where the value is written: a circular, its number and day. */
  source: z.string().trim().min(3).max(300),
  reason: Reason,
})
export type ProposedChange = z.infer<typeof ProposedChange>

/** What the second person says; a refusal has a reason. */
export const ChangeDecision = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('APPROVED'), changeId: z.string().min(1).max(60) }),
  z.object({ outcome: z.literal('REFUSED'), changeId: z.string().min(1).max(60), note: Reason }),
])
export type ChangeDecision = z.infer<typeof ChangeDecision>

/** A proposal and what became of it. `value` as `Parameter` has it; it ends with the value it was proposed against. */
export const ParameterChange = z.object({
  changeId: z.string(),
  code: z.string(),
  unit: ParameterUnit,
  value: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
  source: z.string(),
  reason: z.string(),
  state: ChangeState,
  proposedAt: Instant,
  /** Names of clerks. */
  proposedBy: z.string(),
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  /** Why it was refused. */
  note: z.string().nullable(),
  /** Whether who asks is its author, who may withdraw it and never decides it. */
  isOwn: z.boolean(),
})
export type ParameterChange = z.infer<typeof ParameterChange>

/** One code with its values of all days, the latest first; `inForce` is the one of the day of the list. */
export const ParameterEntry = z.object({
  code: z.string(),
  inForce: KnownParameter.nullable(),
  rows: z.array(KnownParameter),
})
export type ParameterEntry = z.infer<typeof ParameterEntry>

/** Everything that is known of dated values on `day`; changes the newest first. */
export const ParameterList = z.object({
  day: Day,
  entries: z.array(ParameterEntry),
  changes: z.array(ParameterChange),
})
export type ParameterList = z.infer<typeof ParameterList>
