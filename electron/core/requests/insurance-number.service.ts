import { InsuranceNumberForm } from '#core/registration/insurance-number.model.ts'
import { decideInsuranceNumber } from '#core/registration/insurance-number.rules.ts'
import type { CitizenService, FieldFault } from './citizen-service.ts'
import { grantedBefore } from './known-requests.rules.ts'

function workFaults({
  insuranceType,
  workshopName,
  startDate,
}: InsuranceNumberForm): readonly FieldFault[] {
  if (insuranceType !== 'COMPULSORY') return []
  return [
    ...(workshopName === null ? [{ field: 'workshopName', fault: 'required' }] : []),
    ...(startDate === null ? [{ field: 'startDate', fault: 'required' }] : []),
  ]
}

/** درخواست شمارهٔ بیمه (نام‌نویسی). @law domain brief §3.1: form, birth certificate and national card */
export const insuranceNumberService: CitizenService<
  'INSURANCE_NUMBER',
  typeof InsuranceNumberForm
> = {
  kind: 'INSURANCE_NUMBER',
  role: 'INSURED',
  part: null,
  paysToAccount: false,
  form: InsuranceNumberForm,

  judge: ({ insuranceType = null, startDate = null }, facts) =>
    decideInsuranceNumber({
      birthDate: facts.identity.birthDate,
      heldNumber: facts.profiles[0]?.insuranceNumber ?? null,
      grantedBefore: grantedBefore('INSURANCE_NUMBER', facts),
      insuranceType,
      startDate,
      parameters: facts.parameters,
      today: facts.today,
    }),

  papers: (_typed, { identity }) => [
    { code: 'REQUEST_FORM', required: true },
    ...(identity.personId.length === 12
      ? ([
          { code: 'FOREIGNER_CARD', required: true },
          { code: 'WORK_PERMIT', required: false },
        ] as const)
      : ([
          { code: 'BIRTH_CERTIFICATE', required: true },
          { code: 'NATIONAL_CARD', required: true },
        ] as const)),
    { code: 'EMPLOYMENT_CONTRACT', required: false },
  ],

  prefill: () => ({}),

  choices: () => ({}),

  faults: workFaults,
}
