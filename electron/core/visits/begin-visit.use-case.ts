import { citizenFile } from '#core/citizens/citizen-file.rules.ts'
import type { CitizenFile } from '#core/citizens/citizen.model.ts'
import type { CitizenFacts, Citizens } from '#core/citizens/citizens.ports.ts'
import type { Actor } from '#core/kernel/actor.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { requireInForce } from './open-visit.rules.ts'
import { partsOfRequest, scopeOf } from './visit-scope.rules.ts'
import type { BeginVisit, Visit } from './visit.model.ts'
import type { NewVisit, VisitBook, VisitEvidence } from './visits.ports.ts'

interface Needs {
  readonly citizens: Citizens
  readonly visits: VisitBook
  readonly actor: Actor
  readonly today: () => Day
  readonly now: () => Instant
  readonly newId: () => string
  /** Names the visit and the citizen in the audit entry, kept with a refusal `forbidden` as well. */
  readonly note: (about: { readonly citizenId: number; readonly visitId?: string }) => void
}

/**
 * Opens a citizen's file: who stands here, by what right, for what. The clerk's former visit is ended.
 *
 * @refuses the clerk's own file and an official order without a supervisor (`forbidden`); a colleague's file without
 * a reason (`invalid-input`); a power not in force or a request that is not open (`rule`)
 */
export async function beginVisit(input: BeginVisit, needs: Needs): Promise<CitizenFile> {
  const { citizens, visits, actor } = needs
  const { citizenId, presence } = input
  needs.note({ citizenId })
  const facts = await citizens.findFacts(citizenId, needs.today())
  if (!facts) throw new Refusal('not-found', { what: 'citizen' })
  const { personId } = facts.identity
  if (actor.personId === personId) throw new Refusal('forbidden', { what: 'own-file' })
  requireReason(facts, input, actor)
  const evidence = await evidenceOf(input, needs)
  const visit: Visit = {
    visitId: needs.newId(),
    citizenId,
    presenceKind: presence.kind,
    holderName: evidence?.kind === 'power' ? evidence.power.holderName : null,
    scope: scopeOf(evidence),
    purpose: input.purpose,
    beganAt: needs.now(),
  }
  const { clerkId, workstation } = actor
  await visits.endAllOfClerk(clerkId, visit.beganAt)
  const kept: NewVisit = {
    ...visit,
    ...{ clerkId, workstation, personId, evidence, reason: input.reason },
  }
  await visits.begin(kept)
  needs.note({ citizenId, visitId: visit.visitId })
  return citizenFile(visit, facts)
}

/** Letters that make a reason rather than a keystroke. */
const SHORTEST_REASON = 3

function requireReason(facts: CitizenFacts, { reason }: BeginVisit, actor: Actor): void {
  if (facts.clerkId === null || facts.clerkId === actor.clerkId) return
  if ((reason ?? '').length < SHORTEST_REASON)
    throw new Refusal('invalid-input', {
      what: 'colleague-reason',
      field: 'reason',
      fault: 'required',
    })
}

async function evidenceOf(
  { citizenId, presence }: BeginVisit,
  { visits, actor, today }: Needs,
): Promise<VisitEvidence | null> {
  switch (presence.kind) {
    case 'SELF':
      return null
    case 'OFFICIAL_ORDER':
      if (actor.role !== 'SUPERVISOR') throw new Refusal('forbidden', { what: 'official-order' })
      return { kind: 'order', number: presence.number }
    case 'OPEN_REQUEST': {
      const { trackingCode } = presence
      const role = await visits.findOpenRequestRole(citizenId, trackingCode)
      if (role === undefined)
        throw new Refusal('rule', { what: 'no-open-request', field: 'presence.trackingCode' })
      return { kind: 'request', trackingCode, scope: partsOfRequest(role) }
    }
    case 'LAWYER':
    case 'ATTORNEY':
    case 'NATURAL_GUARDIAN':
    case 'GUARDIAN':
    case 'COMPANY_SIGNATORY':
      requireInForce(presence.power, today())
      return { kind: 'power', power: presence.power }
  }
}
