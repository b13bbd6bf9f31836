import { z } from 'zod'
import { BankAccountForm } from '#core/account/bank-account.model.ts'
import { DependantAddForm, DependantEndForm } from '#core/account/dependant-requests.model.ts'
import { AssistiveDeviceForm } from '#core/benefits/assistive-device.model.ts'
import { MarriageForm } from '#core/benefits/marriage.model.ts'
import { MaternityForm } from '#core/benefits/maternity.model.ts'
import { MilitaryServiceForm } from '#core/benefits/military-service.model.ts'
import { StudentContractForm } from '#core/benefits/student-contract.model.ts'
import {
  Article16Form,
  DebtInstalmentForm,
  DebtObjectionForm,
} from '#core/employers/debt-requests.model.ts'
import { MissingRecordForm } from '#core/insured/missing-record.model.ts'
import { RecordObjectionForm } from '#core/insured/record-objection.model.ts'
import { InsuranceNumberForm } from '#core/registration/insurance-number.model.ts'
import { RetirementForm } from '#core/pensions/retirement.model.ts'
import type { FileableKind } from './request.model.ts'

/** The form of every kind that can be filed at the counter. */
export const requestForms = {
  RECORD_OBJECTION: RecordObjectionForm,
  RECORD_MISSING: MissingRecordForm,
  MARRIAGE: MarriageForm,
  MATERNITY: MaternityForm,
  ORTHO_PROSTHESIS: AssistiveDeviceForm,
  STUDENT_CONTRACT: StudentContractForm,
  MILITARY_SERVICE: MilitaryServiceForm,
  RETIREMENT: RetirementForm,
  DEBT_OBJECTION: DebtObjectionForm,
  DEBT_ARTICLE16: Article16Form,
  DEBT_INSTALMENT: DebtInstalmentForm,
  INSURANCE_NUMBER: InsuranceNumberForm,
  BANK_ACCOUNT: BankAccountForm,
  DEPENDANT_ADD: DependantAddForm,
  DEPENDANT_END: DependantEndForm,
} as const satisfies Readonly<Record<FileableKind, z.ZodObject>>

export type FormSchema<Kind extends FileableKind> = (typeof requestForms)[Kind]

/** A whole form with its kind, as it is filed. */
export const FilledForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('RECORD_OBJECTION'), form: requestForms.RECORD_OBJECTION }),
  z.object({ kind: z.literal('RECORD_MISSING'), form: requestForms.RECORD_MISSING }),
  z.object({ kind: z.literal('MARRIAGE'), form: requestForms.MARRIAGE }),
  z.object({ kind: z.literal('MATERNITY'), form: requestForms.MATERNITY }),
  z.object({ kind: z.literal('ORTHO_PROSTHESIS'), form: requestForms.ORTHO_PROSTHESIS }),
  z.object({ kind: z.literal('STUDENT_CONTRACT'), form: requestForms.STUDENT_CONTRACT }),
  z.object({ kind: z.literal('MILITARY_SERVICE'), form: requestForms.MILITARY_SERVICE }),
  z.object({ kind: z.literal('RETIREMENT'), form: requestForms.RETIREMENT }),
  z.object({ kind: z.literal('DEBT_OBJECTION'), form: requestForms.DEBT_OBJECTION }),
  z.object({ kind: z.literal('DEBT_ARTICLE16'), form: requestForms.DEBT_ARTICLE16 }),
  z.object({ kind: z.literal('DEBT_INSTALMENT'), form: requestForms.DEBT_INSTALMENT }),
  z.object({ kind: z.literal('INSURANCE_NUMBER'), form: requestForms.INSURANCE_NUMBER }),
  z.object({ kind: z.literal('BANK_ACCOUNT'), form: requestForms.BANK_ACCOUNT }),
  z.object({ kind: z.literal('DEPENDANT_ADD'), form: requestForms.DEPENDANT_ADD }),
  z.object({ kind: z.literal('DEPENDANT_END'), form: requestForms.DEPENDANT_END }),
])
export type FilledForm = z.infer<typeof FilledForm>
