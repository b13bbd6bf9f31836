import { PensionSlip } from '#core/certificates/pension-slip.model.ts'
import { RequestReceipt } from '#core/certificates/request-receipt.model.ts'
import { SalaryCertificate } from '#core/certificates/salary-certificate.model.ts'
import type { z } from 'zod'

/** Invented persons and numbers; the slip is the worked example of the domain brief §4.3. */
const issue = {
  number: '9002-1405-000417',
  day: '2026-11-21',
  at: '2026-11-21T07:05:00.000Z',
  officeKind: 'real' as const,
  branch: { code: '9002', name: 'شعبه مشهد', province: 'خراسان رضوی' },
  clerkCode: 'C-1042',
  workstation: 'BAJEH-07',
  validUntil: '2026-12-21',
  attachment: null,
  verificationUrl: 'https://verify.example.ir/d',
  reprint: null,
}

export type Issue = z.input<typeof SalaryCertificate>['issue']

const issueWith = (change: Partial<Issue>): Issue => ({ ...issue, ...change })

const certificate: z.input<typeof SalaryCertificate> = {
  kind: 'salary-certificate',
  issue,
  trackingCode: '1048401841',
  recipient: { name: 'بانک ملت', branchName: 'میدان شهدا' },
  person: {
    fullName: 'سیده فاطمه‌سادات میرزایی‌نژاد',
    fatherName: 'محمدعلی',
    nationalId: '0000001341',
    birthDay: '1961-05-12',
    birthCertificateNumber: '3741',
    birthCertificatePlace: 'نیشابور',
  },
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
