import { citizenFile } from '#core/citizens/citizen-file.rules.ts'
import type { CitizenFile } from '#core/citizens/citizen.model.ts'
import type { CitizenFacts, Citizens } from '#core/citizens/citizens.ports.ts'
import type { Actor } from '#core/kernel/actor.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import { isMinor, isSamePaper, majorityDay, requireSoundPower } from './power.rules.ts'
import type { PowerBook } from './powers.ports.ts'
import { partsOfRequest, scopeOf } from './visit-scope.rules.ts'
import {
  Power,
  type BeginVisit,
  type NewPower,
  type PresenceKind,
  type RepresentativeKind,
  type Visit,
} from './visit.model.ts'
import type { NewVisit, VisitBook, VisitEvidence } from './visits.ports.ts'

interface Needs {
  readonly citizens: Citizens
  readonly visits: VisitBook
  readonly powers: PowerBook
  readonly parameters: Parameters
  readonly actor: Actor
  readonly today: () => Day
  readonly now: () => Instant
  readonly newId: () => string
  /** Names the visit and the citizen in the audit entry, kept with a refusal `forbidden` as well. */
  readonly note: (about: { readonly citizenId: number; readonly visitId?: string }) => void
}

/**
 * Opens a citizen's file: who stands here, by what right, for what. The clerk's former visit is ended. A power that was
 * not seen before is entered in the register.
 *
 * @refuses the clerk's own file, his own power and an official order without a supervisor (`forbidden`); a colleague's
 * file without a reason (`invalid-input`); a power on which nobody may act or a request that is not open (`rule`)
 */
export async function beginVisit(input: BeginVisit, needs: Needs): Promise<CitizenFile> {
  const { citizens, visits, actor } = needs
  const { citizenId } = input
  needs.note({ citizenId })
  const facts = await citizens.findFacts(citizenId, needs.today())
  if (!facts) throw new Refusal('not-found', { what: 'citizen' })
  const { personId } = facts.identity
  if (actor.personId === personId) throw new Refusal('forbidden', { what: 'own-file' })
  requireReason(facts, input, actor)
  const { kind: presenceKind, evidence } = await presenceOf(input, facts, needs)
  const visit: Visit = {
    visitId: needs.newId(),
    citizenId,
    presenceKind,
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

interface Present {
  readonly kind: PresenceKind
  readonly evidence: VisitEvidence | null
}

async function presenceOf(
  { citizenId, presence }: BeginVisit,
  facts: CitizenFacts,
  needs: Needs,
): Promise<Present> {
  const { visits, actor, parameters, today } = needs
  switch (presence.kind) {
    case 'SELF': {
      const minor = isMinor(facts.identity.birthDate, await parameters.list(), today())
      return { kind: 'SELF', evidence: minor ? { kind: 'minor' } : null }
    }
    case 'OFFICIAL_ORDER':
      if (actor.role !== 'SUPERVISOR') throw new Refusal('forbidden', { what: 'official-order' })
      return { kind: 'OFFICIAL_ORDER', evidence: { kind: 'order', number: presence.number } }
    case 'OPEN_REQUEST': {
      const { trackingCode } = presence
      const role = await visits.findOpenRequestRole(citizenId, trackingCode)
      if (role === undefined)
        throw new Refusal('rule', { what: 'no-open-request', field: 'presence.trackingCode' })
      const evidence = { kind: 'request', trackingCode, scope: partsOfRequest(role) } as const
      return { kind: 'OPEN_REQUEST', evidence }
    }
    case 'KNOWN_POWER':
      return await byKnownPower(presence.powerId, facts, needs)
    case 'LAWYER':
    case 'ATTORNEY':
    case 'NATURAL_GUARDIAN':
    case 'GUARDIAN':
    case 'COMPANY_SIGNATORY':
      return await byTypedPower(presence.kind, presence.power, facts, needs)
  }
}

async function byKnownPower(powerId: string, facts: CitizenFacts, needs: Needs): Promise<Present> {
  const power = await needs.powers.find(powerId)
  if (power?.citizenId !== facts.identity.citizenId)
    throw new Refusal('not-found', { what: 'power' })
  if (power.ending) throw new Refusal('rule', { what: 'power-ended' })
  await requireSound(power.kind, power, facts, needs)
  return { kind: power.kind, evidence: { kind: 'power', power: Power.parse(power) } }
}

/** What was typed before, word for word, is not entered twice; a paper that was ended opens nothing any more. */
async function byTypedPower(
  kind: RepresentativeKind,
  typed: NewPower,
  facts: CitizenFacts,
  needs: Needs,
): Promise<Present> {
  const { powers, actor, now, newId } = needs
  const { citizenId } = facts.identity
  await requireSound(kind, typed, facts, needs)
  const same = (await powers.listOfCitizen(citizenId)).filter((one) =>
    isSamePaper(kind, typed, one),
  )
  if (same.some(({ ending }) => ending !== null))
    throw new Refusal('rule', { what: 'power-ended', field: 'presence.power.number' })
  const known = same.find((one) => saysTheSame(one, typed))
  if (known) return { kind, evidence: { kind: 'power', power: Power.parse(known) } }
  const power = { ...typed, scope: [...new Set(typed.scope)], powerId: newId() }
  await powers.enter({ ...power, kind, citizenId, enteredAt: now(), enteredBy: actor.clerkId })
  return { kind, evidence: { kind: 'power', power } }
}

function saysTheSame(kept: NewPower, typed: NewPower): boolean {
  return (
    kept.holderName === typed.holderName &&
    kept.issuer === typed.issuer &&
    kept.issuedOn === typed.issuedOn &&
    kept.expiresOn === typed.expiresOn &&
    kept.scope.length === new Set(typed.scope).size &&
    kept.scope.every((part) => typed.scope.includes(part))
  )
}

async function requireSound(
  kind: RepresentativeKind,
  power: NewPower,
  { identity: { personId, birthDate, deathDate } }: CitizenFacts,
  { citizens, parameters, actor, today }: Needs,
): Promise<void> {
  const rows = await parameters.list()
  const idKind = power.holderId.length === 12 ? 'FOREIGNER_ID' : 'NATIONAL_ID'
  const [found] = await citizens.findByNumber([{ kind: idKind, value: power.holderId }], 1)
  requireSoundPower(kind, power, {
    principal: {
      ...{ personId, deathDate },
      majorityOn: majorityDay(birthDate, rows, today()) ?? null,
    },
    holder: found && {
      deceased: found.citizen.deceased,
      minor: isMinor(found.citizen.birthDate, rows, today()),
    },
    actorPersonId: actor.personId,
    today: today(),
  })
}
