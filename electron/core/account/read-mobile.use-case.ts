import type { Citizens } from '#core/citizens/citizens.ports.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { maskMobile } from '#core/kernel/masking.ts'
import { codeLimits, faultOfCode } from '#core/messages/code-limits.rules.ts'
import type { Gateways } from '#core/messages/messages.ports.ts'
import type { OneTimeCodes } from '#core/messages/one-time-codes.ports.ts'
import { sentCode } from '#core/messages/one-time-codes.rules.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { MobileFile, PendingMobile } from './mobile.model.ts'
import type { KeptMobileChange, MobileChanges } from './mobile.ports.ts'

/** What reading the mobile of a file needs. */
export interface ReadMobileNeeds extends VisitNeeds {
  readonly citizens: Pick<Citizens, 'findHidden'>
  readonly codes: OneTimeCodes
  readonly gateways: Gateways
  readonly mobileChanges: MobileChanges
  readonly parameters: Parameters
  readonly today: () => Day
  readonly now: () => Instant
}

/** The mobile of the open file, masked, its changes, and a change that was begun and can be continued. */
export async function readMobile(visitId: string, needs: ReadMobileNeeds): Promise<MobileFile> {
  const { citizenId } = await openVisit(needs, visitId, 'ACCOUNT')
  const mobile = await needs.citizens.findHidden(citizenId, 'MOBILE')
  const changes = await needs.mobileChanges.listMobileChanges(citizenId)
  const { settings } = await needs.gateways.findGateway()
  return {
    masked: mobile === undefined ? null : maskMobile(mobile),
    changes: changes.map(shown),
    pending: await pendingOf(citizenId, needs),
    channel: settings.kind === 'DESK' ? 'DESK' : 'SMS',
  }
}

function shown({ oldMobile, newMobile, ...change }: KeptMobileChange) {
  return {
    ...change,
    oldMasked: oldMobile === null ? null : maskMobile(oldMobile),
    newMasked: maskMobile(newMobile),
  }
}

async function pendingOf(
  citizenId: number,
  { codes, now, parameters, today }: ReadMobileNeeds,
): Promise<PendingMobile | null> {
  const live = await codes.findLive('MOBILE_CHANGE', `citizen ${citizenId}`)
  if (!live?.delivery || faultOfCode(live, live.mobile, now()) !== undefined) return null
  const limits = codeLimits(await parameters.list(), today())
  return {
    ...sentCode(live, live.delivery.channel, limits),
    masked: maskMobile(live.mobile),
  }
}
