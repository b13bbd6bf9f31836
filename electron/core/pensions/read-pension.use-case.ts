import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { PensionFile } from './pension.model.ts'
import type { Pensions } from './pensions.ports.ts'

interface Needs extends VisitNeeds {
  readonly pensions: Pensions
}

/** The pension files of the open citizen; none is an answer («مستمری‌بگیر نیستید»), not an error. */
export async function listPensionFiles(visitId: string, needs: Needs): Promise<PensionFile[]> {
  const { citizenId } = await openVisit(needs, visitId, 'PENSION')
  return [...(await needs.pensions.listFiles(citizenId))]
}
