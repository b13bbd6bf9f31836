/*
 * The files of `bajeh-extract/1`, in the order of import, column by column (extract format §3). This is
 * the one place that says what an extract looks like; the importer is made from it.
 */

/** How a value is read and what it becomes, extract format §2. */
export type ColumnType =
  | 'text'
  | 'code'
  | 'enum'
  | 'bool'
  | 'int'
  | 'rial'
  | 'days'
  | 'year'
  | 'month'
  | 'date'
  | 'time'
  | 'pid'
  | 'ins'
  | 'legal'
  | 'wcode'
  | 'crow'
  | 'branch'
  | 'pension'
  | 'bank'
  | 'iban'
  | 'mobile'
  | 'postal'
  | 'medical'

export interface Column {
  readonly name: string
  readonly type: ColumnType
  /** Part of the key of its file. */
  readonly key: boolean
  /** Must not be empty; the column must be there, as that of a key must. */
  readonly required: boolean
  /** Of an enum. */
  readonly values: readonly string[]
  /**
   * File in which the value must occur. With `withColumn` the reference is the pair of this value
   * and that of the other column of the row, and a pair is reported under this column.
   */
  readonly ref: string | null
  readonly withColumn: string | null
}

/** How a row belongs to a branch: by its own column, through another row, or not at all. */
export type Owner =
  | { readonly by: 'table' }
  | { readonly by: 'branch' }
  | { readonly by: 'row'; readonly file: string; readonly column: string }

export interface FileLayout {
  readonly name: string
  /** Table of the extract file in which the rows are kept. */
  readonly table: string
  readonly owner: Owner
  readonly columns: readonly Column[]
}

interface Extra {
  readonly values?: readonly string[]
  readonly ref?: string
  readonly withColumn?: string
}

/** `kr` = part of the key and required, `k` = part of the key, `r` = required, `-` = neither. */
function column(
  name: string,
  type: ColumnType,
  flags: 'kr' | 'k' | 'r' | '-' = '-',
  extra: Extra = {},
): Column {
  return {
    name,
    type,
    key: flags.startsWith('k'),
    required: flags.endsWith('r'),
    values: extra.values ?? [],
    ref: extra.ref ?? null,
    withColumn: extra.withColumn ?? null,
  }
}

function file(name: string, owner: Owner, columns: readonly Column[], table = name): FileLayout {
  return { name: `${name}.csv`, table, owner, columns }
}

const wholeTable: Owner = { by: 'table' }
const byBranch: Owner = { by: 'branch' }
const ofInsured: Owner = { by: 'row', file: 'insured.csv', column: 'insuranceNumber' }
const ofCitizen: Owner = { by: 'row', file: 'citizens.csv', column: 'personId' }
const ofPension: Owner = { by: 'row', file: 'pensions.csv', column: 'pensionNumber' }
const ofDecree: Owner = { by: 'row', file: 'decrees.csv', column: 'decreeNumber' }
const ofSlip: Owner = { by: 'row', file: 'payslips.csv', column: 'slipNumber' }
const ofRequest: Owner = { by: 'row', file: 'requests.csv', column: 'trackingCode' }

const citizens: Extra = { ref: 'citizens.csv' }
const branches: Extra = { ref: 'branches.csv' }
const insured: Extra = { ref: 'insured.csv' }
const pensions: Extra = { ref: 'pensions.csv' }
const workshops: Extra = { ref: 'workshops.csv', withColumn: 'branchCode' }

const INSURANCE_TYPES: readonly string[] = [
  ...['COMPULSORY', 'VOLUNTARY', 'SELF_EMPLOYED', 'STUDENT', 'DRIVER', 'CONSTRUCTION'],
  ...['CARPET', 'AGREED', 'UNEMPLOYMENT'],
]
const RECORD_TYPES: readonly string[] = [
  ...INSURANCE_TYPES,
  ...['SICKNESS', 'MATERNITY', 'MILITARY', 'FRONT', 'TRANSFER', 'CREDITED', 'TOPUP'],
]
const RELATIONS: readonly string[] = ['SPOUSE', 'SON', 'DAUGHTER', 'FATHER', 'MOTHER']
const RELATIONS_AND_SELF: readonly string[] = ['SELF', ...RELATIONS]
const ACTIVITY: readonly string[] = ['ACTIVE', 'INACTIVE']
const PENSION_STATES: readonly string[] = ['ACTIVE', 'SUSPENDED', 'TERMINATED', 'PENDING']
const STAGES: readonly string[] = [
  ...['ASSESSED', 'OBJECTED', 'PRIMARY', 'APPEAL', 'DEFINITIVE', 'EXECUTION'],
]
const REQUEST_TYPES: readonly string[] = [
  ...['MARRIAGE', 'MATERNITY', 'ORTHO_PROSTHESIS', 'STUDENT_CONTRACT', 'RECORD_OBJECTION'],
  ...['RECORD_MISSING', 'RECORD_CERTIFICATE', 'SALARY_CERTIFICATE', 'DEDUCTION_CERTIFICATE'],
  ...['RETIREMENT', 'MILITARY_SERVICE', 'BANK_ACCOUNT', 'MOBILE_CHANGE', 'DEPENDANT_ADD'],
  ...['DEBT_OBJECTION', 'DEBT_ARTICLE16'],
]
const REQUEST_STATES: readonly string[] = [
  ...['DRAFT', '2', '6', '9', '14', '16', '18', '19', '21', '2602', 'CANCELLED'],
]
const MONTHS: readonly string[] = Array.from({ length: 12 }, (_, i) =>
  String(i + 1).padStart(2, '0'),
)

/** All files of an extract, in the order of import. */
export const extractLayout: readonly FileLayout[] = [
  file('branches', wholeTable, [
    column('branchCode', 'branch', 'kr'),
    column('name', 'text', 'r'),
    column('kind', 'enum', 'r', { values: ['BRANCH', 'AGENCY'] }),
    column('city', 'text', 'r'),
    column('province', 'text', 'r'),
    column('address', 'text'),
    column('status', 'enum', 'r', { values: ACTIVITY }),
    column('parentBranchCode', 'branch', '-', branches),
  ]),
  file('institutions', wholeTable, [
    column('institutionCode', 'code', 'kr'),
    column('name', 'text', 'r'),
    column('kind', 'enum', 'r', { values: ['BANK', 'BODY', 'EMBASSY', 'COURT', 'FUND'] }),
    column('bankCode', 'bank'),
    column('status', 'enum', 'r', { values: ACTIVITY }),
  ]),
  file('citizens', byBranch, [
    column('personId', 'pid', 'kr'),
    column('firstName', 'text', 'r'),
    column('lastName', 'text', 'r'),
    column('fatherName', 'text'),
    column('sex', 'enum', 'r', { values: ['M', 'F'] }),
    column('birthDate', 'date', 'r'),
    column('deathDate', 'date'),
    column('nationality', 'enum', 'r', { values: ['IR', 'AF', 'IQ', 'PK', 'OTHER'] }),
    column('certificateNumber', 'code'),
    column('birthCity', 'text'),
    column('issueCity', 'text'),
    column('maritalStatus', 'enum', 'r', {
      values: ['SINGLE', 'MARRIED', 'DIVORCED', 'WIDOWED'],
    }),
    column('firstMarriageDate', 'date'),
    column('mobile', 'mobile'),
    column('postalCode', 'postal'),
    column('address', 'text'),
    column('branchCode', 'branch', 'r', branches),
  ]),
  file('insured', byBranch, [
    column('insuranceNumber', 'ins', 'kr'),
    column('personId', 'pid', 'r', citizens),
    column('branchCode', 'branch', 'r', branches),
    column('insuranceType', 'enum', 'r', { values: INSURANCE_TYPES }),
    column('registeredOn', 'date'),
    column('status', 'enum', 'r', { values: ['ACTIVE', 'INACTIVE', 'RETIRED', 'DECEASED'] }),
    column('militaryFrom', 'date'),
    column('militaryTo', 'date'),
  ]),
  file('dependants', ofInsured, [
    column('insuranceNumber', 'ins', 'kr', insured),
    column('personId', 'pid', 'kr', citizens),
    column('relation', 'enum', 'r', { values: RELATIONS }),
    column('fromDate', 'date', 'r'),
    column('toDate', 'date'),
    column('endReason', 'text'),
    column('studying', 'bool'),
    column('disabled', 'bool'),
  ]),
  file('workshops', byBranch, [
    column('workshopCode', 'wcode', 'kr'),
    column('branchCode', 'branch', 'kr', branches),
    column('contractRow', 'crow', 'k'),
    column('name', 'text', 'r'),
    column('employerKind', 'enum', 'r', { values: ['NATURAL', 'LEGAL'] }),
    column('employerPersonId', 'pid', '-', citizens),
    column('legalEntityId', 'legal'),
    column('activity', 'text'),
    column('address', 'text'),
    column('postalCode', 'postal'),
    column('status', 'enum', 'r', { values: ['ACTIVE', 'SEMI_ACTIVE', 'INACTIVE'] }),
    column('openedOn', 'date'),
    column('closedOn', 'date'),
    column('contractNumber', 'code'),
    column('contractDate', 'date'),
    column('contractAmount', 'rial'),
  ]),
  file('workshop_members', byBranch, [
    column('workshopCode', 'wcode', 'kr', workshops),
    column('branchCode', 'branch', 'kr'),
    column('personId', 'pid', 'kr', citizens),
    column('role', 'enum', 'kr', { values: ['OWNER', 'SIGNATORY', 'REPRESENTATIVE'] }),
    column('fromDate', 'date', 'r'),
    column('toDate', 'date'),
  ]),
  file('contributions', ofInsured, [
    column('insuranceNumber', 'ins', 'kr', insured),
    column('year', 'year', 'kr'),
    column('workshopCode', 'wcode', 'k', workshops),
    column('branchCode', 'branch', 'kr', branches),
    column('contractRow', 'crow', 'k'),
    column('recordType', 'enum', 'kr', { values: RECORD_TYPES }),
    ...MONTHS.map((month) => column(`d${month}`, 'days')),
    ...MONTHS.map((month) => column(`w${month}`, 'rial')),
  ]),
  file('pensions', byBranch, [
    column('pensionNumber', 'pension', 'kr'),
    column('insuranceNumber', 'ins', 'r', insured),
    column('ownerPersonId', 'pid', 'r', citizens),
    column('branchCode', 'branch', 'r', branches),
    column('pensionType', 'enum', 'r', {
      values: ['RETIREMENT', 'DISABILITY_TOTAL', 'DISABILITY_PARTIAL', 'SURVIVORS'],
    }),
    column('status', 'enum', 'r', { values: PENSION_STATES }),
    column('establishedOn', 'date', 'r'),
    column('contributionDays', 'int'),
    column('averageWage', 'rial'),
    column('proportional', 'bool'),
    column('endedOn', 'date'),
  ]),
  file('pension_shares', ofPension, [
    column('pensionNumber', 'pension', 'kr', pensions),
    column('personId', 'pid', 'kr', citizens),
    column('relation', 'enum', 'r', { values: RELATIONS_AND_SELF }),
    column('shareBp', 'int', 'r'),
    column('amount', 'rial', 'r'),
    column('status', 'enum', 'r', { values: PENSION_STATES }),
    column('fromDate', 'date', 'r'),
    column('toDate', 'date'),
    column('endReason', 'text'),
  ]),
  file('decrees', ofPension, [
    column('decreeNumber', 'code', 'kr'),
    column('pensionNumber', 'pension', 'r', pensions),
    column('year', 'year', 'r'),
    column('month', 'month', 'r'),
    column('kind', 'enum', 'r', {
      values: ['ANNUAL', 'PROVISIONAL', 'CORRECTED', 'ESTABLISHMENT'],
    }),
    column('issuedOn', 'date', 'r'),
    column('effectiveOn', 'date', 'r'),
    column('totalBefore', 'rial', 'r'),
    column('totalAfter', 'rial', 'r'),
    column('basis', 'text'),
  ]),
  file('decree_lines', ofDecree, [
    column('decreeNumber', 'code', 'kr', { ref: 'decrees.csv' }),
    column('seq', 'int', 'kr'),
    column('item', 'enum', 'r', {
      values: [
        ...['BASE', 'ANNUAL_INCREASE', 'EQUALIZATION', 'MINIMUM_TOPUP', 'FAMILY', 'CHILD'],
        ...['HOUSING', 'GOODS', 'OTHER'],
      ],
    }),
    column('title', 'text', 'r'),
    column('amountBefore', 'rial', 'r'),
    column('amountAfter', 'rial', 'r'),
  ]),
  file('payslips', ofPension, [
    column('slipNumber', 'code', 'kr'),
    column('pensionNumber', 'pension', 'r', pensions),
    column('personId', 'pid', 'r', citizens),
    column('year', 'year', 'r'),
    column('month', 'month', 'r'),
    column('paymentType', 'enum', 'r', { values: ['MONTHLY', 'EID_BONUS', 'ARREARS'] }),
    column('seq', 'int', 'r'),
    column('daysPaid', 'int'),
    column('bankCode', 'bank'),
    column('accountNumber', 'code'),
    column('paidOn', 'date'),
    column('totalPayments', 'rial', 'r'),
    column('totalDeductions', 'rial', 'r'),
    column('totalLoans', 'rial', 'r'),
    column('net', 'rial', 'r'),
  ]),
  file('payslip_lines', ofSlip, [
    column('slipNumber', 'code', 'kr', { ref: 'payslips.csv' }),
    column('seq', 'int', 'kr'),
    column('block', 'enum', 'r', { values: ['PAYMENT', 'DEDUCTION', 'LOAN'] }),
    column('item', 'code', 'r'),
    column('title', 'text', 'r'),
    column('amount', 'rial', 'r'),
    column('remaining', 'int'),
  ]),
  file('bank_accounts', ofCitizen, [
    column('personId', 'pid', 'kr', citizens),
    column('bankCode', 'bank', 'kr'),
    column('accountNumber', 'code', 'kr'),
    column('iban', 'iban'),
    column('accountType', 'enum', 'r', {
      values: ['QARZ', 'SAVING', 'SAVING_MOBILE', 'CURRENT', 'CURRENT_MOBILE'],
    }),
    column('openedOn', 'date'),
    column('fromDate', 'date', 'r'),
    column('toDate', 'date'),
    column('status', 'enum', 'r', { values: ['ACTIVE', 'CLOSED', 'PENDING'] }),
    column('trackingCode', 'code'),
  ]),
  file('coverage', ofCitizen, [
    column('personId', 'pid', 'kr', citizens),
    column('insuranceNumber', 'ins', 'kr', insured),
    column('relation', 'enum', 'r', { values: RELATIONS_AND_SELF }),
    column('fromDate', 'date', 'kr'),
    column('toDate', 'date'),
    column('state', 'enum', 'r', { values: ['COVERED', 'NOT_COVERED', 'PENDING'] }),
    column('reason', 'text'),
  ]),
  file('prescriptions', ofCitizen, [
    column('trackingCode', 'code', 'kr'),
    column('personId', 'pid', 'r', citizens),
    column('category', 'enum', 'r', {
      values: ['DRUG', 'VISIT', 'PARACLINIC', 'MEDICAL_SERVICE', 'PHARMACY'],
    }),
    column('issuedOn', 'date', 'r'),
    column('visitTime', 'time'),
    column('doctorName', 'text'),
    column('medicalCouncilCode', 'medical'),
    column('centre', 'text'),
  ]),
  file('debts', byBranch, [
    column('debtNumber', 'code', 'kr'),
    column('branchCode', 'branch', 'kr', branches),
    column('workshopCode', 'wcode', 'r', workshops),
    column('contractRow', 'crow'),
    column('reason', 'text'),
    column('stage', 'enum', 'r', { values: STAGES }),
    column('status', 'enum', 'r', {
      values: ['OPEN', 'UNDER_REVIEW', 'INSTALLMENT', 'PAID', 'CANCELLED'],
    }),
    column('fromYear', 'year'),
    column('fromMonth', 'month'),
    column('toYear', 'year'),
    column('toMonth', 'month'),
    column('amount', 'rial', 'r'),
    column('remaining', 'rial', 'r'),
    column('premium', 'rial', 'r'),
    column('unemployment', 'rial', 'r'),
    column('other', 'rial', 'r'),
    column('installmentEligible', 'bool', 'r'),
    column('installmentNumber', 'int'),
    column('calculationDate', 'date'),
    column('noticeDate', 'date'),
    column('primaryVoteNumber', 'code'),
    column('primaryVoteServedOn', 'date'),
    column('appealVoteDate', 'date'),
    column('executionNoticeDate', 'date'),
  ]),
  file('debt_documents', byBranch, [
    column('debtNumber', 'code', 'kr', { ref: 'debts.csv', withColumn: 'branchCode' }),
    column('branchCode', 'branch', 'kr'),
    column('seq', 'int', 'kr'),
    column('documentNumber', 'code'),
    column('documentDate', 'date', 'r'),
    column('type', 'enum', 'r', {
      values: [
        ...['CALCULATION', 'NOTICE', 'OBJECTION', 'PRIMARY_VOTE', 'APPEAL_VOTE', 'EXECUTION'],
        'PAYMENT',
      ],
    }),
    column('stage', 'enum', 'r', { values: STAGES }),
    column('status', 'enum', 'r', { values: ['ISSUED', 'SERVED', 'CANCELLED'] }),
    column('description', 'text'),
  ]),
  file(
    'requests',
    byBranch,
    [
      column('trackingCode', 'code', 'kr'),
      column('personId', 'pid', 'r', citizens),
      column('role', 'enum', 'r', { values: ['INSURED', 'EMPLOYER', 'PENSIONER'] }),
      column('requestType', 'enum', 'r', { values: REQUEST_TYPES }),
      column('title', 'text', 'r'),
      column('branchCode', 'branch', 'r', branches),
      column('createdOn', 'date', 'r'),
      column('status', 'enum', 'r', { values: REQUEST_STATES }),
      column('referenceCode', 'code', '-', { ref: 'requests.csv' }),
      column('pensionNumber', 'pension', '-', pensions),
      column('amount', 'rial'),
      column('installmentAmount', 'rial'),
      column('installmentCount', 'int'),
      column('guaranteeAmount', 'rial'),
      column('institutionCode', 'code', '-', { ref: 'institutions.csv' }),
      column('comment', 'text'),
      column('rejectReason', 'text'),
      column('creditedOn', 'date'),
    ],
    'central_requests',
  ),
  file(
    'request_events',
    ofRequest,
    [
      column('trackingCode', 'code', 'kr', { ref: 'requests.csv' }),
      column('seq', 'int', 'kr'),
      column('status', 'enum', 'r', { values: REQUEST_STATES }),
      column('onDate', 'date', 'r'),
      column('atTime', 'time'),
      column('actor', 'enum', 'r', {
        values: ['CITIZEN', 'CLERK', 'EXPERT', 'HEAD', 'SYSTEM'],
      }),
      column('note', 'text'),
    ],
    'central_request_events',
  ),
  file('parameters', wholeTable, [
    column('code', 'code', 'kr'),
    column('value', 'text', 'r'),
    column('unit', 'enum', 'r', {
      values: ['RIAL', 'BP', 'DAYS', 'MONTHS', 'YEARS', 'FACTOR', 'DATE', 'RATIO', 'TABLE'],
    }),
    column('validFrom', 'date', 'kr'),
    column('validTo', 'date'),
    column('source', 'text', 'r'),
    column('certainty', 'enum', 'r', { values: ['L', 'S', 'A', 'C', 'G', 'D'] }),
  ]),
]
