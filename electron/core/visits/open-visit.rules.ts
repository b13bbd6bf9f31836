import type { Actor } from '#core/kernel/actor.ts'
import type { Day } from '#core/kernel/day.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { FilePart, Power } from './visit.model.ts'
import type { HeldVisit, Visits } from './visits.ports.ts'

export interface VisitNeeds {
  readonly visits: Visits
  readonly actor: Actor
  readonly today: () => Day
}

/**
 * The open visit by which this clerk reads a part of a file; null asks for the header alone. Every read of a
 * citizen's data goes through here.
 *
 * @refuses `not-found` when the visit is ended or another clerk's, `forbidden` when the power does not cover the
 * part, `rule` when the power has run out meanwhile
 */
export async function openVisit(
  { visits, actor, today }: VisitNeeds,
  visitId: string,
  part: FilePart | null,
): Promise<HeldVisit> {
  const visit = await visits.findOpen(visitId)
  if (visit?.clerkId !== actor.clerkId) throw new Refusal('not-found', { what: 'visit' })
  if (visit.power) requireInForce(visit.power, today())
  if (part !== null && !visit.scope.includes(part))
    throw new Refusal('forbidden', { what: 'outside-power', values: { part } })
  return visit
}

type Term = Pick<Power, 'issuedOn' | 'expiresOn'>

/** Whether a power holds on a day; its last day still counts. */
export function isInForce({ issuedOn, expiresOn }: Term, today: Day): boolean {
  return issuedOn <= today && (expiresOn === null || expiresOn >= today)
}

/** Refuses (`rule`) a power that is not yet valid or has run out; its last day still counts. */
export function requireInForce(power: Term, today: Day): void {
  if (power.issuedOn > today)
    throw new Refusal('rule', {
      what: 'power-not-yet',
      field: 'presence.power.issuedOn',
      values: { day: power.issuedOn },
    })
  if (power.expiresOn !== null && power.expiresOn < today)
    throw new Refusal('rule', {
      what: 'power-expired',
      field: 'presence.power.expiresOn',
      values: { day: power.expiresOn },
    })
}
