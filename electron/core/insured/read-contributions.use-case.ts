import type { Parameters } from '#core/parameters/parameters.ports.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { historyOf, spanLengths } from './contributions.rules.ts'
import type { InsuredFile } from './insured.model.ts'
import type { Insured } from './insured.ports.ts'

interface Needs extends VisitNeeds {
  readonly insured: Insured
  readonly parameters: Parameters
}

/** The insured role of an open file; without an insurance number it is empty, which is an answer. */
export async function readContributions(visitId: string, needs: Needs): Promise<InsuredFile> {
  const { citizenId } = await openVisit(needs, visitId, 'RECORDS')
  const { insured, parameters, today } = needs
  const rows = await insured.listContributions(citizenId)
  const lengths = spanLengths(await parameters.list(), today())
  return {
    profiles: [...(await insured.listProfiles(citizenId))],
    history: historyOf(rows, lengths),
    lengths,
    dataAsOf: (await insured.findDataDay()) ?? null,
  }
}
