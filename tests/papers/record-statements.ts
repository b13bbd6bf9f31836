import type { z } from 'zod'
import { RecordCertificate } from '#core/certificates/record-certificate.model.ts'
import { RecordStatement } from '#core/certificates/record-statement.model.ts'
import type { RecordRow, RecordScope } from '#core/certificates/record-statement.model.ts'
import { issue, person } from './statement-parts.ts'
import type { Issue } from './statement-parts.ts'

type Row = z.input<typeof RecordRow>

const WORKSHOPS = [
  { code: '9000161000', name: 'شرکت صنایع غذایی نان‌آوران خراسان' },
  { code: '9000162001', name: 'کارگاه تراشکاری مهر' },
  { code: '9002163002', name: 'پیمانکاری راه و ساختمان البرز (ردیف ۰۰۳)' },
]
const TYPES = ['COMPULSORY', 'COMPULSORY', 'UNEMPLOYMENT', 'SELF_EMPLOYED', 'MATERNITY'] as const
const FIRST_YEAR = 1360
const LAST_YEAR = 1405

const lengthOf = (month: number): number => (month <= 6 ? 31 : 30)

function rowOf(i: number, count: number, scope: RecordScope, firstWage: number): Row {
  const firstYear = scope === 'WAGES' ? 1386 : FIRST_YEAR
  const year = firstYear + Math.floor((i * (LAST_YEAR - firstYear + 1)) / count)
  const recordType = TYPES[i % TYPES.length] ?? 'COMPULSORY'
  const workshop = recordType === 'SELF_EMPLOYED' ? undefined : WORKSHOPS[i % WORKSHOPS.length]
  const days = Array.from({ length: 12 }, (_, m) =>
    i % 4 === 1 && m < 3 ? 0 : i % 7 === 3 && m === 5 ? 17 : lengthOf(m + 1),
  )
  const paid = scope !== 'ALL' && year >= 1386
  const wages = days.map((n, m) => (n === 0 ? 0 : firstWage + i * 1_234_567 + m * 98_765))
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)
  return {
    year,
    workshopCode: workshop?.code ?? null,
    workshopName: workshop?.name ?? null,
    branchCode: i % 2 === 0 ? '900' : '9002',
    recordType,
    days,
    wages: paid ? wages : null,
    yearDays: sum(days),
    yearWage: paid ? sum(wages) : null,
  }
}

/** ریز سوابق of `count` rows; the wage of the first month of each row starts at `firstWage` rial. */
export function aRecord(
  count: number,
  scope: RecordScope = 'COMBINED',
  options: { readonly firstWage?: number; readonly issue?: Partial<Issue> } = {},
): RecordStatement {
  const { firstWage = 103_909_680 } = options
  const rows = Array.from({ length: count }, (_, i) => rowOf(i, count, scope, firstWage))
  const wage = rows.reduce((total, row) => total + (row.yearWage ?? 0), 0)
  return RecordStatement.parse({
    kind: 'record-statement',
    issue: { ...issue, validUntil: null, ...options.issue },
    trackingCode: '1048402001',
    person,
    insuranceNumbers: ['0090000134'],
    branch: { code: '9002', name: 'شعبه مشهد' },
    totals: {
      scope,
      asOf: '2026-11-20',
      totalDays: count === 0 ? 0 : 11_234,
      span: count === 0 ? null : { totalDays: 11_234, years: 30, months: 9, days: 14 },
      firstMonth: count === 0 ? null : { year: rows[0]?.year ?? FIRST_YEAR, month: 1 },
      lastMonth: count === 0 ? null : { year: LAST_YEAR, month: 12 },
      totalWage: scope === 'ALL' ? null : wage,
    },
    rows,
  })
}

const certificate: z.input<typeof RecordCertificate> = {
  kind: 'record-certificate',
  issue,
  trackingCode: '1048402034',
  recipient: { name: 'سفارت جمهوری فدرال آلمان', branchName: 'بخش روادید' },
  person,
  insuranceNumbers: ['0090000134'],
  branch: { code: '9002', name: 'شعبه مشهد' },
  totals: {
    scope: 'COMBINED',
    asOf: '2026-11-20',
    totalDays: 11_234,
    span: { totalDays: 11_234, years: 30, months: 9, days: 14 },
    firstMonth: { year: 1371, month: 4 },
    lastMonth: { year: 1405, month: 6 },
    totalWage: 21_234_567_890,
  },
  sorts: [
    { recordType: 'COMPULSORY', days: 10_120, firstYear: 1371, lastYear: 1405 },
    { recordType: 'UNEMPLOYMENT', days: 540, firstYear: 1391, lastYear: 1392 },
    { recordType: 'MILITARY', days: 636, firstYear: 1373, lastYear: 1374 },
  ],
  lastWorkshop: {
    code: '9000161000',
    name: 'شرکت صنایع غذایی نان‌آوران خراسان',
    month: { year: 1405, month: 6 },
  },
  acceptedOn: '2026-11-21',
}

/** گواهی سابقه of an invented person, with changes. */
export function aRecordCertificate(
  change: Partial<z.input<typeof RecordCertificate>> = {},
  issueChange: Partial<Issue> = {},
): RecordCertificate {
  const issued = { ...certificate.issue, ...issueChange }
  return RecordCertificate.parse({ ...certificate, issue: issued, ...change })
}
