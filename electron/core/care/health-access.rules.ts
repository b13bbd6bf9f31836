import type { Day } from '#core/kernel/day.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { isMinor } from '#core/visits/power.rules.ts'
import type { PresenceKind } from '#core/visits/visit.model.ts'
import type { FamilyMember } from './care.ports.ts'
import type { HealthClosed } from './health.model.ts'

/**
 * Why the list of a dependant stays closed in a visit to the insured person's file; null where it opens. It opens for
 * a parent who stands here himself and whose registered child is under age. Spouses and parents, and children of age,
 * come themselves or give a power; a power for somebody's file speaks for that person alone. Without the parameter
 * nobody is taken for a child.
 *
 * @law domain brief §6; E-Commerce Act, art. 58; the parameter MAJORITY_YEARS
 */
export function closedToInsured(
  member: Pick<FamilyMember, 'relation' | 'birthDate' | 'deathDate' | 'fromDate' | 'toDate'>,
  presence: PresenceKind,
  parameters: readonly Parameter[],
  on: Day,
): HealthClosed | null {
  const { relation, birthDate, deathDate, fromDate, toDate } = member
  if (!isMinor(birthDate, parameters, on)) return 'ADULT'
  if (relation !== 'SON' && relation !== 'DAUGHTER') return 'NOT_A_CHILD'
  if (fromDate > on || (toDate !== null && toDate < on)) return 'ENDED'
  if (deathDate !== null && deathDate <= on) return 'ENDED'
  return presence === 'SELF' ? null : 'NOT_IN_PERSON'
}
