import type { Actor } from '#core/kernel/actor.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { SentCode } from '#core/messages/one-time-codes.model.ts'
import { sendCode, type SendCodeNeeds } from '#core/messages/one-time-codes.rules.ts'
import type { NewcomerMobile } from './registration.model.ts'
import type { Registrations } from './registration.ports.ts'

interface Needs extends SendCodeNeeds {
  readonly actor: Actor
  /** Reads one state of the data. */
  readonly reading: <T>(work: (registrations: Registrations) => Promise<T>) => Promise<T>
}

/**
 * Sends a code to the mobile of somebody who is about to be registered.
 *
 * @refuses the clerk himself (`forbidden`); a person or a mobile that the data has (`conflict`); as `sendCode` does
 */
export async function sendRegistrationCode(
  { personId, mobile }: NewcomerMobile,
  needs: Needs,
): Promise<SentCode> {
  if (needs.actor.personId === personId)
    throw new Refusal('forbidden', { what: 'own-registration' })
  await needs.reading(async (registrations) => {
    if (await registrations.findPerson(personId))
      throw new Refusal('conflict', { what: 'person-known', field: 'personId' })
    if (await registrations.isMobileTaken(mobile))
      throw new Refusal('conflict', { what: 'mobile-taken', field: 'mobile' })
  })
  return await sendCode({ purpose: 'REGISTRATION', subject: `person ${personId}`, mobile }, needs)
}
