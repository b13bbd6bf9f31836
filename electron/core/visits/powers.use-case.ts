import type { Citizens } from '#core/citizens/citizens.ports.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import type { Vault } from '#core/vault/vault.ports.ts'
import { openVisit, type VisitNeeds } from './open-visit.rules.ts'
import { knownPower, majorityDay } from './power.rules.ts'
import type { KeptPower, PowerBook, Powers } from './powers.ports.ts'
import type { KnownPower } from './visit.model.ts'
import type { HeldVisit } from './visits.ports.ts'

interface Sources {
  readonly citizens: Citizens
  readonly powers: Powers
  readonly parameters: Parameters
  readonly today: () => Day
}

type ReadNeeds = VisitNeeds & Sources

interface WriteNeeds extends ReadNeeds {
  readonly powers: PowerBook
  readonly now: () => Instant
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId: string
    readonly object: string
  }) => void
}

/** Powers by which the file of a citizen may be opened today, for the question who is here. */
export async function listUsablePowers(citizenId: number, needs: Sources): Promise<KnownPower[]> {
  const kept = await needs.powers.listOfCitizen(citizenId)
  return (await shown(citizenId, kept, needs)).filter(({ state }) => state === 'IN_FORCE')
}

/** Every power of the open file that its visitor may know of, newest first: a representative sees his own. */
export async function listPowers(visitId: string, needs: ReadNeeds): Promise<KnownPower[]> {
  const visit = await openVisit(needs, visitId, null)
  const kept = await needs.powers.listOfCitizen(visit.citizenId)
  const visible = kept.filter((power) => concerns(power, visit))
  return shown(visit.citizenId, visible, needs)
}

/**
 * Ends a power before its time, with a reason; visits that rest on it end with it. The person himself may, and the
 * representative his own.
 *
 * @refuses `not-found` for a power that the visitor may not know of, `rule` when it is ended already
 */
export async function endPower(
  {
    visitId,
    powerId,
    reason,
  }: { readonly visitId: string; readonly powerId: string; readonly reason: string },
  needs: WriteNeeds,
): Promise<null> {
  const { visit, power } = await ownPower(visitId, powerId, needs)
  if (power.ending) throw new Refusal('rule', { what: 'power-ended' })
  needs.note({ citizenId: visit.citizenId, visitId, object: `power ${powerId}` })
  await needs.powers.end({
    ...{ powerId, visitId, reason },
    ...{ endedOn: needs.today(), endedAt: needs.now(), endedBy: needs.actor.clerkId },
  })
  return null
}

/**
 * Says which scan of the citizen's box shows the paper of a power.
 *
 * @refuses `not-found` for a power the visitor may not know of, or a scan that is not in this box
 */
export async function attachPowerScan(
  {
    visitId,
    powerId,
    documentId,
  }: { readonly visitId: string; readonly powerId: string; readonly documentId: string },
  needs: WriteNeeds & { readonly vault: Vault },
): Promise<null> {
  const { visit, power } = await ownPower(visitId, powerId, needs)
  const scan = await needs.vault.findScan(documentId)
  if (scan?.citizenId !== visit.citizenId) throw new Refusal('not-found', { what: 'scan' })
  if (power.scan?.documentId === documentId) return null
  needs.note({ citizenId: visit.citizenId, visitId, object: `power ${powerId}` })
  await needs.powers.attachScan({
    ...{ powerId, documentId, visitId },
    ...{ attachedAt: needs.now(), attachedBy: needs.actor.clerkId },
  })
  return null
}

async function ownPower(
  visitId: string,
  powerId: string,
  needs: ReadNeeds,
): Promise<{ readonly visit: HeldVisit; readonly power: KeptPower }> {
  const visit = await openVisit(needs, visitId, null)
  const power = await needs.powers.find(powerId)
  if (power?.citizenId !== visit.citizenId || !concerns(power, visit))
    throw new Refusal('not-found', { what: 'power' })
  return { visit, power }
}

/** Whether a visitor may know of a power: the person himself and an official order of all, others of their own. */
function concerns({ holderId }: KeptPower, { presenceKind, power }: HeldVisit): boolean {
  if (presenceKind === 'SELF' || presenceKind === 'OFFICIAL_ORDER') return true
  return power !== null && power.holderId === holderId
}

async function shown(
  citizenId: number,
  kept: readonly KeptPower[],
  { citizens, parameters, today }: Sources,
): Promise<KnownPower[]> {
  const identity = await citizens.findIdentity(citizenId)
  if (!identity) throw new Refusal('not-found', { what: 'citizen' })
  const majority = majorityDay(identity.birthDate, await parameters.list(), today()) ?? null
  return kept.map((power) => knownPower(power, majority, today()))
}
