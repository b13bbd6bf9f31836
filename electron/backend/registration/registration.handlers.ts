import { askRegistration } from '#core/registration/ask-registration.use-case.ts'
import {
  discardRegistrationDraft,
  readRegistrationDraft,
  saveRegistrationDraft,
} from '#core/registration/keep-registration-draft.use-case.ts'
import { registerCitizen } from '#core/registration/register-citizen.use-case.ts'
import { registrationAges } from '#core/registration/registration.rules.ts'
import { sendRegistrationCode } from '#core/registration/send-registration-code.use-case.ts'
import type { SendCodeNeeds } from '#core/messages/one-time-codes.rules.ts'
import { readingNeeds, writingNeeds } from '../repositories.ts'
import type { AuditNote, CommandScope, Handlers, QueryScope, TaskScope } from '../scope.ts'
import { RegistrationBookRepository, RegistrationsRepository } from './registrations.repository.ts'

type RegistrationHandlers = Pick<Handlers, Extract<keyof Handlers, `registration.${string}`>>

/** What the slice needs beside its scope: the way codes go out. */
export interface RegistrationParts {
  readonly needsIn: (scope: TaskScope, about: AuditNote) => Promise<SendCodeNeeds>
}

function readingIn(scope: QueryScope) {
  return { ...readingNeeds(scope), registrations: new RegistrationsRepository(scope.reader) }
}

function writingIn(scope: CommandScope) {
  const { reader, db } = scope
  return { ...writingNeeds(scope), registrations: new RegistrationBookRepository(reader, db) }
}

/** Persons whom no data has yet: asked for, registered once, kept as a draft until then. */
export function registrationHandlers({ needsIn }: RegistrationParts): RegistrationHandlers {
  return {
    'registration.ages': async (_input, scope) => {
      const { parameters, today } = readingIn(scope)
      const { majority = null, highest = null } = registrationAges(await parameters.list(), today())
      return { majority, highest }
    },
    'registration.ask': (question, scope) => askRegistration(question, readingIn(scope)),
    'registration.sendCode': async (input, scope) =>
      sendRegistrationCode(input, {
        ...(await needsIn(scope, { object: 'code REGISTRATION' })),
        actor: scope.actor,
        reading: (work) => scope.inQuery(({ reader }) => work(new RegistrationsRepository(reader))),
      }),
    'registration.register': (registration, scope) =>
      registerCitizen(registration, writingIn(scope)),
    'registration.draft': (_input, scope) => readRegistrationDraft(readingIn(scope)),
    'registration.saveDraft': ({ form }, scope) => saveRegistrationDraft(form, writingIn(scope)),
    'registration.discardDraft': (_input, scope) => discardRegistrationDraft(writingIn(scope)),
  }
}
