import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { HeldVisit } from '#core/visits/visits.ports.ts'
import { anyService } from './citizen-services.ts'
import type { FileableKind } from './request.model.ts'

/**
 * The open visit by which a service may be asked for: it covers requests, and the part of the file on which the service
 * rests. @refuses as `openVisit`
 */
export async function openServiceVisit(
  visitId: string,
  kind: FileableKind,
  needs: VisitNeeds,
): Promise<HeldVisit> {
  const visit = await openVisit(needs, visitId, 'BENEFITS')
  const { part } = anyService(kind)
  return part === null ? visit : openVisit(needs, visitId, part)
}
