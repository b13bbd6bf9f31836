import { askRegistration } from '#core/registration/ask-registration.use-case.ts'
import {
  discardRegistrationDraft,
  readRegistrationDraft,
  saveRegistrationDraft,
} from '#core/registration/keep-registration-draft.use-case.ts'
import { registerCitizen } from '#core/registration/register-citizen.use-case.ts'
import type { MobileProof } from '#core/registration/registration.ports.ts'
import { registrationAges } from '#core/registration/registration.rules.ts'
import { readingNeeds, writingNeeds } from '../repositories.ts'
import type { CommandScope, Handlers, QueryScope } from '../scope.ts'
import { RegistrationBookRepository, RegistrationsRepository } from './registrations.repository.ts'

type RegistrationHandlers = Pick<Handlers, Extract<keyof Handlers, `registration.${string}`>>

/** Uses up the code that was sent to the mobile of a newcomer, in the transaction of his registration. */
export type TakeCode = (
  about: { readonly personId: string; readonly mobile: string; readonly code: string },
  scope: CommandScope,
) => Promise<MobileProof>

function readingIn(scope: QueryScope) {
  return { ...readingNeeds(scope), registrations: new RegistrationsRepository(scope.reader) }
}

function writingIn(scope: CommandScope) {
  const { reader, db } = scope
  return { ...writingNeeds(scope), registrations: new RegistrationBookRepository(reader, db) }
}

/** Persons whom no data has yet: asked for, registered once, kept as a draft until then. */
export function registrationHandlers(parts: { readonly takeCode: TakeCode }): RegistrationHandlers {
  return {
    'registration.ages': async (_input, scope) => {
      const { parameters, today } = readingIn(scope)
      const { majority = null, highest = null } = registrationAges(await parameters.list(), today())
      return { majority, highest }
    },
    'registration.ask': (question, scope) => askRegistration(question, readingIn(scope)),
    'registration.register': (registration, scope) =>
      registerCitizen(registration, {
        ...writingIn(scope),
        takeCode: (about) => parts.takeCode(about, scope),
      }),
    'registration.draft': (_input, scope) => readRegistrationDraft(readingIn(scope)),
    'registration.saveDraft': ({ form }, scope) => saveRegistrationDraft(form, writingIn(scope)),
    'registration.discardDraft': (_input, scope) => discardRegistrationDraft(writingIn(scope)),
  }
}
