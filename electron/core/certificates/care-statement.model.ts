import { z } from 'zod'
import { CoverageState, EntitlementBasis } from '#core/care/entitlement.model.ts'
import { DependantGround } from '#core/insured/dependant.model.ts'
import { Day } from '#core/kernel/day.ts'
import { Reason } from '#core/kernel/decision.ts'
import { Relation } from '#core/pensions/pension.model.ts'
import { PaperIssue } from './paper-issue.model.ts'
import { PaperPerson, PaperPersonId } from './paper-person.model.ts'

/** `on`: the day that is asked for. */
export const CareStatementOrder = z.object({ kind: z.literal('care-statement'), on: Day })
export type CareStatementOrder = z.infer<typeof CareStatementOrder>

/**
 * The answer for one person: `relation` is his to the person of the paper, who is the first; `through` is his to the
 * insured whose number it is.
 */
export const StatedEntitlement = z.object({
  fullName: z.string().min(1),
  personId: PaperPersonId,
  relation: Relation,
  through: Relation,
  state: CoverageState,
  basis: EntitlementBasis,
  insuranceNumber: z.string().min(1).nullable(),
  until: Day.nullable(),
  ground: DependantGround.nullable(),
  because: z.array(Reason),
})
export type StatedEntitlement = z.infer<typeof StatedEntitlement>

/**
 * گواهی استحقاق درمان: who is entitled to treatment on the day `on`, as the data of `asOf` has it; `covered` counts
 * those who are. Nothing of anybody's health stands in it.
 */
export const CareStatement = z
  .object({
    kind: z.literal('care-statement'),
    issue: PaperIssue,
    trackingCode: z.string().min(1).max(20),
    person: PaperPerson,
    on: Day,
    asOf: Day,
    people: z.array(StatedEntitlement).min(1),
    covered: z.number().int().nonnegative(),
  })
  .refine(({ people }) => people[0]?.relation === 'SELF', { path: ['people'] })
  .refine(
    ({ people, covered }) => people.filter(({ state }) => state === 'COVERED').length === covered,
    { path: ['covered'] },
  )
export type CareStatement = z.infer<typeof CareStatement>
