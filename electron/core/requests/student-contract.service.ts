import { StudentContractForm, type ContractSigner } from '#core/benefits/student-contract.model.ts'
import { decideStudentContract } from '#core/benefits/student-contract.rules.ts'
import type { InsuranceType } from '#core/insured/insured.model.ts'
import type { Day } from '#core/kernel/day.ts'
import type { CitizenService, FieldFault, ServiceFacts } from './citizen-service.ts'

/** Whoever stands here signs: the visit says by what right, so it is not asked again. */
function signerOf({ presence: { presenceKind } }: ServiceFacts): ContractSigner {
  return presenceKind === 'GUARDIAN' || presenceKind === 'NATURAL_GUARDIAN'
    ? presenceKind
    : 'APPLICANT'
}

function otherInsurance({ profiles }: ServiceFacts): InsuranceType | null {
  const active = profiles.find(
    ({ status, insuranceType }) => status === 'ACTIVE' && insuranceType !== 'STUDENT',
  )
  return active?.insuranceType ?? null
}

function hasOwnPension({ profiles, pensions }: ServiceFacts): boolean {
  return (
    profiles.some(({ status }) => status === 'RETIRED') ||
    pensions.some(({ relation, status }) => relation === 'SELF' && status === 'ACTIVE')
  )
}

/** The newest day on which a contract was made: by the register, or by a request that was granted. */
function contractSince({ profiles, requests }: ServiceFacts): Day | null {
  const days = [
    ...profiles
      .filter(({ status, insuranceType }) => status === 'ACTIVE' && insuranceType === 'STUDENT')
      .map(({ registeredOn }) => registeredOn),
    ...requests
      .filter(({ kind, status }) => kind === 'STUDENT_CONTRACT' && status === '18')
      .map(({ filedOn }) => filedOn),
  ]
  return days.reduce<Day | null>(
    (last, day) => (day !== null && (last === null || day > last) ? day : last),
    null,
  )
}

function guardianFaults(
  { signer, guardianId, guardianshipDate }: StudentContractForm,
  facts: ServiceFacts,
): readonly FieldFault[] {
  const faults: FieldFault[] = []
  if (signer !== signerOf(facts)) faults.push({ field: 'signer', fault: 'not-by-this-visit' })
  if (signer === 'APPLICANT') return faults
  if (guardianId === null) faults.push({ field: 'guardianId', fault: 'required' })
  if (guardianId === facts.identity.personId)
    faults.push({ field: 'guardianId', fault: 'same-person' })
  if (signer === 'NATURAL_GUARDIAN') return faults
  if (guardianshipDate === null) faults.push({ field: 'guardianshipDate', fault: 'required' })
  else if (guardianshipDate > facts.today)
    faults.push({ field: 'guardianshipDate', fault: 'future' })
  return faults
}

/**
 * قرارداد بیمهٔ دانشجویی. What is not answered yet speaks for the citizen. A father or grandfather stands for a minor
 * by nature: only who was appointed by a court shows an order.
 *
 * @law Social Security Act, art. 4 (b); domain brief §3.9
 */
export const studentContractService: CitizenService<
  'STUDENT_CONTRACT',
  typeof StudentContractForm
> = {
  kind: 'STUDENT_CONTRACT',
  role: 'INSURED',
  part: null,
  paysToAccount: false,
  form: StudentContractForm,

  judge: (typed, facts) =>
    decideStudentContract({
      birthDate: facts.identity.birthDate,
      signer: signerOf(facts),
      recognisedUniversity: typed.recognisedUniversity !== false,
      otherInsurance: otherInsurance(facts),
      pensioner: hasOwnPension(facts),
      contractSince: contractSince(facts),
      income: typed.income ?? null,
      rate: typed.rate ?? null,
      rows: facts.rows,
      parameters: facts.parameters,
      dataAsOf: facts.dataAsOf,
      today: facts.today,
    }),

  papers: (_typed, facts) => [
    { code: 'NATIONAL_CARD', required: true },
    { code: 'BIRTH_CERTIFICATE', required: true },
    { code: 'STUDENT_CARD', required: true },
    { code: 'PHOTO', required: true },
    ...(signerOf(facts) === 'GUARDIAN'
      ? [{ code: 'GUARDIANSHIP_ORDER', required: true } as const]
      : []),
  ],

  /** The order that appointed a guardian is the power by which he holds the visit. */
  prefill(facts) {
    const signer = signerOf(facts)
    const { issuedOn, holderId = null } = facts.presence.power ?? {}
    return {
      signer,
      ...(signer !== 'APPLICANT' && holderId !== null ? { guardianId: holderId } : {}),
      ...(signer === 'GUARDIAN' && issuedOn ? { guardianshipDate: issuedOn } : {}),
    }
  },

  choices: (facts) => ({ signer: [{ id: signerOf(facts) }] }),

  faults: (form, facts) => guardianFaults(form, facts),
}
