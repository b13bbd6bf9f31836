import { formatJalali, jalaliMonthName } from '#core/kernel/day.ts'
import type { Day } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { PayMonth } from '#core/certificates/paper-issue.model.ts'
import type { PensionSlip } from '#core/certificates/pension-slip.model.ts'
import type {
  FiledBy,
  ReceivedPaper,
  RequestReceipt,
} from '#core/certificates/request-receipt.model.ts'
import type { SalaryCertificate } from '#core/certificates/salary-certificate.model.ts'

export const ORGANISATION = 'سازمان تأمین اجتماعی'
export const NOTHING = '—'

export const PENSION_TYPE: Readonly<Record<SalaryCertificate['pensionType'], string>> = {
  RETIREMENT: 'بازنشستگی',
  DISABILITY_TOTAL: 'ازکارافتادگی کلی',
  DISABILITY_PARTIAL: 'ازکارافتادگی جزئی',
  SURVIVORS: 'بازماندگان',
}

export const PAYMENT_TYPE: Readonly<Record<PensionSlip['paymentType'], string>> = {
  MONTHLY: 'پرداخت ماهانه',
  EID_BONUS: 'عیدی',
  ARREARS: 'تفاوت افزایش معوقه',
}

export const ROLE: Readonly<Record<RequestReceipt['role'], string>> = {
  INSURED: 'بیمه‌شده',
  EMPLOYER: 'کارفرما',
  PENSIONER: 'مستمری‌بگیر',
}

export const PAPER_FORM: Readonly<Record<ReceivedPaper['form'], string>> = {
  ORIGINAL: 'اصل',
  COPY: 'تصویر',
  SCAN: 'اسکن',
}

export const POWER: Readonly<Record<FiledBy['kind'], string>> = {
  LAWYER: 'وکیل دادگستری',
  ATTORNEY: 'وکیل رسمی',
  NATURAL_GUARDIAN: 'ولی قهری',
  GUARDIAN: 'قیم',
  COMPANY_SIGNATORY: 'صاحب امضای مجاز شرکت',
}

const ISOLATE_LTR = '\u2066'
const ISOLATE_FIRST_STRONG = '\u2068'
const END_ISOLATE = '\u2069'

/** A number, code or address that always runs left to right, whatever stands beside it. */
export function code(text: string): string {
  return `${ISOLATE_LTR}${toPersianDigits(text)}${END_ISOLATE}`
}

/** An address in Latin letters, digits untouched, running left to right. */
export function address(text: string): string {
  return `${ISOLATE_LTR}${text}${END_ISOLATE}`
}

/** A name or title from data: whatever it contains, it does not disorder the sentence around it. */
export function quoted(text: string): string {
  return `${ISOLATE_FIRST_STRONG}${toPersianDigits(text)}${END_ISOLATE}`
}

/** ۱۴۰۵/۰۸/۳۰, or a dash when the day is not known. */
export function dayText(day: Day | null): string {
  return day === null ? NOTHING : code(formatJalali(day))
}

/** «مهر ۱۴۰۴». */
export function monthText({ year, month }: PayMonth): string {
  return `${jalaliMonthName(month)} ${toPersianDigits(year)}`
}
