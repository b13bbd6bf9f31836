import { citizenFile } from '#core/citizens/citizen-file.rules.ts'
import type { CitizenFile } from '#core/citizens/citizen.model.ts'
import type { Citizens } from '#core/citizens/citizens.ports.ts'
import { isInForce, type VisitNeeds } from './open-visit.rules.ts'

interface Needs extends VisitNeeds {
  readonly citizens: Citizens
}

/**
 * The file this clerk left open, after a crash or a lock. Null when there is none, when the power it was opened with
 * has run out, or when the extract in use no longer knows the citizen.
 */
export async function readCurrentVisit(needs: Needs): Promise<CitizenFile | null> {
  const visit = await needs.visits.findOpenOfClerk(needs.actor.clerkId)
  if (!visit || (visit.power && !isInForce(visit.power, needs.today()))) return null
  const facts = await needs.citizens.findFacts(visit.citizenId, needs.today())
  return facts ? citizenFile(visit, facts) : null
}
