import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Decision } from '#core/kernel/decision.ts'
import { Dependant } from './insured.model.ts'

/** By what a right without a last day goes on: it ends when this does. */
export const DependantGround = z.enum([
  'MARRIAGE',
  'STUDIES',
  'DISABILITY',
  'NO_HUSBAND_NO_JOB',
  'MAINTENANCE',
])
export type DependantGround = z.infer<typeof DependantGround>

/** What the central data cannot tell and the clerk looks at before he relies on a yes. */
export const DependantCheck = z.enum([
  'DAUGHTER_DECLARATION',
  'STUDY_CERTIFICATE',
  'DISABILITY_OPINION',
  'MAINTENANCE_PROOF',
])
export type DependantCheck = z.infer<typeof DependantCheck>

/**
 * Whether a dependant is covered on a day. `until`: the last day of a right that ends by the calendar, also where it
 * has ended already; null where it goes on as long as `ground` does, or never was.
 */
export const DependantVerdict = z.object({
  decision: Decision,
  /** Full years on the day asked, or on the day of death. */
  age: z.int().nonnegative(),
  until: Day.nullable(),
  ground: DependantGround.nullable(),
  checks: z.array(DependantCheck).readonly(),
})
export type DependantVerdict = z.infer<typeof DependantVerdict>

/** Everyone registered as a dependant of the open file, judged on the day `on`. */
export const DependantList = z.object({
  on: Day,
  dependants: z.array(z.object({ dependant: Dependant, verdict: DependantVerdict })),
})
export type DependantList = z.infer<typeof DependantList>
