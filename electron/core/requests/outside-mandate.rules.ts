import { Refusal } from '#core/kernel/refusal.ts'
import type { CitizenService, ServiceFacts } from './citizen-service.ts'

/**
 * Whether an employer's service is closed to the citizen by his mandates alone: he acts for workshops, and for none of
 * them does his paper cover requests. The one place where the scope of a mandate closes a request; services see only
 * the workshops it leaves.
 *
 * @law domain brief §3.10; docs/law.md, signatories and representatives
 */
export function isOutsideMandate(
  { part }: Pick<CitizenService, 'part'>,
  { workshops, withoutRequests }: Pick<ServiceFacts, 'workshops' | 'withoutRequests'>,
): boolean {
  return part === 'EMPLOYER' && workshops.length === 0 && withoutRequests.length > 0
}

/**
 * Lets an employer's service through that some mandate or the centre's data covers.
 *
 * @refuses `rule` where a service is closed by the scope of every mandate
 */
export function requireWithinMandate(
  service: Pick<CitizenService, 'part'>,
  facts: Pick<ServiceFacts, 'workshops' | 'withoutRequests'>,
): void {
  if (isOutsideMandate(service, facts)) throw new Refusal('rule', { what: 'mandate-no-requests' })
}
