import { Refusal } from '#core/kernel/refusal.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { FilePart } from '#core/visits/visit.model.ts'
import { anyService } from './citizen-services.ts'
import { FileableKind, type RequestDetail, type RequestSummary } from './request.model.ts'
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
  const { citizenId, scope } = await openVisit(needs, visitId, 'BENEFITS')
  const detail = await needs.requests.findDetail(citizenId, trackingCode)
  if (!detail) throw new Refusal('not-found', { what: 'request' })
  return { ...detail, form: shownForm(detail, scope) }
}

/** What was typed, where the visit covers the part of the file on which it rests, and masked as that part is. */
function shownForm(
  { form, kind }: Pick<RequestDetail, 'form' | 'kind'>,
  scope: readonly FilePart[],
): RequestDetail['form'] {
  const known = FileableKind.safeParse(kind)
  if (form === null || !known.success) return form
  const { masked, part } = anyService(known.data)
  if (part !== null && !scope.includes(part)) return null
  return masked ? masked(form) : form
}
