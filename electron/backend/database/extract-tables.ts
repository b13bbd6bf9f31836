import type { ColumnType } from 'kysely'
import type { Day } from '#core/kernel/day.ts'
import type { Rial } from '#core/kernel/rial.ts'
import type { RequestKind, RequestStatus } from '#core/requests/request.model.ts'
import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import type { Bit, Json } from './office-tables.ts'

/*
 * The tables of an extract file: what the organisation's central systems know, as of one day.
 * Column meanings are those of the extract format §3. The importer alone writes them, in a file of its
 * own, so here every column is read-only. A person is named by `citizen_id`, which stays the same from
 * import to import; the number itself stands once, in `citizens.person_id`.
 * `texts_as_written`: JSON { column: text as it arrived } where the storage form differs, else null.
 */

type ReadOnlyColumns<T> = { readonly [K in keyof T]: ColumnType<T[K], never, never> }

export type Relation = 'SELF' | 'SPOUSE' | 'SON' | 'DAUGHTER' | 'FATHER' | 'MOTHER'
export type PensionState = 'ACTIVE' | 'SUSPENDED' | 'TERMINATED' | 'PENDING'
export type DebtStage = 'ASSESSED' | 'OBJECTED' | 'PRIMARY' | 'APPEAL' | 'DEFINITIVE' | 'EXECUTION'
export type InsuranceType =
  | 'COMPULSORY'
  | 'VOLUNTARY'
  | 'SELF_EMPLOYED'
  | 'STUDENT'
  | 'DRIVER'
  | 'CONSTRUCTION'
  | 'CARPET'
  | 'AGREED'
  | 'UNEMPLOYMENT'
export type RecordType =
  | InsuranceType
  | 'SICKNESS'
  | 'MATERNITY'
  | 'MILITARY'
  | 'FRONT'
  | 'TRANSFER'
  | 'CREDITED'
  | 'TOPUP'

export interface BranchRow {
  branch_code: string
  name: string
  kind: 'BRANCH' | 'AGENCY'
  city: string
  province: string
  address: string | null
  status: 'ACTIVE' | 'INACTIVE'
  parent_branch_code: string | null
  texts_as_written: Json | null
}

export interface InstitutionRow {
  institution_code: string
  name: string
  kind: 'BANK' | 'BODY' | 'EMBASSY' | 'COURT' | 'FUND'
  bank_code: string | null
  status: 'ACTIVE' | 'INACTIVE'
  texts_as_written: Json | null
}

export interface CitizenRow {
  citizen_id: number
  person_id: string
  first_name: string
  last_name: string
  father_name: string | null
  sex: 'M' | 'F'
  birth_date: Day
  death_date: Day | null
  nationality: 'IR' | 'AF' | 'IQ' | 'PK' | 'OTHER'
  certificate_number: string | null
  birth_city: string | null
  issue_city: string | null
  marital_status: 'SINGLE' | 'MARRIED' | 'DIVORCED' | 'WIDOWED'
  first_marriage_date: Day | null
  mobile: string | null
  postal_code: string | null
  address: string | null
  branch_code: string
  texts_as_written: Json | null
}

export interface InsuredRow {
  insurance_number: string
  citizen_id: number
  branch_code: string
  insurance_type: InsuranceType
  registered_on: Day | null
  status: 'ACTIVE' | 'INACTIVE' | 'RETIRED' | 'DECEASED'
  military_from: Day | null
  military_to: Day | null
}

export interface DependantRow {
  insurance_number: string
  citizen_id: number
  relation: Exclude<Relation, 'SELF'>
  from_date: Day
  to_date: Day | null
  end_reason: string | null
  studying: Bit
  disabled: Bit
  texts_as_written: Json | null
}

export interface WorkshopRow {
  workshop_code: string
  branch_code: string
  /** '000' is the workshop itself, '001' to '999' its contracts. */
  contract_row: string
  name: string
  employer_kind: 'NATURAL' | 'LEGAL'
  employer_citizen_id: number | null
  legal_entity_id: string | null
  activity: string | null
  address: string | null
  postal_code: string | null
  status: 'ACTIVE' | 'SEMI_ACTIVE' | 'INACTIVE'
  opened_on: Day | null
  closed_on: Day | null
  contract_number: string | null
  contract_date: Day | null
  contract_amount: Rial | null
  texts_as_written: Json | null
}

export interface WorkshopMemberRow {
  workshop_code: string
  branch_code: string
  citizen_id: number
  role: 'OWNER' | 'SIGNATORY' | 'REPRESENTATIVE'
  from_date: Day
  to_date: Day | null
}

type TwoDigits = '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12'
type Days = Record<`d${TwoDigits}`, number | null>
type Wages = Record<`w${TwoDigits}`, Rial | null>

/** Clustered by its key, so one person's years lie together. */
export interface ContributionRow extends Days, Wages {
  insurance_number: string
  /** Jalali. */
  year: number
  /** '' where the row has no workshop (self-employed and the like). */
  workshop_code: string
  branch_code: string
  contract_row: string
  record_type: RecordType
}

export interface PensionRow {
  pension_number: string
  insurance_number: string
  /** The pensioner, or the deceased of a survivors' file. */
  owner_citizen_id: number
  branch_code: string
  pension_type: 'RETIREMENT' | 'DISABILITY_TOTAL' | 'DISABILITY_PARTIAL' | 'SURVIVORS'
  status: PensionState
  established_on: Day
  contribution_days: number | null
  average_wage: Rial | null
  proportional: Bit
  ended_on: Day | null
}

export interface PensionShareRow {
  pension_number: string
  citizen_id: number
  relation: Relation
  /** In 1/10000. */
  share_bp: number
  amount: Rial
  status: PensionState
  from_date: Day
  to_date: Day | null
  end_reason: string | null
  texts_as_written: Json | null
}

export interface DecreeRow {
  decree_number: string
  pension_number: string
  year: number
  month: number
  kind: 'ANNUAL' | 'PROVISIONAL' | 'CORRECTED' | 'ESTABLISHMENT'
  issued_on: Day
  effective_on: Day
  total_before: Rial
  total_after: Rial
  basis: string | null
  texts_as_written: Json | null
}

export interface DecreeLineRow {
  decree_number: string
  seq: number
  item:
    | 'BASE'
    | 'ANNUAL_INCREASE'
    | 'EQUALIZATION'
    | 'MINIMUM_TOPUP'
    | 'FAMILY'
    | 'CHILD'
    | 'HOUSING'
    | 'GOODS'
    | 'OTHER'
  title: string
  amount_before: Rial
  amount_after: Rial
  texts_as_written: Json | null
}

export interface PayslipRow {
  slip_number: string
  pension_number: string
  citizen_id: number
  year: number
  month: number
  payment_type: 'MONTHLY' | 'EID_BONUS' | 'ARREARS'
  seq: number
  days_paid: number | null
  bank_code: string | null
  account_number: string | null
  paid_on: Day | null
  total_payments: Rial
  total_deductions: Rial
  total_loans: Rial
  net: Rial
}

export interface PayslipLineRow {
  slip_number: string
  seq: number
  block: 'PAYMENT' | 'DEDUCTION' | 'LOAN'
  item: string
  title: string
  amount: Rial
  remaining: number | null
  texts_as_written: Json | null
}

export interface BankAccountRow {
  citizen_id: number
  bank_code: string
  account_number: string
  iban: string | null
  account_type: 'QARZ' | 'SAVING' | 'SAVING_MOBILE' | 'CURRENT' | 'CURRENT_MOBILE'
  opened_on: Day | null
  from_date: Day
  to_date: Day | null
  status: 'ACTIVE' | 'CLOSED' | 'PENDING'
  tracking_code: string | null
}

export interface CoverageRow {
  citizen_id: number
  insurance_number: string
  relation: Relation
  from_date: Day
  to_date: Day | null
  state: 'COVERED' | 'NOT_COVERED' | 'PENDING'
  reason: string | null
  texts_as_written: Json | null
}

export interface PrescriptionRow {
  tracking_code: string
  citizen_id: number
  category: 'DRUG' | 'VISIT' | 'PARACLINIC' | 'MEDICAL_SERVICE' | 'PHARMACY'
  issued_on: Day
  visit_time: string | null
  doctor_name: string | null
  medical_council_code: string | null
  centre: string | null
  texts_as_written: Json | null
}

export interface DebtRow {
  debt_number: string
  branch_code: string
  workshop_code: string
  contract_row: string
  reason: string | null
  stage: DebtStage
  status: 'OPEN' | 'UNDER_REVIEW' | 'INSTALLMENT' | 'PAID' | 'CANCELLED'
  from_year: number | null
  from_month: number | null
  to_year: number | null
  to_month: number | null
  amount: Rial
  remaining: Rial
  premium: Rial
  unemployment: Rial
  other: Rial
  installment_eligible: Bit
  installment_number: number | null
  calculation_date: Day | null
  notice_date: Day | null
  primary_vote_number: string | null
  primary_vote_served_on: Day | null
  appeal_vote_date: Day | null
  execution_notice_date: Day | null
  texts_as_written: Json | null
}

export interface DebtDocumentRow {
  debt_number: string
  branch_code: string
  seq: number
  document_number: string | null
  document_date: Day
  type:
    | 'CALCULATION'
    | 'NOTICE'
    | 'OBJECTION'
    | 'PRIMARY_VOTE'
    | 'APPEAL_VOTE'
    | 'EXECUTION'
    | 'PAYMENT'
  stage: DebtStage
  status: 'ISSUED' | 'SERVED' | 'CANCELLED'
  description: string | null
  texts_as_written: Json | null
}

/** Requests as the centre knows them; those filed here meet theirs by `tracking_code`. */
export interface CentralRequestRow {
  tracking_code: string
  citizen_id: number
  role: CitizenRole
  request_type: RequestKind
  title: string
  branch_code: string
  created_on: Day
  status: RequestStatus
  reference_code: string | null
  pension_number: string | null
  amount: Rial | null
  installment_amount: Rial | null
  installment_count: number | null
  guarantee_amount: Rial | null
  institution_code: string | null
  comment: string | null
  reject_reason: string | null
  credited_on: Day | null
  texts_as_written: Json | null
}

export interface CentralRequestEventRow {
  tracking_code: string
  seq: number
  status: RequestStatus
  on_date: Day
  at_time: string | null
  actor: 'CITIZEN' | 'CLERK' | 'EXPERT' | 'HEAD' | 'SYSTEM'
  note: string | null
  texts_as_written: Json | null
}

export interface ParameterRow {
  code: string
  value: string
  unit: 'RIAL' | 'BP' | 'DAYS' | 'MONTHS' | 'YEARS' | 'FACTOR' | 'DATE' | 'RATIO' | 'TABLE'
  valid_from: Day
  valid_to: Day | null
  source: string
  certainty: 'L' | 'S' | 'A' | 'C' | 'G' | 'D'
  texts_as_written: Json | null
}

/** Person to citizen: carried from file to file, so a citizen_id never changes its person. */
export interface PersonKeyRow {
  person_id: string
  citizen_id: number
}

export type IdentifierKind =
  | 'NATIONAL_ID'
  | 'FOREIGNER_ID'
  | 'INSURANCE_NUMBER'
  | 'PENSION_NUMBER'
  | 'WORKSHOP_CODE'
  | 'LEGAL_ID'
  | 'MOBILE'
  | 'TRACKING_CODE'
  | 'ACCOUNT_NUMBER'
  | 'IBAN'

/**
 * Every number by which a citizen can be found, each in its canonical form, ordered by (kind, value).
 * A number may lead to several citizens (the heirs of a pension, the members of a workshop).
 * `target` completes what the number names: the branch code of a workshop (for LEGAL_ID
 * 'workshopCode/branchCode'), the bank code of an account, 'REQUEST' or 'PRESCRIPTION' for a
 * tracking code, else ''.
 */
export interface IdentifierRow {
  kind: IdentifierKind
  value: string
  citizen_id: number
  target: string
}

/** One row per citizen, ordered by (last_key, first_key, father_key, birth_year); keys as `nameKey`. */
export interface PersonNameRow {
  last_key: string
  first_key: string
  father_key: string
  /** Jalali. */
  birth_year: number
  citizen_id: number
}

/** Distinct words of first, last and fathers' names; `count` is how many citizens bear the word. */
export interface NameTokenRow {
  token_id: number
  token: string
  count: number
}

/** Which citizens bear a word; `field` tells where (bits: 1 first, 2 last, 4 father's name). */
export interface PersonTokenRow {
  token_id: number
  citizen_id: number
  field: number
}

/** `version` of the file's tables, `as_of`, `branch_codes` (JSON), `import_id`, `next_citizen_id`. */
export interface ExtractInfoRow {
  key: string
  value: string
}

/** The tables of the extract file in use, attached to every connection as schema `extract`. */
export interface ExtractTables {
  branches: ReadOnlyColumns<BranchRow>
  institutions: ReadOnlyColumns<InstitutionRow>
  citizens: ReadOnlyColumns<CitizenRow>
  insured: ReadOnlyColumns<InsuredRow>
  dependants: ReadOnlyColumns<DependantRow>
  workshops: ReadOnlyColumns<WorkshopRow>
  workshop_members: ReadOnlyColumns<WorkshopMemberRow>
  contributions: ReadOnlyColumns<ContributionRow>
  pensions: ReadOnlyColumns<PensionRow>
  pension_shares: ReadOnlyColumns<PensionShareRow>
  decrees: ReadOnlyColumns<DecreeRow>
  decree_lines: ReadOnlyColumns<DecreeLineRow>
  payslips: ReadOnlyColumns<PayslipRow>
  payslip_lines: ReadOnlyColumns<PayslipLineRow>
  bank_accounts: ReadOnlyColumns<BankAccountRow>
  coverage: ReadOnlyColumns<CoverageRow>
  prescriptions: ReadOnlyColumns<PrescriptionRow>
  debts: ReadOnlyColumns<DebtRow>
  debt_documents: ReadOnlyColumns<DebtDocumentRow>
  central_requests: ReadOnlyColumns<CentralRequestRow>
  central_request_events: ReadOnlyColumns<CentralRequestEventRow>
  parameters: ReadOnlyColumns<ParameterRow>
  person_key: ReadOnlyColumns<PersonKeyRow>
  identifier: ReadOnlyColumns<IdentifierRow>
  person_name: ReadOnlyColumns<PersonNameRow>
  name_token: ReadOnlyColumns<NameTokenRow>
  person_token: ReadOnlyColumns<PersonTokenRow>
  extract_info: ReadOnlyColumns<ExtractInfoRow>
}
