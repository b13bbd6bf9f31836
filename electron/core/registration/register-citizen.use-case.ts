import type { Actor } from '#core/kernel/actor.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { takeCode, type TakeCodeNeeds } from '#core/messages/one-time-codes.rules.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import { listNamesakes } from './ask-registration.use-case.ts'
import type { RegisteredPerson, Registration, RegistrationForm } from './registration.model.ts'
import type { MobileProof, RegistrationBook } from './registration.ports.ts'
import {
  isMinor,
  needsGuardian,
  registrationAges,
  registrationFaults,
  type RegistrationDay,
} from './registration.rules.ts'

interface Needs extends TakeCodeNeeds {
  readonly registrations: RegistrationBook
  readonly parameters: Parameters
  readonly actor: Actor
  readonly today: () => Day
  readonly now: () => Instant
  readonly note: (about: { readonly citizenId: number; readonly object: string }) => void
}

/**
 * Registers a person who is in no data yet, once: the same key again answers with the person already registered. The
 * clerk's draft goes in the same transaction.
 *
 * @refuses while an extract comes in (`unavailable`); the clerk himself, or through himself (`forbidden`); a field that
 * is wrong beside the others, a guardian who is dead or a minor (`invalid-input`); as `takeCode` does; a person, or a mobile,
 * that the data has (`conflict`); a namesake whom the clerk has not looked at (`conflict`)
 */
export async function registerCitizen(
  registration: Registration,
  needs: Needs,
): Promise<RegisteredPerson> {
  const { registrations, actor } = needs
  const { form, idempotencyKey } = registration
  const before = await registrations.findByKey(idempotencyKey)
  if (before) {
    if (before.personId !== form.personId || before.registeredBy !== actor.clerkId)
      throw new Refusal('conflict', { what: 'idempotency-key' })
    return { citizenId: before.citizenId, fullName: `${before.firstName} ${before.lastName}` }
  }
  if (await registrations.isImporting()) throw new Refusal('unavailable', { what: 'importing' })
  const day = await dayOf(needs)
  const asked = onlyAsked(form, day)
  await requireSound(asked, day, needs)
  await requireNew(registration, needs)
  const mobileProof = await proofOf(asked, registration.code, needs)
  const citizenId = await registrations.numberFor(form.personId)
  const isAdded = await registrations.add({
    ...{ citizenId, idempotencyKey, mobileProof, form: asked, others: registration.others },
    branchCode: actor.branchCode,
    registeredAt: needs.now(),
    registeredBy: actor.clerkId,
  })
  if (!isAdded) throw new Refusal('conflict', { what: 'registered-meanwhile' })
  await registrations.discardDraft(actor.clerkId)
  needs.note({ citizenId, object: `citizen ${citizenId}` })
  for (const other of registration.others?.citizenIds ?? [])
    needs.note({ citizenId, object: `not citizen ${other}` })
  return { citizenId, fullName: `${form.firstName} ${form.lastName}` }
}

async function dayOf({ parameters, today }: Needs): Promise<RegistrationDay> {
  return { ages: registrationAges(await parameters.list(), today()), today: today() }
}

/** Without what concerns a guardian where nobody needs one, and an order where no court spoke. */
function onlyAsked(form: RegistrationForm, day: RegistrationDay): RegistrationForm {
  const noOrder = { orderNumber: null, orderDate: null }
  if (needsGuardian(form, day))
    return form.guardianKind === 'COURT' ? form : { ...form, ...noOrder }
  return { ...form, ...noOrder, guardianKind: null, guardianId: null, guardianName: null }
}

async function requireSound(
  form: RegistrationForm,
  day: RegistrationDay,
  { actor, registrations }: Needs,
): Promise<void> {
  const own = actor.personId !== null && [form.personId, form.guardianId].includes(actor.personId)
  if (own) throw new Refusal('forbidden', { what: 'own-registration' })
  const [fault] = registrationFaults(form, day)
  if (fault)
    throw new Refusal('invalid-input', { field: `form.${fault.field}`, fault: fault.fault })
  const guardian =
    form.guardianId === null ? undefined : await registrations.findPerson(form.guardianId)
  if (guardian && (guardian.deceased || isMinor(guardian, day)))
    throw new Refusal('invalid-input', {
      field: 'form.guardianId',
      fault: guardian.deceased ? 'guardian-deceased' : 'guardian-minor',
    })
}

/** Nobody twice: by the identifier, by the mobile, and by names where the clerk has not looked. */
async function requireNew({ form, others }: Registration, { registrations }: Needs): Promise<void> {
  const existing = await registrations.findPerson(form.personId)
  if (existing) throw new Refusal('conflict', { what: 'person-known', field: 'form.personId' })
  if (form.mobile !== null && (await registrations.isMobileTaken(form.mobile)))
    throw new Refusal('conflict', { what: 'mobile-taken', field: 'form.mobile' })
  const namesakes = await listNamesakes(form, registrations)
  const looked = others?.citizenIds ?? []
  if (namesakes.some(({ citizenId }) => !looked.includes(citizenId)))
    throw new Refusal('conflict', { what: 'namesakes', field: 'others' })
}

async function proofOf(
  { personId, mobile }: RegistrationForm,
  code: string | null,
  needs: Needs,
): Promise<MobileProof | null> {
  if (mobile === null) return null
  if (code === null) throw new Refusal('invalid-input', { field: 'code', fault: 'required' })
  const subject = `person ${personId}` as const
  const { codeId, channel } = await takeCode(
    { purpose: 'REGISTRATION', subject, mobile, code },
    needs,
  )
  return { codeId, channel }
}
