import { z } from 'zod'
import { DependantCheck, DependantGround } from '#core/insured/dependant.model.ts'
import { Day } from '#core/kernel/day.ts'
import { Decision } from '#core/kernel/decision.ts'
import { Relation } from '#core/pensions/pension.model.ts'

/** برخوردار, فاقد, در حال استعلام. */
export const CoverageState = z.enum(['COVERED', 'NOT_COVERED', 'PENDING'])
export type CoverageState = z.infer<typeof CoverageState>

/** What the centre states of a person's right to treatment through an insurance number; both days count. */
export const CoverageSpan = z.object({
  insuranceNumber: z.string().min(1),
  relation: Relation,
  from: Day,
  to: Day.nullable(),
  state: CoverageState,
  reason: z.string().min(1).nullable(),
})
export type CoverageSpan = z.infer<typeof CoverageSpan>

/** On what an answer rests: rows of the centre, the law of dependants where the centre has none, or neither. */
export const EntitlementBasis = z.enum(['CENTRE', 'LAW', 'NOTHING'])
export type EntitlementBasis = z.infer<typeof EntitlementBasis>

/** Where the centre's row and the law part: in the answer itself, or only in how long it holds. */
export const Disagreement = z.enum(['STATE', 'UNTIL'])
export type Disagreement = z.infer<typeof Disagreement>

/**
 * Whether a person is entitled to treatment on a day. `since` and `until`: the span of a yes, `until` null where it
 * goes on as long as `ground` does or without a known end; `lawUntil`: the last day by the law where the centre's is
 * later. `elsewhere`: he is covered on that day, but through somebody else's insurance number.
 */
export const EntitlementVerdict = z.object({
  state: CoverageState,
  basis: EntitlementBasis,
  insuranceNumber: z.string().nullable(),
  relation: Relation,
  since: Day.nullable(),
  until: Day.nullable(),
  lawUntil: Day.nullable(),
  ground: DependantGround.nullable(),
  checks: z.array(DependantCheck).readonly(),
  differs: Disagreement.nullable(),
  elsewhere: z.boolean(),
  decision: Decision,
})
export type EntitlementVerdict = z.infer<typeof EntitlementVerdict>

/** A person with his answer and what the centre has stated of him through this insured, newest first. */
export const PersonEntitlement = z.object({
  personId: z.string(),
  fullName: z.string(),
  birthDate: Day,
  verdict: EntitlementVerdict,
  spans: z.array(CoverageSpan).readonly(),
})
export type PersonEntitlement = z.infer<typeof PersonEntitlement>

/**
 * Who is entitled to treatment on the day `on`: the citizen of the open file, and everybody registered as his
 * dependant. `asOf`: the day on which the centre's data was frozen; what came later is not known here.
 */
export const FamilyEntitlement = z.object({
  on: Day,
  asOf: Day.nullable(),
  person: PersonEntitlement,
  dependants: z.array(PersonEntitlement).readonly(),
})
export type FamilyEntitlement = z.infer<typeof FamilyEntitlement>
