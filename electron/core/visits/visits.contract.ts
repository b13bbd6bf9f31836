import { z } from 'zod'
import { CitizenFile } from '#core/citizens/citizen.model.ts'
import { command, query } from '#core/kernel/method.ts'
import { BeginVisit, VisitId } from './visit.model.ts'

export const visitsContract = {
  /** Opens the citizen's file. An earlier open visit of this clerk is ended. */
  'visits.begin': command({ permission: 'visits.hold', input: BeginVisit, output: CitizenFile }),
  'visits.end': command({ permission: 'visits.hold', input: VisitId, output: z.null() }),
  /** The visit this clerk left open (after a crash or a lock); null when there is none. */
  'visits.current': query({
    permission: 'visits.hold',
    input: z.null(),
    output: CitizenFile.nullable(),
  }),
}
