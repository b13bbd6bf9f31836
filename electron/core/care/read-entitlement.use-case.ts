import type { Citizens } from '#core/citizens/citizens.ports.ts'
import type { Insured } from '#core/insured/insured.ports.ts'
import type { Day } from '#core/kernel/day.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { Coverage } from './care.ports.ts'
import type { FamilyEntitlement } from './entitlement.model.ts'
import { familyEntitlement, familyFacts } from './family-entitlement.rules.ts'

interface Needs extends VisitNeeds {
  readonly citizens: Pick<Citizens, 'findIdentity'>
  readonly insured: Insured
  readonly care: Coverage
  readonly parameters: Parameters
}

/** Who of an open file is entitled to treatment on a day, today where none is named. @refuses as `openVisit` does */
export async function readEntitlement(
  { visitId, on }: { readonly visitId: string; readonly on: Day | null },
  needs: Needs,
): Promise<FamilyEntitlement> {
  const { citizenId } = await openVisit(needs, visitId, 'BENEFITS')
  const identity = await needs.citizens.findIdentity(citizenId)
  if (!identity) throw new Refusal('not-found', { what: 'citizen' })
  const facts = await familyFacts(citizenId, identity, await needs.parameters.list(), needs)
  return familyEntitlement(facts, on ?? needs.today())
}
