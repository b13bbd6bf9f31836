import type { PaperKind, StatementOf } from '#core/certificates/paper.model.ts'
import { PensionSlip } from '#core/certificates/pension-slip.model.ts'
import { RequestReceipt } from '#core/certificates/request-receipt.model.ts'
import { SalaryCertificate } from '#core/certificates/salary-certificate.model.ts'
import type { z } from 'zod'
import { anAccessSheet } from './access-sheets.ts'
import { aCareStatement, aLargeFamily, nobodysDependant } from './care-statements.ts'
import { aDecisionLetter, aRefusal, aReturnedLetter } from './decision-letters.ts'
import { aDebtStatement } from './debt-statements.ts'
import {
  aBareDecree,
  aReplacedDecree,
  aDecree,
  aDeduction,
  aSurvivorsDecree,
  borrower,
} from './pension-statements.ts'
import { aPensionStatus, noPension } from './pension-status.ts'
import { aTicketReceipt } from './ticket-receipts.ts'
import { aRecord, aRecordCertificate } from './record-statements.ts'
import { issue, littleKnown, person, reprint } from './statement-parts.ts'
import type { Issue } from './statement-parts.ts'

/** Invented persons and numbers; the slip is the worked example of the domain brief §4.3. */
const issueWith = (change: Partial<Issue>): Issue => ({ ...issue, ...change })

const certificate: z.input<typeof SalaryCertificate> = {
  kind: 'salary-certificate',
  issue,
  trackingCode: '1048401841',
  recipient: { name: 'بانک ملت', branchName: 'میدان شهدا' },
  person,
  insuranceNumber: '0090000134',
  pensionNumber: '8000134',
  pensionType: 'RETIREMENT',
  establishedOn: '2013-09-23',
  branch: { code: '9002', name: 'شعبه مشهد' },
  period: { year: 1405, month: 8 },
  gross: 254125550,
  deductions: 29800000,
  net: 224325550,
  commitments: null,
}

const line = (title: string, amount: number, remainingCount: number | null = null) => ({
  title,
  amount,
  remainingCount,
})

const slip: z.input<typeof PensionSlip> = {
  kind: 'pension-slip',
  issue: issueWith({ number: '1048400002', validUntil: null }),
  fullName: 'سیده فاطمه‌سادات میرزایی‌نژاد',
  nationalId: '0000001341',
  pensionNumber: '8000134',
  insuranceNumber: '0090000134',
  branch: { code: '9002', name: 'شعبه مشهد' },
  bankName: 'بانک رفاه کارگران',
  maskedAccount: '009***134',
  period: { year: 1405, month: 2 },
  paymentType: 'MONTHLY',
  daysPaid: 31,
  payments: [
    line('مستمری', 151234500),
    line('افزایش سالانه', 48394240),
    line('متناسب‌سازی', 31200000),
    line('کمک‌هزینه عائله‌مندی', 7255500),
    line('حق اولاد (۱ فرزند)', 5541310),
    line('کمک‌هزینه مسکن', 4500000),
    line('کمک معیشت (بن)', 6000000),
  ],
  deductions: [line('حق بیمه درمان تکمیلی', 4300000), line('کانون بازنشستگان', 500000)],
  loans: [line('قسط وام بانک رفاه کارگران', 20000000, 18), line('قرض‌الحسنه', 5000000, 3)],
  totalPayments: 254125550,
  totalDeductions: 4800000,
  totalLoans: 25000000,
  net: 224325550,
}

const receipt: z.input<typeof RequestReceipt> = {
  kind: 'request-receipt',
  issue: issueWith({ number: '1048409917', validUntil: null }),
  trackingCode: '1048409917',
  title: 'کمک ازدواج',
  fullName: 'امیرحسین رضایی‌پور',
  maskedNationalId: '000****341',
  role: 'INSURED',
  representative: null,
  papers: [
    { title: 'عقدنامه (صفحات زوجین، نوع عقد)', form: 'COPY' },
    { title: 'صفحهٔ دوم شناسنامه', form: 'COPY' },
    { title: 'معرفی حساب بانکی', form: 'ORIGINAL' },
  ],
  nextStep: 'بررسی در واحد تعهدات کوتاه‌مدت شعبه؛ نتیجه با پیامک اعلام می‌شود.',
  deadline: { day: '2026-12-06', reason: 'پاسخ شعبه تا این روز' },
}

/** گواهی حقوق of an invented pensioner, with changes. */
export function aCertificate(
  change: Partial<z.input<typeof SalaryCertificate>> = {},
  issueChange: Partial<Issue> = {},
): SalaryCertificate {
  const issued = { ...certificate.issue, ...issueChange }
  return SalaryCertificate.parse({ ...certificate, issue: issued, ...change })
}

/** فیش حقوقی of an invented pensioner, with changes. */
export function aSlip(
  change: Partial<z.input<typeof PensionSlip>> = {},
  issueChange: Partial<Issue> = {},
): PensionSlip {
  return PensionSlip.parse({ ...slip, issue: { ...slip.issue, ...issueChange }, ...change })
}

/** A slip whose payments are `count` lines of one million each and nothing else. */
export function aLongSlip(count: number): PensionSlip {
  return aSlip({
    payments: Array.from({ length: count }, (_, i) => line(`ردیف پرداختی ${i + 1}`, 1_000_000)),
    deductions: [],
    loans: [],
    totalPayments: count * 1_000_000,
    totalDeductions: 0,
    totalLoans: 0,
    net: count * 1_000_000,
  })
}

/** رسید of an invented request, with changes. */
export function aReceipt(
  change: Partial<z.input<typeof RequestReceipt>> = {},
  issueChange: Partial<Issue> = {},
): RequestReceipt {
  return RequestReceipt.parse({
    ...receipt,
    issue: { ...receipt.issue, ...issueChange },
    ...change,
  })
}

/** A slip of one line: the Eid bonus, or arrears. */
function aSpecialSlip(paymentType: 'EID_BONUS' | 'ARREARS', title: string): PensionSlip {
  return aSlip({
    paymentType,
    daysPaid: null,
    bankName: null,
    maskedAccount: null,
    insuranceNumber: null,
    payments: [line(title, 62_400_000)],
    deductions: [],
    loans: [],
    totalPayments: 62_400_000,
    totalDeductions: 0,
    totalLoans: 0,
    net: 62_400_000,
  })
}

/** A statement by the name of what is special about it. */
export interface Sample<K extends PaperKind> {
  readonly name: string
  readonly statement: StatementOf<K>
}

/** Samples of every kind of paper, the plain one first. */
export const samples: { readonly [K in PaperKind]: readonly Sample<K>[] } = {
  'salary-certificate': [
    { name: 'plain', statement: aCertificate() },
    {
      name: 'long name, little known, commitments, reprint',
      statement: aCertificate(
        {
          person: littleKnown,
          insuranceNumber: null,
          commitments: [{ recipientName: 'بانک رفاه', instalment: 20000000, remainingCount: 18 }],
        },
        { reprint },
      ),
    },
    { name: 'no commitments', statement: aCertificate({ commitments: [] }, { validUntil: null }) },
    {
      name: 'commitments that the centre tells little of',
      statement: aCertificate({
        commitments: [
          { recipientName: null, instalment: 5000000, remainingCount: 238 },
          { recipientName: 'بانک رفاه', instalment: null, remainingCount: null },
        ],
      }),
    },
  ],
  'deduction-certificate': [
    { name: 'own loan', statement: aDeduction() },
    { name: 'guarantor', statement: aDeduction({ borrower }) },
    {
      name: 'long name, little known, reprint',
      statement: aDeduction(
        { person: littleKnown, insuranceNumber: null, borrower },
        { validUntil: null, reprint },
      ),
    },
  ],
  'pension-slip': [
    { name: 'monthly', statement: aSlip() },
    { name: 'Eid bonus', statement: aSpecialSlip('EID_BONUS', 'عیدی سال ۱۴۰۴') },
    { name: 'arrears', statement: aSpecialSlip('ARREARS', 'تفاوت افزایش فروردین تا شهریور') },
    { name: '40 lines', statement: aLongSlip(40) },
  ],
  decree: [
    { name: 'retirement', statement: aDecree() },
    { name: 'survivors', statement: aSurvivorsDecree() },
    { name: 'little known', statement: aBareDecree() },
    { name: 'replaced', statement: aReplacedDecree() },
  ],
  'record-statement': [
    { name: 'combined, 35 rows', statement: aRecord(35) },
    { name: 'days only, 120 rows', statement: aRecord(120, 'ALL') },
    {
      name: 'wages of ten digits, 60 rows',
      statement: aRecord(60, 'WAGES', { firstWage: 1_163_788_500 }),
    },
    { name: 'no record', statement: aRecord(0) },
  ],
  'record-certificate': [
    { name: 'combined', statement: aRecordCertificate() },
    {
      name: 'little known, no record',
      statement: aRecordCertificate(
        {
          person: littleKnown,
          insuranceNumbers: ['0090000134', '0090000135'],
          totals: aRecord(0, 'ALL').totals,
          sorts: [],
          lastWorkshop: null,
        },
        { validUntil: null, reprint },
      ),
    },
  ],
  'debt-statement': [
    { name: 'seven debts', statement: aDebtStatement(7) },
    { name: 'ledger', statement: aDebtStatement(12, 4) },
    { name: 'no debt', statement: aDebtStatement(0) },
  ],
  'request-receipt': [
    { name: 'in person', statement: aReceipt() },
    {
      name: 'representative, many papers',
      statement: aReceipt({
        fullName: littleKnown.fullName,
        representative: {
          name: littleKnown.fullName,
          kind: 'LAWYER',
          powerNumber: '1404/12-345',
        },
        papers: Array.from({ length: 14 }, (_, i) => ({
          title: `مدرک شمارهٔ ${i + 1} با عنوانی بلند`,
          form: 'COPY' as const,
        })),
        deadline: null,
      }),
    },
  ],
  'decision-letter': [
    { name: 'granted', statement: aDecisionLetter() },
    { name: 'returned', statement: aReturnedLetter() },
    { name: 'refused', statement: aRefusal() },
    {
      name: 'thirty papers, little known, reprint',
      statement: aDecisionLetter({ ...aReturnedLetter(30), person: littleKnown }, { reprint }),
    },
  ],
  'access-sheet': [
    { name: 'fourteen entries', statement: anAccessSheet(14) },
    { name: 'sixty entries', statement: anAccessSheet(60, { from: null }) },
    { name: 'nobody', statement: anAccessSheet(0) },
  ],
  'ticket-receipt': [
    { name: 'in person', statement: aTicketReceipt() },
    { name: 'answered', statement: aTicketReceipt(1, { channel: 'PHONE' }, { reprint }) },
    { name: 'long answer', statement: aTicketReceipt(24) },
  ],
  'pension-status': [
    { name: 'own and a share', statement: aPensionStatus() },
    { name: 'no pension', statement: noPension() },
    {
      name: 'little known, reprint',
      statement: aPensionStatus({ person: littleKnown }, { reprint }),
    },
  ],
  'care-statement': [
    { name: 'family of five', statement: aCareStatement() },
    { name: 'no number', statement: nobodysDependant() },
    { name: 'fifteen with long names', statement: aLargeFamily(15, littleKnown.fullName) },
    {
      name: 'little known, reprint',
      statement: aCareStatement({ person: littleKnown }, { reprint }),
    },
  ],
}
