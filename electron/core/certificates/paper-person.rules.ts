import type { CitizenFacts } from '#core/citizens/citizens.ports.ts'
import type { PaperPerson } from './paper-person.model.ts'

export type Identity = CitizenFacts['identity']

/** First and last name, as papers write them. */
export function fullName({
  firstName,
  lastName,
}: Pick<Identity, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`
}

/**
 * The identity block of a paper. In the registry a certificate number of 0 says that the national ID stands in its
 * place: the paper then leaves it out.
 */
export function paperPerson(identity: Identity): PaperPerson {
  const { certificateNumber } = identity
  return {
    fullName: fullName(identity),
    fatherName: identity.fatherName,
    nationalId: identity.personId,
    birthDay: identity.birthDate,
    birthCertificateNumber: certificateNumber === '0' ? null : certificateNumber,
    birthCertificatePlace: identity.issueCity,
  }
}
