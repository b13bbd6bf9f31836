import type { z } from 'zod'
import { DecreePaper } from '#core/certificates/decree.model.ts'
import { DeductionCertificate } from '#core/certificates/deduction-certificate.model.ts'
import { issue, person } from './statement-parts.ts'
import type { Issue } from './statement-parts.ts'

const pension = {
  insuranceNumber: '0090000134',
  pensionNumber: '8000134',
  pensionType: 'RETIREMENT' as const,
  establishedOn: '2013-09-23',
  branch: { code: '9002', name: 'شعبه مشهد' },
}

const deduction: z.input<typeof DeductionCertificate> = {
  kind: 'deduction-certificate',
  issue,
  trackingCode: '1048401955',
  recipient: { name: 'بانک رفاه کارگران', branchName: 'میدان شهدا' },
  person,
  ...pension,
  period: { year: 1405, month: 8 },
  gross: 254125550,
  deductions: 29800000,
  net: 224325550,
  borrower: null,
  loan: 500000000,
  instalment: 20000000,
  count: 36,
  repayment: 720000000,
  guarantee: 800000000,
  firstDue: { year: 1405, month: 10 },
  lastDue: { year: 1408, month: 9 },
}

/** Whose loan is guaranteed, in certificates for another. */
export const borrower = {
  fullName: 'امیرحسین رضایی‌پور',
  nationalId: '0000002968',
  birthDay: '1988-03-02',
}

const decree: z.input<typeof DecreePaper> = {
  kind: 'decree',
  issue: { ...issue, validUntil: null },
  trackingCode: '1048401988',
  person,
  owner: null,
  ...pension,
  contributionDays: 10950,
  averageWage: 60144280,
  proportional: false,
  decreeNumber: '1405-8000134-1',
  decreeKind: 'ANNUAL',
  year: 1405,
  month: 1,
  decidedOn: '2026-04-04',
  effectiveOn: '2026-03-21',
  basis: 'مواد ۹۶ و ۱۱۱ قانون تأمین اجتماعی',
  lines: [
    { title: 'مستمری', before: 151234500, after: 151234500 },
    { title: 'افزایش سالانه', before: 0, after: 48394240 },
    { title: 'متناسب‌سازی', before: 20000000, after: 31200000 },
    { title: 'کمک‌هزینه عائله‌مندی', before: 5000000, after: 7255500 },
    { title: 'حق اولاد (۱ فرزند)', before: 3463656, after: 5541310 },
  ],
  totalBefore: 179698156,
  totalAfter: 243625550,
  payable: 243625550,
  heirs: [],
}

/** گواهی کسر اقساط of an invented pensioner, 20,000,000 × 36, with changes. */
export function aDeduction(
  change: Partial<z.input<typeof DeductionCertificate>> = {},
  issueChange: Partial<Issue> = {},
): DeductionCertificate {
  const issued = { ...deduction.issue, ...issueChange }
  return DeductionCertificate.parse({ ...deduction, issue: issued, ...change })
}

/** حکم مستمری of an invented pensioner, with changes. */
export function aDecree(
  change: Partial<z.input<typeof DecreePaper>> = {},
  issueChange: Partial<Issue> = {},
): DecreePaper {
  return DecreePaper.parse({ ...decree, issue: { ...decree.issue, ...issueChange }, ...change })
}

/** The decree of a survivors' file as one of its heirs receives it. */
export function aSurvivorsDecree(): DecreePaper {
  return aDecree({
    pensionType: 'SURVIVORS',
    owner: { fullName: 'حاج غلامرضا نیک‌اندیش' },
    decreeKind: 'CORRECTED',
    payable: 121812775,
    ownAfter: 120812775,
    replaces: '1405-8000134-0',
    arrears: [
      {
        ...{ monthly: 11200000, months: 5, sum: 56000000, overpaid: false },
        ...{ from: { year: 1405, month: 1 }, to: { year: 1405, month: 5 } },
      },
    ],
    notices: ['FORMER_DIFFERS'],
    heirs: [
      {
        fullName: person.fullName,
        relation: 'SPOUSE',
        shareBp: 5000,
        amount: 121812775,
        until: null,
        own: true,
      },
      {
        fullName: 'زهرا نیک‌اندیش',
        relation: 'DAUGHTER',
        shareBp: 2500,
        amount: null,
        until: null,
        own: false,
      },
      {
        fullName: 'علی نیک‌اندیش',
        relation: 'SON',
        shareBp: 1250,
        amount: null,
        until: '2029-08-03',
        own: false,
      },
      {
        fullName: 'معصومه نیک‌اندیش',
        relation: 'MOTHER',
        shareBp: 1250,
        amount: null,
        until: null,
        own: false,
      },
    ],
  })
}

/** A provisional decree that a corrected one took the place of, with everything that may be in doubt. */
export function aReplacedDecree(): DecreePaper {
  return aDecree({
    ...{ decreeKind: 'PROVISIONAL', replacedBy: '1405-8000134-2' },
    notices: ['FORMER_YEAR_MISSING', 'SAME_KIND_TWICE', 'EFFECTIVE_AFTER_NEXT'],
  })
}

/** A decree of a proportional pension of which little is known. */
export function aBareDecree(): DecreePaper {
  return aDecree({
    pensionType: 'DISABILITY_PARTIAL',
    insuranceNumber: null,
    contributionDays: null,
    averageWage: null,
    proportional: true,
    decreeKind: 'ESTABLISHMENT',
    basis: null,
    lines: [],
    totalBefore: 0,
    totalAfter: 0,
    payable: 0,
  })
}
