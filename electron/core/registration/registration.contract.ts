import { z } from 'zod'
import { command, query, task } from '#core/kernel/method.ts'
import { SentCode } from '#core/messages/one-time-codes.model.ts'
import {
  NewcomerMobile,
  RegisteredPerson,
  Registration,
  RegistrationAnswer,
  RegistrationDraft,
  RegistrationDraftForm,
  RegistrationQuestion,
} from './registration.model.ts'

export const registrationContract = {
  /** From which age somebody acts for himself, and which age nobody reaches; null where no value is in force. */
  'registration.ages': query({
    permission: 'citizens.register',
    input: z.null(),
    output: z.object({
      majority: z.number().int().nullable(),
      highest: z.number().int().nullable(),
    }),
  }),
  /** Whom the data has already, by what is typed so far. */
  'registration.ask': query({
    permission: 'citizens.register',
    input: RegistrationQuestion,
    output: RegistrationAnswer,
  }),
  /** Sends a one-time code to the mobile of a newcomer. */
  'registration.sendCode': task({
    permission: 'citizens.register',
    input: NewcomerMobile,
    output: SentCode,
  }),
  /** Registers a person once. */
  'registration.register': command({
    permission: 'citizens.register',
    input: Registration,
    output: RegisteredPerson,
  }),
  'registration.draft': query({
    permission: 'citizens.register',
    input: z.null(),
    output: RegistrationDraft.nullable(),
  }),
  'registration.saveDraft': command({
    permission: 'citizens.register',
    input: z.object({ form: RegistrationDraftForm }),
    output: RegistrationDraft,
  }),
  'registration.discardDraft': command({
    permission: 'citizens.register',
    input: z.null(),
    output: z.null(),
  }),
}
