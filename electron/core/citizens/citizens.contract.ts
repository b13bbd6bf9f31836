import { z } from 'zod'
import { command, query } from '#core/kernel/method.ts'
import { VisitId } from '#core/visits/visit.model.ts'
import { CitizenFile, RevealField, SearchResult, SearchText } from './citizen.model.ts'

export const citizensContract = {
  'citizens.search': query({
    permission: 'citizens.search',
    input: SearchText,
    output: SearchResult,
  }),
  /** The file of a visit of this clerk that is still open. */
  'citizens.file': query({ permission: 'citizens.read', input: VisitId, output: CitizenFile }),
  /** Shows one masked value; audited. Null when there is none. */
  'citizens.reveal': command({
    permission: 'citizens.reveal',
    input: z.object({ visitId: VisitId, field: RevealField }),
    output: z.string().nullable(),
  }),
}
