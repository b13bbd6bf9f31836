import { z } from 'zod'
import { MaritalStatus, Sex } from '#core/citizens/citizen.model.ts'
import { Day } from '#core/kernel/day.ts'
import { toLatinDigits } from '#core/kernel/digits.ts'
import { identifierField } from '#core/kernel/identifier-field.ts'
import { checkMobile, checkPersonId, checkPostalCode } from '#core/kernel/identifiers.ts'
import { Instant } from '#core/kernel/instant.ts'
import { storedText } from '#core/kernel/text.ts'
import { TypedCode } from '#core/messages/one-time-codes.model.ts'

/** Nationalities that the organisation's data knows. */
export const Nationality = z.enum(['IR', 'AF', 'IQ', 'PK', 'OTHER'])
export type Nationality = z.infer<typeof Nationality>

/** Originals that the clerk may have in hand when he registers somebody. */
export const SeenPaper = z.enum([
  'NATIONAL_CARD',
  'BIRTH_CERTIFICATE',
  'FOREIGNER_CARD',
  'PASSPORT',
  'GUARDIANSHIP_ORDER',
])
export type SeenPaper = z.infer<typeof SeenPaper>

/** Who stands for a minor or a ward: his father or father's father by nature, or whom a court appointed. */
export const GuardianKind = z.enum(['FATHER', 'GRANDFATHER', 'COURT'])
export type GuardianKind = z.infer<typeof GuardianKind>

/** Letters of any script, with what joins them inside a name; at least two letters. */
const NAME = /^(?=.*\p{L}.*\p{L})[\p{L}\p{M}\u200c .'’()-]+$/u

const nameField = z
  .string()
  .max(60)
  .transform(storedText)
  .refine((name) => name !== '', { error: 'required', abort: true })
  .refine((name) => NAME.test(name), { error: 'name-letters' })

const placeField = nameField

/** Free text in its storage form, null when there is none. */
const textField = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text) => storedText(text) || null)
    .nullable()

/** A number as it stands on a certificate: digits of any script are one number. */
const digitsField = (longest: number) =>
  z
    .string()
    .max(40)
    .transform((text) => toLatinDigits(storedText(text)).replaceAll(/[\s-]/g, '') || null)
    .refine((text) => text === null || new RegExp(`^\\d{1,${longest}}$`).test(text), {
      error: 'format',
    })
    .nullable()

/** An identifier that may be left out. */
const optionalId = (check: Parameters<typeof identifierField>[0]) =>
  z
    .string()
    .max(60)
    .transform((text) => (storedText(text) === '' ? null : text))
    .nullable()
    .pipe(identifierField(check).nullable())

/**
 * Everything that is asked of a person who is registered, flat as it is typed. What a field has to do with another one
 * is for `registration.rules.ts`.
 */
export const RegistrationForm = z.object({
  personId: identifierField(checkPersonId),
  firstName: nameField,
  lastName: nameField,
  fatherName: nameField,
  sex: Sex,
  birthDate: Day,
  nationality: Nationality,
  /** 0 where the national ID stands for it. */
  certificateNumber: digitsField(10),
  certificateSeries: textField(20),
  certificateSerial: digitsField(10),
  birthCity: placeField,
  issueCity: textField(60),
  maritalStatus: MaritalStatus,
  postalCode: optionalId(checkPostalCode),
  address: textField(300),
  mobile: optionalId(checkMobile),
  /** Of age, yet somebody else acts for him by a court's word. */
  isWard: z.boolean(),
  guardianKind: GuardianKind.nullable(),
  guardianId: optionalId(checkPersonId),
  guardianName: textField(120),
  orderNumber: textField(40),
  orderDate: Day.nullable(),
  papers: z.array(SeenPaper).transform((papers) => [...new Set(papers)]),
})
export type RegistrationForm = z.infer<typeof RegistrationForm>
export type RegistrationField = keyof RegistrationForm

/** A person of the office's data, told in a way that lets two people be told apart and no more. */
export const KnownPerson = z.object({
  citizenId: z.number().int(),
  maskedId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  fatherName: z.string().nullable(),
  birthDate: Day,
  branchName: z.string(),
  deceased: z.boolean(),
})
export type KnownPerson = z.infer<typeof KnownPerson>

const Typed = z.string().max(120)

/** What is typed so far of who somebody is; right or wrong. */
export const RegistrationQuestion = z.object({
  personId: Typed,
  firstName: Typed,
  lastName: Typed,
  fatherName: Typed,
  birthDate: Day.nullable(),
  mobile: Typed,
})
export type RegistrationQuestion = z.infer<typeof RegistrationQuestion>

/**
 * What the office knows of somebody who is about to be registered. `namesakes` bear the same names and were born on the
 * same day under another identifier; `mobileTaken`: the mobile is another person's.
 */
export const RegistrationAnswer = z.object({
  existing: KnownPerson.nullable(),
  namesakes: z.array(KnownPerson),
  mobileTaken: z.boolean(),
})
export type RegistrationAnswer = z.infer<typeof RegistrationAnswer>

/** To which mobile a code goes, and whose it is to be. */
export const NewcomerMobile = z.object({
  personId: identifierField(checkPersonId),
  mobile: identifierField(checkMobile),
})
export type NewcomerMobile = z.infer<typeof NewcomerMobile>

/** Who bears the same names and birth date, and why the clerk holds it to be somebody else. */
export const OtherPersons = z.object({
  citizenIds: z.array(z.number().int()).min(1).max(50),
  reason: z.string().trim().min(5).max(300),
})
export type OtherPersons = z.infer<typeof OtherPersons>

export const Registration = z.object({
  idempotencyKey: z.uuid(),
  form: RegistrationForm,
  /** Null where nobody bears the same names and birth date. */
  others: OtherPersons.nullable(),
  /** The code that came to the mobile; null where none is given. */
  code: TypedCode.nullable(),
})
export type Registration = z.infer<typeof Registration>

export const RegisteredPerson = z.object({
  citizenId: z.number().int(),
  fullName: z.string(),
})
export type RegisteredPerson = z.infer<typeof RegisteredPerson>

const DraftValue = z.union([z.string().max(400), z.boolean(), z.null()])

/** A draft keeps what was typed, right or wrong, exactly as typed. */
export const RegistrationDraftForm = z.record(
  z.string().max(40),
  z.union([DraftValue, z.array(z.string().max(40)).max(20)]),
)
export type RegistrationDraftForm = z.infer<typeof RegistrationDraftForm>

export const RegistrationDraft = z.object({ form: RegistrationDraftForm, savedAt: Instant })
export type RegistrationDraft = z.infer<typeof RegistrationDraft>
