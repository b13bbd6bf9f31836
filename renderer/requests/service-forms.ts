import type { FileableKind } from '#core/requests/request.model.ts'
import { assistiveDeviceForm } from './assistive-device-form.ts'
import { bankAccountForm } from './bank-account-form.ts'
import { debtArticle16Form } from './debt-article16-form.ts'
import { debtInstalmentForm } from './debt-instalment-form.ts'
import { debtObjectionForm } from './debt-objection-form.ts'
import { insuranceNumberForm } from './insurance-number-form.ts'
import { dependantAddForm } from './dependant-add-form.ts'
import { dependantEndForm } from './dependant-end-form.ts'
import { marriageForm } from './marriage-form.ts'
import { maternityForm } from './maternity-form.ts'
import { militaryServiceForm } from './military-service-form.ts'
import { missingRecordForm } from './missing-record-form.ts'
import { recordObjectionForm } from './record-objection-form.ts'
import { retirementForm } from './retirement-form.ts'
import type { ServiceForm } from './service-form.ts'
import { studentContractForm } from './student-contract-form.ts'

/** How every service is typed. */
export const serviceForms: Readonly<Record<FileableKind, ServiceForm>> = {
  RECORD_OBJECTION: recordObjectionForm,
  RECORD_MISSING: missingRecordForm,
  MARRIAGE: marriageForm,
  MATERNITY: maternityForm,
  ORTHO_PROSTHESIS: assistiveDeviceForm,
  STUDENT_CONTRACT: studentContractForm,
  MILITARY_SERVICE: militaryServiceForm,
  RETIREMENT: retirementForm,
  DEBT_OBJECTION: debtObjectionForm,
  DEBT_ARTICLE16: debtArticle16Form,
  DEBT_INSTALMENT: debtInstalmentForm,
  BANK_ACCOUNT: bankAccountForm,
  DEPENDANT_ADD: dependantAddForm,
  DEPENDANT_END: dependantEndForm,
  INSURANCE_NUMBER: insuranceNumberForm,
}
