import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import { FileableKind } from '#core/requests/request.model.ts'
import { t } from '../locales/texts.ts'

/** Services that are looked up, reckoned or issued, not filed. */
export type LookedUp =
  | 'RECORDS'
  | 'RECORD_CERTIFICATE'
  | 'DEPENDANTS'
  | 'DEBT_INQUIRY'
  | 'DEBT_LEDGER'
  | 'PREMIUM'
  | 'PENSION_STATUS'
  | 'DECREES'
  | 'SLIPS'
  | 'SALARY_CERTIFICATE'
  | 'DEDUCTION_CERTIFICATE'
  | 'CARE_ENTITLEMENT'
  | 'CARE_HEALTH'
  | 'TICKET'

/** Everything that F8 offers. */
export type ServiceId = LookedUp | FileableKind

/** A line of the list of services; `code`: the two letters that lead to it. */
export interface Service {
  readonly id: ServiceId
  /** Null for what every role has. */
  readonly role: CitizenRole | null
  readonly label: string
  readonly code: string
}

/** The services of each role, in the order of the application. */
const SERVICES = [
  ['INSURED', 'RECORDS'],
  ['INSURED', 'RECORD_CERTIFICATE'],
  ['INSURED', 'RECORD_OBJECTION'],
  ['INSURED', 'RECORD_MISSING'],
  ['INSURED', 'MARRIAGE'],
  ['INSURED', 'MATERNITY'],
  ['INSURED', 'ORTHO_PROSTHESIS'],
  ['INSURED', 'STUDENT_CONTRACT'],
  ['INSURED', 'MILITARY_SERVICE'],
  ['INSURED', 'RETIREMENT'],
  ['INSURED', 'INSURANCE_NUMBER'],
  ['INSURED', 'DEPENDANTS'],
  ['INSURED', 'DEPENDANT_ADD'],
  ['INSURED', 'DEPENDANT_END'],
  ['INSURED', 'BANK_ACCOUNT'],
  ['EMPLOYER', 'DEBT_INQUIRY'],
  ['EMPLOYER', 'DEBT_LEDGER'],
  ['EMPLOYER', 'DEBT_OBJECTION'],
  ['EMPLOYER', 'DEBT_ARTICLE16'],
  ['EMPLOYER', 'DEBT_INSTALMENT'],
  ['EMPLOYER', 'PREMIUM'],
  ['PENSIONER', 'PENSION_STATUS'],
  ['PENSIONER', 'DECREES'],
  ['PENSIONER', 'SLIPS'],
  ['PENSIONER', 'SALARY_CERTIFICATE'],
  ['PENSIONER', 'DEDUCTION_CERTIFICATE'],
  [null, 'CARE_ENTITLEMENT'],
  [null, 'CARE_HEALTH'],
  [null, 'TICKET'],
] as const satisfies readonly (readonly [CitizenRole | null, ServiceId])[]

/** Whether a service ends in a request. */
export function isFiled(id: ServiceId): id is FileableKind {
  return FileableKind.options.some((kind) => kind === id)
}

/** Every service; those of the role in use first. */
export function services(inUse: CitizenRole | null = null): readonly Service[] {
  const all = SERVICES.map(([role, id]) => ({
    id,
    role,
    label: t(isFiled(id) ? `enums.requestKind.${id}` : `filing.service.${id}`),
    code: t(`filing.code.${id}`),
  }))
  return all.toSorted((a, b) => Number(b.role === inUse) - Number(a.role === inUse))
}
