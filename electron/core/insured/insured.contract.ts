import { query } from '#core/kernel/method.ts'
import { VisitId } from '#core/visits/visit.model.ts'
import { DependantList } from './dependant.model.ts'
import { InsuredFile } from './insured.model.ts'
import { RecordFindings } from './record-finding.model.ts'

export const insuredContract = {
  'insured.contributions': query({
    permission: 'citizens.read',
    input: VisitId,
    output: InsuredFile,
  }),
  'insured.dependants': query({
    permission: 'citizens.read',
    input: VisitId,
    output: DependantList,
  }),
  'insured.findings': query({
    permission: 'citizens.read',
    input: VisitId,
    output: RecordFindings,
  }),
}
