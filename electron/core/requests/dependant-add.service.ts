import { decideDependantAdd } from '#core/account/dependant-add.rules.ts'
import { DependantAddForm } from '#core/account/dependant-requests.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { checkPersonId } from '#core/kernel/identifiers.ts'
import { addJalaliYears } from '#core/kernel/day.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import type { CitizenService, FieldFault, ServiceFacts, Typed } from './citizen-service.ts'
import type { PaperDemand, RequestPaper } from './request-paper.model.ts'

type TypedAdd = Typed<typeof DependantAddForm>

/** Papers of another person than the citizen: one in his box may be of somebody else again. */
const of = (...codes: readonly RequestPaper[]): readonly PaperDemand[] =>
  codes.map((code) => ({ code, required: true, anew: true }))

/** By the relation; identity is always shown. */
function papersOf(typed: TypedAdd, facts: ServiceFacts): readonly PaperDemand[] {
  const { disabled, relation } = typed
  const identity = of('DEPENDANT_BIRTH_CERTIFICATE')
  const unable = disabled === true ? of('DISABILITY_RULING') : []
  switch (relation) {
    case undefined:
      return identity
    case 'SPOUSE':
      return [...identity, ...of('BIRTH_CERTIFICATE_PAGE_2', 'MARRIAGE_DEED'), ...unable]
    case 'SON':
      return [
        ...identity,
        ...(studiesCount(typed, facts) ? of('STUDY_CERTIFICATE') : []),
        ...unable,
      ]
    case 'DAUGHTER':
      return [...identity, ...of('DAUGHTER_DECLARATION')]
    case 'FATHER':
    case 'MOTHER':
      return [...identity, ...of('MAINTENANCE_PROOF'), ...unable]
  }
}

/** Whether the cover of a son rests on his studies: below the age it does not. */
function studiesCount(
  { birthDate, studying }: TypedAdd,
  { parameters, today }: ServiceFacts,
): boolean {
  if (studying !== true || birthDate === undefined) return studying === true
  const limit = parameterOn(parameters, 'SON_COVER_AGE', 'YEARS', today)
  return limit === undefined || addJalaliYears(birthDate, limit.value) <= today
}

/** What the registry has otherwise goes before what is typed. */
function faultsOf(form: DependantAddForm, facts: ServiceFacts): readonly FieldFault[] {
  const { identity, other, profiles, today } = facts
  const faults: FieldFault[] = []
  const tell = (field: keyof DependantAddForm, fault: string) => faults.push({ field, fault })
  if (form.personId === identity.personId) tell('personId', 'same-person')
  if (!profiles.some(({ insuranceNumber }) => insuranceNumber === form.insuranceNumber))
    tell('insuranceNumber', 'not-offered')
  if (form.birthDate > today) tell('birthDate', 'future')
  if (form.relation === 'DAUGHTER' && form.maritalStatus === null) tell('maritalStatus', 'required')
  const known = other?.identity
  if (known && form.birthDate !== known.birthDate) tell('birthDate', 'not-as-registered')
  if (known && form.fullName !== fullNameOf(known)) tell('fullName', 'not-as-registered')
  if (known && form.maritalStatus !== null && form.maritalStatus !== known.maritalStatus)
    tell('maritalStatus', 'not-as-registered')
  return faults
}

function fullNameOf({ firstName, lastName }: ServiceFacts['identity']): string {
  return `${firstName} ${lastName}`
}

/** ثبت فرد تبعی. @law Social Security Act, art. 58; domain brief §3.22 */
export const dependantAddService: CitizenService<'DEPENDANT_ADD', typeof DependantAddForm> = {
  kind: 'DEPENDANT_ADD',
  role: 'INSURED',
  part: 'RECORDS',
  paysToAccount: false,
  form: DependantAddForm,

  /** The relation and the birth decide; before them only a missing insurance number is told. */
  judge(typed, facts) {
    const { birthDate, relation } = typed
    if (facts.profiles.length === 0) {
      const because = [{ code: 'no-insurance-number', values: {} }]
      return { entitled: false, because, figures: [], articles: ['SSA-58'] }
    }
    if (relation === undefined || birthDate === undefined || birthDate > facts.today) return null
    return decideDependantAdd({
      ...{ relation, birthDate, insured: facts.identity, known: facts.other },
      maritalStatus: typed.maritalStatus ?? null,
      studying: relation === 'SON' && typed.studying === true,
      disabled: relation !== 'DAUGHTER' && typed.disabled === true,
      ...{ dependants: facts.dependants, parameters: facts.parameters, today: facts.today },
    })
  },

  papers: papersOf,
  prefill: ({ profiles: [first] }) => (first ? { insuranceNumber: first.insuranceNumber } : {}),
  choices: ({ profiles }) => ({
    insuranceNumber: profiles.map(({ insuranceNumber: id }) => ({
      id,
      label: toPersianDigits(id),
    })),
  }),
  otherPerson(draft) {
    const typed = draft['personId']
    const checked = typeof typed === 'string' ? checkPersonId(typed) : undefined
    return checked?.ok === true ? checked.value : null
  },
  fill: ({ other, identity }) =>
    other && other.identity.personId !== identity.personId
      ? {
          fullName: fullNameOf(other.identity),
          birthDate: other.identity.birthDate,
          maritalStatus: other.identity.maritalStatus,
        }
      : {},
  isSameAs: ({ personId }, filed) => personId !== undefined && filed['personId'] === personId,
  faults: faultsOf,
}
