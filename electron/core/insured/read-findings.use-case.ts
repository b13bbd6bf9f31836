import type { Parameters } from '#core/parameters/parameters.ports.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { Insured } from './insured.ports.ts'
import { lastEndOfMissing } from './missing-record.rules.ts'
import type { RecordFindings } from './record-finding.model.ts'
import { recordFindings } from './record-findings.rules.ts'

interface Needs extends VisitNeeds {
  readonly insured: Insured
  readonly parameters: Parameters
}

/** The rows of an open file and what looks wrong in them; nothing is kept. */
export async function readFindings(visitId: string, needs: Needs): Promise<RecordFindings> {
  const { citizenId } = await openVisit(needs, visitId, 'RECORDS')
  const rows = await needs.insured.listContributions(citizenId)
  const parameters = await needs.parameters.list()
  const today = needs.today()
  return {
    rows,
    findings: recordFindings(rows, parameters, today),
    dataAsOf: (await needs.insured.findDataDay()) ?? null,
    today,
    lastEnd: lastEndOfMissing(parameters, today),
  }
}
