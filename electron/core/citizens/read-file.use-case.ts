import { Refusal } from '#core/kernel/refusal.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { citizenFile } from './citizen-file.rules.ts'
import type { CitizenFile, RevealField } from './citizen.model.ts'
import type { Citizens } from './citizens.ports.ts'

interface Needs extends VisitNeeds {
  readonly citizens: Citizens
}

/** The header of the file of an open visit. @refuses `not-found` when the extract no longer has the citizen */
export async function readFile(visitId: string, needs: Needs): Promise<CitizenFile> {
  const visit = await openVisit(needs, visitId, null)
  const facts = await needs.citizens.findFacts(visit.citizenId, needs.today())
  if (!facts) throw new Refusal('not-found', { what: 'citizen' })
  return citizenFile(visit, facts)
}

interface RevealNeeds extends Needs {
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId: string
    readonly object: string
  }) => void
}

/** One masked value in the clear, null when there is none. What was shown is named in the trail, never the value. */
export async function revealField(
  { visitId, field }: { readonly visitId: string; readonly field: RevealField },
  needs: RevealNeeds,
): Promise<string | null> {
  const visit = await openVisit(needs, visitId, 'ACCOUNT')
  const { citizenId } = visit
  needs.note({ citizenId, visitId, object: `field ${field}` })
  return (await needs.citizens.findHidden(citizenId, field)) ?? null
}
