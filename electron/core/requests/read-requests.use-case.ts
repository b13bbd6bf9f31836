import { Refusal } from '#core/kernel/refusal.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { RequestDetail, RequestSummary } from './request.model.ts'
import type { Requests } from './requests.ports.ts'

interface Needs extends VisitNeeds {
  readonly requests: Requests
}

/** The requests of the open citizen, filed here or known from the centre, newest change first. */
export async function listRequests(visitId: string, needs: Needs): Promise<RequestSummary[]> {
  const { citizenId } = await openVisit(needs, visitId, 'BENEFITS')
  return [...(await needs.requests.listOfCitizen(citizenId))]
}

/** One of them with its history. @refuses `not-found` for a request of somebody else */
export async function readRequest(
  { visitId, trackingCode }: { readonly visitId: string; readonly trackingCode: string },
  needs: Needs,
): Promise<RequestDetail> {
  const { citizenId } = await openVisit(needs, visitId, 'BENEFITS')
  const detail = await needs.requests.findDetail(citizenId, trackingCode)
  if (!detail) throw new Refusal('not-found', { what: 'request' })
  return detail
}
