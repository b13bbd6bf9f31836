import { ageOn } from '#core/benefits/age.rules.ts'
import { checkPostalCode } from '#core/kernel/identifiers.ts'
import type { Day } from '#core/kernel/day.ts'
import { nameTokens } from '#core/kernel/text.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import type { RegistrationField, RegistrationForm, SeenPaper } from './registration.model.ts'

/** What is wrong with one field beside the others; `fault` is a code of `refusals.fault`. */
export interface RegistrationFault {
  readonly field: RegistrationField
  readonly fault: string
}

/** What the clerk should look at again; nothing stands against registering. */
export type RegistrationWarning = 'POSTAL_PATTERN' | 'FATHER_NAME' | 'MINOR_MARRIED'

/** Ages that bound who is registered, in whole years; undefined where the parameter is missing. */
export interface RegistrationAges {
  /** From this age on somebody acts for himself. */
  readonly majority: number | undefined
  readonly highest: number | undefined
}

/** The ages in force on a day. */
export function registrationAges(parameters: readonly Parameter[], today: Day): RegistrationAges {
  const read = (code: string) => parameterOn(parameters, code, 'YEARS', today)?.value
  return { majority: read('MAJORITY_YEARS'), highest: read('REGISTRATION_HIGHEST_AGE') }
}

export interface RegistrationDay {
  readonly ages: RegistrationAges
  readonly today: Day
}

type Typed = Partial<RegistrationForm>

/** Whether the identifier is a foreigner's: twelve digits. */
export function isForeigner({ personId = '' }: Pick<Typed, 'personId'>): boolean {
  return personId.length === 12
}

/** Whether somebody is too young to act for himself; not known before his birth date is. */
export function isMinor(
  { birthDate }: { readonly birthDate?: Day | undefined },
  { ages, today }: RegistrationDay,
): boolean {
  if (birthDate === undefined || birthDate > today || ages.majority === undefined) return false
  return ageOn(birthDate, today) < ages.majority
}

/** Whether he is registered only through a guardian. */
export function needsGuardian(form: Typed, day: RegistrationDay): boolean {
  return form.isWard === true || isMinor(form, day)
}

/**
 * Originals of which the clerk must have seen at least one; one group for each thing to be proved.
 *
 * @law domain brief §3.1: certificate or card, face to face
 */
export function demandedPapers(
  form: Typed,
  day: RegistrationDay,
): readonly (readonly SeenPaper[])[] {
  const identity: readonly SeenPaper[] = isForeigner(form)
    ? ['FOREIGNER_CARD', 'PASSPORT']
    : isMinor(form, day)
      ? ['BIRTH_CERTIFICATE']
      : ['NATIONAL_CARD', 'BIRTH_CERTIFICATE']
  const byCourt = needsGuardian(form, day) && form.guardianKind === 'COURT'
  return byCourt ? [identity, ['GUARDIANSHIP_ORDER']] : [identity]
}

/** What a whole form has wrong that its schema cannot see. */
export function registrationFaults(
  form: RegistrationForm,
  day: RegistrationDay,
): readonly RegistrationFault[] {
  const faults: RegistrationFault[] = []
  const accuse = (field: RegistrationField, fault: string) => faults.push({ field, fault })
  const { birthDate, nationality, papers } = form
  if (birthDate > day.today) accuse('birthDate', 'future')
  else if (day.ages.majority === undefined || day.ages.highest === undefined)
    accuse('birthDate', 'registration-age-unknown')
  else if (ageOn(birthDate, day.today) > day.ages.highest) accuse('birthDate', 'too-old')
  if (isForeigner(form) === (nationality === 'IR')) accuse('nationality', 'nationality-of-id')
  if (!isForeigner(form) && form.certificateNumber === null) accuse('certificateNumber', 'required')
  if (needsGuardian(form, day)) faults.push(...guardianFaults(form, day))
  else if (form.mobile === null) accuse('mobile', 'required')
  const isProved = (group: readonly SeenPaper[]) => group.some((paper) => papers.includes(paper))
  if (!demandedPapers(form, day).every(isProved)) accuse('papers', 'papers-unseen')
  return faults
}

function guardianFaults(
  { guardianKind, guardianId, guardianName, orderNumber, orderDate, personId }: RegistrationForm,
  { today }: RegistrationDay,
): readonly RegistrationFault[] {
  const faults: RegistrationFault[] = []
  const accuse = (field: RegistrationField, fault: string) => faults.push({ field, fault })
  if (guardianKind === null) accuse('guardianKind', 'required')
  if (guardianId === null) accuse('guardianId', 'required')
  else if (guardianId === personId) accuse('guardianId', 'guardian-himself')
  if (guardianName === null) accuse('guardianName', 'required')
  if (guardianKind !== 'COURT') return faults
  if (orderNumber === null) accuse('orderNumber', 'required')
  if (orderDate === null) accuse('orderDate', 'required')
  else if (orderDate > today) accuse('orderDate', 'future')
  return faults
}

/** What the clerk should look at again in what is typed so far. */
export function registrationWarnings(
  form: Typed,
  day: RegistrationDay,
): readonly RegistrationWarning[] {
  const warnings: RegistrationWarning[] = []
  const { postalCode, fatherName, guardianKind, guardianName, maritalStatus = 'SINGLE' } = form
  if (postalCode !== undefined && postalCode !== null) {
    const checked = checkPostalCode(postalCode)
    if (checked.ok && checked.warnings?.includes('postal-pattern') === true)
      warnings.push('POSTAL_PATTERN')
  }
  if (needsGuardian(form, day) && guardianKind === 'FATHER' && guardianName && fatherName)
    if (!beginsWith(nameTokens(guardianName), nameTokens(fatherName))) warnings.push('FATHER_NAME')
  if (isMinor(form, day) && maritalStatus !== 'SINGLE') warnings.push('MINOR_MARRIED')
  return warnings
}

/** Whether a full name begins with a first name, however the first name is parted into words. */
function beginsWith(full: readonly string[], first: readonly string[]): boolean {
  return full.join('').startsWith(first.join('')) && first.length > 0
}
