import { z } from 'zod'
import { query, task } from '#core/kernel/method.ts'
import { OfficeReady, OfficeSetUp, OfficeState } from './office.model.ts'

export const officeContract = {
  'office.state': query({ permission: 'anyone', input: z.null(), output: OfficeState }),
  'office.setUp': task({ permission: 'anyone', input: OfficeSetUp, output: OfficeReady }),
}
