import { z } from 'zod'
import { CitizenFile } from '#core/citizens/citizen.model.ts'
import { command, query } from '#core/kernel/method.ts'
import { BeginVisit, KnownPower, VisitId } from './visit.model.ts'

const powerId = z.string().min(1).max(60)

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
  /** By which powers the file of a citizen may be opened today. */
  'visits.usablePowers': query({
    permission: 'visits.hold',
    input: z.object({ citizenId: z.number().int().positive() }),
    output: z.array(KnownPower),
  }),
  /** Every power of the open file that its visitor may know of. */
  'visits.powers': query({
    permission: 'citizens.read',
    input: VisitId,
    output: z.array(KnownPower),
  }),
  'visits.endPower': command({
    permission: 'visits.hold',
    input: z.object({ visitId: VisitId, powerId, reason: z.string().trim().min(3).max(300) }),
    output: z.null(),
  }),
  /** Says which scan of the box shows the paper of a power. */
  'visits.attachPowerScan': command({
    permission: 'requests.file',
    input: z.object({ visitId: VisitId, powerId, documentId: z.string().min(1).max(60) }),
    output: z.null(),
  }),
}
