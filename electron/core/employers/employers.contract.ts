import { query } from '#core/kernel/method.ts'
import { VisitId } from '#core/visits/visit.model.ts'
import { EmployerFile } from './workshop.model.ts'

export const employersContract = {
  'employers.workshops': query({
    permission: 'citizens.read',
    input: VisitId,
    output: EmployerFile,
  }),
}
