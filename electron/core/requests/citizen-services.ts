import { assistiveDeviceService } from './assistive-device.service.ts'
import { bankAccountService } from './bank-account.service.ts'
import type { CitizenService } from './citizen-service.ts'
import { debtArticle16Service } from './debt-article16.service.ts'
import { debtInstalmentService } from './debt-instalment.service.ts'
import { debtObjectionService } from './debt-objection.service.ts'
import { dependantAddService } from './dependant-add.service.ts'
import { dependantEndService } from './dependant-end.service.ts'
import { insuranceNumberService } from './insurance-number.service.ts'
import { marriageService } from './marriage.service.ts'
import { maternityService } from './maternity.service.ts'
import { militaryServiceService } from './military-service.service.ts'
import { missingRecordService } from './missing-record.service.ts'
import { recordObjectionService } from './record-objection.service.ts'
import type { FormSchema } from './request-forms.model.ts'
import type { FileableKind } from './request.model.ts'
import { retirementService } from './retirement.service.ts'
import { studentContractService } from './student-contract.service.ts'

/** Every service that is filed at the counter. */
export const citizenServices: {
  readonly [Kind in FileableKind]: CitizenService<Kind, FormSchema<Kind>>
} = {
  RECORD_OBJECTION: recordObjectionService,
  RECORD_MISSING: missingRecordService,
  MARRIAGE: marriageService,
  MATERNITY: maternityService,
  ORTHO_PROSTHESIS: assistiveDeviceService,
  STUDENT_CONTRACT: studentContractService,
  MILITARY_SERVICE: militaryServiceService,
  RETIREMENT: retirementService,
  DEBT_OBJECTION: debtObjectionService,
  DEBT_ARTICLE16: debtArticle16Service,
  DEBT_INSTALMENT: debtInstalmentService,
  INSURANCE_NUMBER: insuranceNumberService,
  BANK_ACCOUNT: bankAccountService,
  DEPENDANT_ADD: dependantAddService,
  DEPENDANT_END: dependantEndService,
}

/** A service without its kind: what is done alike for all of them. */
export type AnyService = CitizenService<FileableKind, FormSchema<FileableKind>>

/** The service of a kind. Whoever hands it a form answers for the form being of that kind. */
export function anyService(kind: FileableKind): AnyService {
  const services: Readonly<Record<FileableKind, unknown>> = citizenServices
  return services[kind] as AnyService
}
