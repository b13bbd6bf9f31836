import { citizenFile } from '#core/citizens/citizen-file.rules.ts'
import type { CitizenFile } from '#core/citizens/citizen.model.ts'
import type { Citizens } from '#core/citizens/citizens.ports.ts'
import { requireInForce, type VisitNeeds } from './open-visit.rules.ts'

interface Needs extends VisitNeeds {
  readonly citizens: Citizens
}

/**
 * The file this clerk left open, after a crash or a lock. Null when there is none, or when the extract in use no
 * longer knows the citizen.
 *
 * @refuses `rule` when the power it was opened with has run out
 */
export async function readCurrentVisit(needs: Needs): Promise<CitizenFile | null> {
  const visit = await needs.visits.findOpenOfClerk(needs.actor.clerkId)
  if (!visit) return null
  if (visit.power) requireInForce(visit.power, needs.today())
  const facts = await needs.citizens.findFacts(visit.citizenId, needs.today())
  return facts ? citizenFile(visit, facts) : null
}
