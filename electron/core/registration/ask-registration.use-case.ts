import { checkMobile, checkPersonId } from '#core/kernel/identifiers.ts'
import { maskNationalId } from '#core/kernel/masking.ts'
import { areNamesakes } from './namesakes.rules.ts'
import type { KnownPerson, RegistrationAnswer, RegistrationQuestion } from './registration.model.ts'
import type { FoundPerson, Registrations } from './registration.ports.ts'

interface Needs {
  readonly registrations: Registrations
}

function known({ personId, ...person }: FoundPerson): KnownPerson {
  return { ...person, maskedId: maskNationalId(personId) }
}

/**
 * Who the office's data has already: by the identifier, and by names, father and birth date. What is not typed yet, or
 * typed wrong, finds nobody.
 */
export async function askRegistration(
  question: RegistrationQuestion,
  { registrations }: Needs,
): Promise<RegistrationAnswer> {
  const id = checkPersonId(question.personId)
  const mobile = checkMobile(question.mobile)
  const existing = id.ok ? await registrations.findPerson(id.value) : undefined
  const namesakes = existing ? [] : await listNamesakes(question, registrations)
  return {
    existing: existing ? known(existing) : null,
    namesakes: namesakes.map(known),
    mobileTaken: mobile.ok && (await registrations.isMobileTaken(mobile.value)),
  }
}

/** Persons who might be this one under another identifier. */
export async function listNamesakes(
  { firstName, lastName, fatherName, birthDate }: Omit<RegistrationQuestion, 'personId' | 'mobile'>,
  registrations: Registrations,
): Promise<readonly FoundPerson[]> {
  if (birthDate === null || firstName.trim() === '' || lastName.trim() === '') return []
  const person = { firstName, lastName, fatherName, birthDate }
  const found = await registrations.listNamesakes(person)
  return found.filter((one) => areNamesakes(one, person))
}
