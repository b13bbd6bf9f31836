import { DebtStage } from '#core/employers/debt.model.ts'
import { addDays, formatJalali, parseJalali } from '#core/kernel/day.ts'
import { copyOf, smallExtract } from './extracts.ts'
import { addRows, type ExtractRow } from './extract-rows.ts'

/** A person of the extract without any role, here the owner of 2,000 workshops. */
export const CONTRACTOR = '0000001384'
export const WORKSHOPS = 2000
/** The workshop with 999 contract rows, and the one with 300 debts of 20 documents each. */
export const WIDE = '8000000001'
export const DEEP = '8000000002'
export const CONTRACTS = 999
export const DEEP_DEBTS = 300
export const DOCUMENTS = 20

const BRANCH = '900'
const STATUSES = ['OPEN', 'OPEN', 'INSTALLMENT', 'PAID', 'CANCELLED'] as const
const TYPES = ['CALCULATION', 'NOTICE', 'OBJECTION', 'PRIMARY_VOTE', 'APPEAL_VOTE'] as const
const FIRST_DAY = parseJalali('1395/01/15')

/** One made debt: amounts in rial, months of the Jalali calendar. */
export interface MadeDebt {
  readonly debtNumber: string
  readonly workshopCode: string
  readonly contractRow: string
  readonly stage: DebtStage
  readonly status: (typeof STATUSES)[number]
  readonly fromYear: number
  readonly fromMonth: number
  readonly premium: number
  readonly unemployment: number
  readonly other: number
  readonly remaining: number
  readonly installmentEligible: boolean
}

const workshopCode = (n: number) => String(8_000_000_000 + n)
const two = (n: number) => String(n).padStart(2, '0')

function madeDebt(n: number, of: string, contractRow: string): MadeDebt {
  const status = STATUSES[n % STATUSES.length] ?? 'OPEN'
  const premium = 10_000_000 + n * 7919
  const other = n % 3 === 0 ? 0 : 500_000 + n
  const amount = premium + 1_000_000 + other
  const settled = status === 'PAID' || status === 'CANCELLED'
  return {
    debtNumber: String(700_000_000 + n),
    workshopCode: of,
    contractRow,
    stage: DebtStage.options[n % DebtStage.options.length] ?? 'ASSESSED',
    status,
    fromYear: 1395 + (n % 10),
    fromMonth: 1 + ((n * 7) % 12),
    premium,
    unemployment: 1_000_000,
    other,
    remaining: settled ? 0 : status === 'INSTALLMENT' ? Math.floor(amount / 3) : amount,
    installmentEligible: n % 2 === 0,
  }
}

/** Every debt of the contractor: 300 at one workshop, one for each contract row, two at each other workshop. */
export function madeDebts(): readonly MadeDebt[] {
  const deep = Array.from({ length: DEEP_DEBTS }, (_, n) => madeDebt(n, DEEP, '000'))
  const wide = Array.from({ length: CONTRACTS }, (_, n) =>
    madeDebt(1000 + n, WIDE, String(n + 1).padStart(3, '0')),
  )
  const others = Array.from({ length: 2 * (WORKSHOPS - 2) }, (_, n) =>
    madeDebt(10_000 + n, workshopCode(3 + Math.floor(n / 2)), '000'),
  )
  return [...deep, ...wide, ...others]
}

function debtRow(debt: MadeDebt): ExtractRow {
  const { fromYear, fromMonth, premium, unemployment, other, installmentEligible } = debt
  return {
    ...debt,
    branchCode: BRANCH,
    reason: 'عدم پرداخت حق بیمه لیست',
    amount: premium + unemployment + other,
    installmentEligible: installmentEligible ? 1 : 0,
    ...{ toYear: fromYear, toMonth: fromMonth },
    calculationDate: `${fromYear + 1}/${two(fromMonth)}/10`,
    noticeDate: `${fromYear + 1}/${two(fromMonth)}/15`,
  }
}

function documentRows({ debtNumber }: MadeDebt, n: number): readonly ExtractRow[] {
  if (FIRST_DAY === undefined) throw new Error('no such day')
  const first = addDays(FIRST_DAY, n * 5)
  return Array.from({ length: DOCUMENTS }, (_, at) => ({
    ...{ debtNumber, branchCode: BRANCH, seq: at + 1 },
    documentNumber: `${debtNumber}-${at + 1}`,
    documentDate: formatJalali(addDays(first, at * 7)),
    type: at < TYPES.length ? (TYPES[at] ?? 'NOTICE') : 'PAYMENT',
    stage: DebtStage.options[Math.min(at, 3)] ?? 'ASSESSED',
    status: 'SERVED',
    description: at % 4 === 0 ? 'رسید پرداخت در بانک عامل' : '',
  }))
}

/** A small extract in which one person owns 2,000 workshops; returns its folder. */
export function employerExtract(): string {
  const folder = copyOf(smallExtract())
  const own = { branchCode: BRANCH, employerKind: 'NATURAL', employerPersonId: CONTRACTOR }
  const workshops = Array.from({ length: WORKSHOPS }, (_, n) => ({
    ...own,
    workshopCode: workshopCode(n + 1),
    contractRow: '000',
    name: `کارگاه نمونهٔ پیمانکار ${n + 1}`,
    activity: 'پیمان‌کاری',
    status: n % 7 === 6 ? 'SEMI_ACTIVE' : 'ACTIVE',
    openedOn: '1390/01/01',
  }))
  const contracts = Array.from({ length: CONTRACTS }, (_, n) => ({
    ...own,
    workshopCode: WIDE,
    contractRow: String(n + 1).padStart(3, '0'),
    name: `پیمان ${n + 1}`,
    status: 'ACTIVE',
    contractNumber: `P-${n + 1}`,
    contractDate: '1400/02/01',
    contractAmount: 1_000_000_000 + n,
  }))
  const members = workshops.map(({ workshopCode: code }) => ({
    ...{ workshopCode: code, branchCode: BRANCH, personId: CONTRACTOR, role: 'OWNER' },
    fromDate: '1400/01/01',
  }))
  const debts = madeDebts()
  addRows(folder, 'workshops.csv', [...workshops, ...contracts])
  addRows(folder, 'workshop_members.csv', members)
  addRows(folder, 'debts.csv', debts.map(debtRow))
  const documents = debts.slice(0, DEEP_DEBTS).flatMap(documentRows)
  addRows(folder, 'debt_documents.csv', documents)
  return folder
}
