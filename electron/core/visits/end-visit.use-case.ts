import type { Actor } from '#core/kernel/actor.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { VisitBook } from './visits.ports.ts'

interface Needs {
  readonly visits: VisitBook
  readonly actor: Actor
  readonly now: () => Instant
  readonly note: (about: { readonly citizenId: number; readonly visitId: string }) => void
}

/** Ends a visit of this clerk; ending it twice, or another's, changes nothing. */
export async function endVisit(visitId: string, needs: Needs): Promise<null> {
  const visit = await needs.visits.findOpen(visitId)
  if (visit?.clerkId !== needs.actor.clerkId) return null
  needs.note({ citizenId: visit.citizenId, visitId })
  await needs.visits.end(visitId, needs.now())
  return null
}
