import { MaritalStatus, Sex } from '#core/citizens/citizen.model.ts'
import {
  GuardianKind,
  Nationality,
  SeenPaper,
  type RegistrationField,
} from '#core/registration/registration.model.ts'
import { t } from '../locales/texts.ts'

/** What is typed of a newcomer: days as they are typed, everything else as it is sent. */
export interface TypedNewcomer {
  personId: string
  firstName: string
  lastName: string
  fatherName: string
  sex: string
  birthDate: string
  nationality: string
  certificateNumber: string
  certificateSeries: string
  certificateSerial: string
  birthCity: string
  issueCity: string
  maritalStatus: string
  postalCode: string
  address: string
  mobile: string
  isWard: boolean
  guardianKind: string
  guardianId: string
  guardianName: string
  orderNumber: string
  orderDate: string
  papers: string[]
  /** Why namesakes are somebody else. */
  othersReason: string
}

/** A form of which nothing is typed yet. */
export function emptyNewcomer(): TypedNewcomer {
  return {
    ...{ personId: '', firstName: '', lastName: '', fatherName: '', sex: '', birthDate: '' },
    ...{ nationality: 'IR', certificateNumber: '', certificateSeries: '', certificateSerial: '' },
    ...{ birthCity: '', issueCity: '', maritalStatus: 'SINGLE', postalCode: '', address: '' },
    ...{ mobile: '', isWard: false, guardianKind: '', guardianId: '', guardianName: '' },
    ...{ orderNumber: '', orderDate: '', papers: [], othersReason: '' },
  }
}

export type StepId = 'identity' | 'contact' | 'guardian' | 'papers' | 'review'
type TextField = {
  [F in keyof TypedNewcomer]: TypedNewcomer[F] extends string ? F : never
}[keyof TypedNewcomer]

/** One box of the form. */
export interface NewcomerField {
  readonly id: TextField & RegistrationField
  readonly as: 'text' | 'number' | 'day' | 'choice' | 'area'
  readonly maxlength?: number
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  readonly required?: boolean
  readonly hint?: string
}

const choicesOf = <T extends string>(values: readonly T[], label: (value: T) => string) =>
  values.map((value) => ({ value, label: label(value) }))

/** What decides which boxes are there. */
export interface Asked {
  readonly isGuarded: boolean
  readonly isByCourt: boolean
  readonly isForeigner: boolean
}

/** Only the registry of Iran gives them. */
const OF_CERTIFICATE: ReadonlySet<string> = new Set([
  'certificateNumber',
  'certificateSeries',
  'certificateSerial',
  'issueCity',
])

/** The boxes of each step, in the order in which a card is read. */
export function fieldsOf(
  step: StepId,
  { isGuarded, isByCourt, isForeigner }: Asked,
): readonly NewcomerField[] {
  switch (step) {
    case 'identity':
      return isForeigner ? IDENTITY.filter(({ id }) => !OF_CERTIFICATE.has(id)) : IDENTITY
    case 'contact':
      return CONTACT.map((field) =>
        field.id === 'mobile'
          ? {
              ...field,
              required: !isGuarded,
              ...(isGuarded ? { hint: t('registration.hint.mobileOfWard') } : {}),
            }
          : field,
      )
    case 'guardian':
      return isByCourt ? [...GUARDIAN, ...ORDER] : GUARDIAN
    case 'papers':
    case 'review':
      return []
  }
}

const IDENTITY: readonly NewcomerField[] = [
  {
    ...{ id: 'personId', as: 'number', maxlength: 20, required: true },
    hint: t('registration.hint.personId'),
  },
  {
    ...{ id: 'nationality', as: 'choice', required: true },
    choices: choicesOf(Nationality.options, (one) => t(`enums.nationality.${one}`)),
  },
  { id: 'firstName', as: 'text', maxlength: 60, required: true },
  { id: 'lastName', as: 'text', maxlength: 60, required: true },
  { id: 'fatherName', as: 'text', maxlength: 60, required: true },
  { id: 'birthDate', as: 'day', required: true },
  {
    ...{ id: 'sex', as: 'choice', required: true },
    choices: choicesOf(Sex.options, (one) => t(`enums.sex.${one}`)),
  },
  {
    ...{ id: 'maritalStatus', as: 'choice', required: true },
    choices: choicesOf(MaritalStatus.options, (one) => t(`enums.maritalStatus.${one}`)),
  },
  {
    ...{ id: 'certificateNumber', as: 'number', maxlength: 20, required: true },
    hint: t('registration.hint.certificateNumber'),
  },
  { id: 'certificateSeries', as: 'text', maxlength: 20 },
  { id: 'certificateSerial', as: 'number', maxlength: 20 },
  { id: 'birthCity', as: 'text', maxlength: 60, required: true },
  { id: 'issueCity', as: 'text', maxlength: 60 },
]

const CONTACT: readonly NewcomerField[] = [
  { id: 'mobile', as: 'number', maxlength: 24 },
  { id: 'postalCode', as: 'number', maxlength: 20 },
  { id: 'address', as: 'area', maxlength: 300 },
]

const GUARDIAN: readonly NewcomerField[] = [
  {
    ...{ id: 'guardianKind', as: 'choice', required: true },
    choices: choicesOf(GuardianKind.options, (one) => t(`registration.guardianKind.${one}`)),
  },
  { id: 'guardianId', as: 'number', maxlength: 20, required: true },
  { id: 'guardianName', as: 'text', maxlength: 120, required: true },
]

/** Whom a court appointed shows its order. */
const ORDER: readonly NewcomerField[] = [
  { id: 'orderNumber', as: 'text', maxlength: 40, required: true },
  { id: 'orderDate', as: 'day', required: true },
]

const STEPS: readonly StepId[] = ['identity', 'contact', 'guardian', 'papers']

/** The step on which a field stands. */
export function stepOf(field: string): StepId {
  if (field === 'isWard' || field === 'othersReason') return 'identity'
  return (
    STEPS.find((step) =>
      fieldsOf(step, { isGuarded: true, isByCourt: true, isForeigner: false }).some(
        ({ id }) => id === field,
      ),
    ) ?? (field === 'code' ? 'review' : 'papers')
  )
}

/** The papers that may be ticked, with their names. */
export const PAPERS = choicesOf(SeenPaper.options, (one) => t(`registration.paper.${one}`))
