import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { command, query } from '#core/kernel/method.ts'
import { VisitId } from '#core/visits/visit.model.ts'
import { FamilyEntitlement } from './entitlement.model.ts'
import { OpenedHealth, OpenHealth } from './health.model.ts'

export const careContract = {
  /** Who is entitled to treatment on a day; `on` null asks for the day of the office. */
  'care.entitlement': query({
    permission: 'citizens.read',
    input: z.object({ visitId: VisitId, on: Day.nullable() }),
    output: FamilyEntitlement,
  }),
  /** Opens the list of visits and prescriptions, which is kept with its reason. */
  'care.openHealth': command({
    permission: 'health.read',
    input: OpenHealth,
    output: OpenedHealth,
  }),
}
