import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { ShareTries } from './shares.ports.ts'
import type { ShareAttempt } from './vault.model.ts'

/** Who asked for papers of the open citizen by a password, right or wrong; the newest first. */
export async function readAttempts(
  visitId: string,
  needs: VisitNeeds & { readonly tries: ShareTries },
): Promise<readonly ShareAttempt[]> {
  const visit = await openVisit(needs, visitId, null)
  return await needs.tries.listAttempts(visit.personId)
}
