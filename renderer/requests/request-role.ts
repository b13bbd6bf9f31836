import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import type { RequestKind } from '#core/requests/request.model.ts'

const ROLES: Partial<Record<RequestKind, CitizenRole>> = {
  SALARY_CERTIFICATE: 'PENSIONER',
  DEDUCTION_CERTIFICATE: 'PENSIONER',
  DEBT_OBJECTION: 'EMPLOYER',
  DEBT_ARTICLE16: 'EMPLOYER',
  DEBT_INSTALMENT: 'EMPLOYER',
}

/** The role in which a citizen makes a request of a kind. */
export function requestRole(kind: RequestKind): CitizenRole {
  return ROLES[kind] ?? 'INSURED'
}
