import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import { FilePart } from './visit.model.ts'
import { scopeOfMinor } from './power.rules.ts'
import type { VisitEvidence } from './visits.ports.ts'

/** What an open request of a role lets a clerk read while the citizen is away. */
const PARTS_OF_ROLE: Readonly<Record<CitizenRole, readonly FilePart[]>> = {
  INSURED: ['RECORDS', 'BENEFITS'],
  EMPLOYER: ['EMPLOYER', 'BENEFITS'],
  PENSIONER: ['PENSION', 'BENEFITS'],
}

/** The parts of a file that an open request of this role opens. */
export function partsOfRequest(role: CitizenRole): readonly FilePart[] {
  return PARTS_OF_ROLE[role]
}

/** The parts of the file that the evidence opens; the person himself and an official order open all. */
export function scopeOf(evidence: VisitEvidence | null): FilePart[] {
  if (evidence?.kind === 'power') return [...new Set(evidence.power.scope)]
  if (evidence?.kind === 'request') return [...evidence.scope]
  if (evidence?.kind === 'minor') return scopeOfMinor(FilePart.options)
  return [...FilePart.options]
}
