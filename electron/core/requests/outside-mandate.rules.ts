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
