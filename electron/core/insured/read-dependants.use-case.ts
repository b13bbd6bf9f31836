import type { Citizens } from '#core/citizens/citizens.ports.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { DependantList } from './dependant.model.ts'
import { judgeDependant } from './dependants.rules.ts'
import type { Insured } from './insured.ports.ts'

interface Needs extends VisitNeeds {
  readonly citizens: Pick<Citizens, 'findIdentity'>
  readonly insured: Insured
  readonly parameters: Parameters
}

/** The dependants of an open file, each judged on the day of the office; nobody is an answer too. */
export async function readDependants(visitId: string, needs: Needs): Promise<DependantList> {
  const { citizenId } = await openVisit(needs, visitId, 'RECORDS')
  const identity = await needs.citizens.findIdentity(citizenId)
  if (!identity) throw new Refusal('not-found', { what: 'citizen' })
  const parameters = await needs.parameters.list()
  const on = needs.today()
  const dependants = await needs.insured.listDependants(citizenId)
  return {
    on,
    dependants: dependants.map((dependant) => ({
      dependant,
      verdict: judgeDependant({
        dependant,
        insuredDeathDate: identity.deathDate,
        parameters,
        on,
      }),
    })),
  }
}
