import { formatJalali, jalaliMonthName } from '#core/kernel/day.ts'
import type { Day } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { formatRial } from '#core/kernel/rial.ts'
import type { Rial } from '#core/kernel/rial.ts'
import type { AccessDeed, AccessRow } from '#core/certificates/access-sheet.model.ts'
import type { DebtStatement } from '#core/certificates/debt-statement.model.ts'
import type { DecreePaper } from '#core/certificates/decree.model.ts'
import type {
  DebtDocument,
  DebtNextStep,
  DebtNotice,
  DebtStage,
  DebtStatus,
} from '#core/employers/debt.model.ts'
import type { NamedBranch } from '#core/certificates/paper-person.model.ts'
import type { StatedPension } from '#core/certificates/pension-status.model.ts'
import type { PensionSlip } from '#core/certificates/pension-slip.model.ts'
import type { RecordScope } from '#core/certificates/record-statement.model.ts'
import type {
  FiledBy,
  ReceivedPaper,
  RequestReceipt,
} from '#core/certificates/request-receipt.model.ts'
import type { SalaryCertificate } from '#core/certificates/salary-certificate.model.ts'
import type { TicketReceipt } from '#core/certificates/ticket-receipt.model.ts'
import type { JalaliMonth, RecordType } from '#core/insured/contribution.model.ts'
import type { Relation } from '#core/pensions/pension.model.ts'

export const ORGANISATION = 'سازمان تأمین اجتماعی'
export const NOTHING = '—'

/** Papers by their kind, where one paper speaks of another. */
export const PAPER_KIND: Readonly<Record<string, string>> = {
  'salary-certificate': 'گواهی حقوق',
  'deduction-certificate': 'گواهی کسر اقساط',
  'pension-slip': 'فیش حقوقی',
  decree: 'حکم مستمری',
  'record-statement': 'ریز سوابق',
  'record-certificate': 'گواهی سابقه',
  'debt-statement': 'صورت وضعیت بدهی',
  'request-receipt': 'رسید درخواست',
  'access-sheet': 'برگهٔ دسترسی‌ها',
  'decision-letter': 'نامهٔ اعلام نتیجهٔ درخواست',
  'pension-status': 'گواهی وضعیت مستمری',
  'ticket-receipt': 'رسید تیکت ۱۴۲۰',
  'care-statement': 'گواهی استحقاق درمان',
}

export const PENSION_TYPE: Readonly<Record<SalaryCertificate['pensionType'], string>> = {
  RETIREMENT: 'بازنشستگی',
  DISABILITY_TOTAL: 'ازکارافتادگی کلی',
  DISABILITY_PARTIAL: 'ازکارافتادگی جزئی',
  SURVIVORS: 'بازماندگان',
}

export const PENSION_STATUS: Readonly<Record<StatedPension['status'], string>> = {
  ACTIVE: 'برقرار',
  SUSPENDED: 'قطع موقت',
  TERMINATED: 'پایان‌یافته',
  PENDING: 'در انتظار برقراری',
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

export const RELATION: Readonly<Record<Relation, string>> = {
  SELF: 'خود شخص',
  SPOUSE: 'همسر',
  SON: 'پسر',
  DAUGHTER: 'دختر',
  FATHER: 'پدر',
  MOTHER: 'مادر',
}

export const DECREE_TITLE: Readonly<Record<DecreePaper['decreeKind'], string>> = {
  ANNUAL: 'حکم افزایش سالانهٔ مستمری',
  PROVISIONAL: 'حکم موقت مستمری',
  CORRECTED: 'حکم اصلاحی مستمری',
  ESTABLISHMENT: 'حکم برقراری مستمری',
}

/** What is wrong with a decree that is issued all the same: where its lines do not add up it is not. */
export const DECREE_NOTICE: Readonly<Record<DecreePaper['notices'][number], string>> = {
  NO_LINES: 'اقلام این حکم در دادهٔ مرکز نیست.',
  BEFORE_DIFFERS: 'اقلام پیش از افزایش با جمع آن نمی‌خواند.',
  AFTER_DIFFERS: 'اقلام پس از افزایش با جمع آن نمی‌خواند.',
  FORMER_DIFFERS: 'جمع پیش از افزایش با جمع حکم سال پیش برابر نیست.',
  FORMER_YEAR_MISSING: 'حکم سال پیش در دادهٔ مرکز نیست.',
  SAME_KIND_TWICE: 'در این سال دو حکم از یک نوع صادر شده است.',
  NOTHING_CORRECTED: 'حکمی که اصلاح شده در دادهٔ مرکز نیست.',
  ISSUED_BEFORE_YEAR: 'تاریخ حکم پیش از آغاز سال آن است.',
  EFFECTIVE_OUT_OF_YEAR: 'تاریخ اجرا در سال حکم نیست.',
  EFFECTIVE_AFTER_ISSUED: 'تاریخ اجرا پس از تاریخ حکم است.',
  EFFECTIVE_AFTER_NEXT: 'تاریخ اجرا پیش از تاریخ اجرای حکم بعدی نیست.',
}

export const RECORD_TYPE: Readonly<Record<RecordType, string>> = {
  COMPULSORY: 'اجباری',
  VOLUNTARY: 'اختیاری',
  SELF_EMPLOYED: 'حرف و مشاغل آزاد',
  STUDENT: 'دانشجویی',
  DRIVER: 'رانندگان',
  CONSTRUCTION: 'کارگران ساختمانی',
  CARPET: 'قالیبافان',
  AGREED: 'توافقی',
  UNEMPLOYMENT: 'مقرری بیمهٔ بیکاری',
  SICKNESS: 'غرامت ایام بیماری',
  MATERNITY: 'غرامت ایام بارداری',
  MILITARY: 'خدمت سربازی',
  FRONT: 'جبهه',
  TRANSFER: 'نقل و انتقال',
  CREDITED: 'سنوات ارفاقی',
  TOPUP: 'تکمیل کسری از ماه',
}

export const RECORD_SCOPE: Readonly<Record<RecordScope, string>> = {
  ALL: 'کلیهٔ سوابق',
  WAGES: 'سوابق و ریز دستمزدها از سال ۱۳۸۶',
  COMBINED: 'سوابق تلفیقی',
}

export const DEBT_STAGE: Readonly<Record<DebtStage, string>> = {
  ASSESSED: 'برآوردی',
  OBJECTED: 'اعتراض',
  PRIMARY: 'هیأت بدوی',
  APPEAL: 'هیأت تجدیدنظر',
  DEFINITIVE: 'قطعی',
  EXECUTION: 'اجراییه',
}

export const DEBT_STATUS: Readonly<Record<DebtStatus, string>> = {
  OPEN: 'باز',
  UNDER_REVIEW: 'در دست رسیدگی',
  INSTALLMENT: 'تقسیط‌شده',
  PAID: 'پرداخت‌شده',
  CANCELLED: 'لغوشده',
}

/** What is wrong with a debt as the centre sent it, short enough for a cell of a table. */
export const DEBT_NOTICE: Readonly<Record<DebtNotice, string>> = {
  PARTS_DIFFER: 'جمع اجزا با مبلغ بدهی نمی‌خواند',
  REMAINING_EXCEEDS: 'مانده از مبلغ بدهی بیشتر است',
  PERIOD_REVERSED: 'پایان دوره پیش از آغاز آن است',
  DATES_DISORDERED: 'ترتیب تاریخ‌ها با مراحل نمی‌خواند',
}

export const DEBT_DOCUMENT: Readonly<Record<DebtDocument['type'], string>> = {
  CALCULATION: 'برگ محاسبه',
  NOTICE: 'ابلاغ',
  OBJECTION: 'اعتراض',
  PRIMARY_VOTE: 'رأی هیأت بدوی',
  APPEAL_VOTE: 'رأی هیأت تجدیدنظر',
  EXECUTION: 'اجراییه',
  PAYMENT: 'پرداخت',
}

export const DEBT_DOCUMENT_STATUS: Readonly<Record<DebtDocument['status'], string>> = {
  ISSUED: 'صادرشده',
  SERVED: 'ابلاغ‌شده',
  CANCELLED: 'باطل',
}

export const NEXT_STEP: Readonly<Record<DebtNextStep, string>> = {
  OBJECT_ASSESSMENT: 'اعتراض به برآورد',
  APPEAL_PRIMARY: 'تجدیدنظرخواهی',
  AWAIT_BOARD: 'در انتظار رأی هیأت',
  PAY_OR_INSTALMENTS: 'پرداخت یا تقسیط',
  PAY: 'پرداخت',
  NOTHING: NOTHING,
}

/** What may be done at each step, for the foot of a debt statement. */
export const NEXT_STEP_NOTE: Readonly<Record<DebtNextStep, string | null>> = {
  OBJECT_ASSESSMENT:
    'اعتراض به برآورد: تا پایان مهلت درج‌شده؛ رسیدگی در هیأت بدوی (مواد ۴۲ و ۴۳ قانون تأمین اجتماعی)',
  APPEAL_PRIMARY: 'تجدیدنظرخواهی: تا پایان مهلت درج‌شده؛ رسیدگی در هیأت تجدیدنظر (مادهٔ ۴۴)',
  AWAIT_BOARD: 'در انتظار رأی هیأت: تا ابلاغ رأی کاری لازم نیست',
  PAY_OR_INSTALMENTS: 'پرداخت یا تقسیط: پرداخت یک‌جا یا درخواست تقسیط در شعبه',
  PAY: 'پرداخت: این بدهی قابل تقسیط نیست',
  NOTHING: null,
}

export const EMPLOYER_ROLE: Readonly<Record<DebtStatement['requestedBy']['role'], string>> = {
  OWNER: 'مالک کارگاه',
  SIGNATORY: 'صاحب امضای مجاز',
  REPRESENTATIVE: 'نمایندهٔ کارفرما',
}

export const DEED: Readonly<Record<AccessDeed, string>> = {
  OPENED: 'پرونده باز شد',
  ENDED: 'پرونده بسته شد',
  REVEALED: 'دادهٔ پوشیده نمایان شد',
  PAPER_ISSUED: 'سند صادر شد',
  PAPER_PRINTED: 'سند به چاپگر رفت',
  REQUEST_FILED: 'درخواست ثبت شد',
  REQUEST_CHANGED: 'درخواست تغییر کرد',
  REQUEST_OPENED: 'درخواست برای رسیدگی باز شد',
  REQUEST_DECIDED: 'دربارهٔ درخواست تصمیم گرفته شد',
  PAPER_SHARED: 'اجازهٔ استعلام سند داده شد',
  SHARE_ENDED: 'اجازهٔ استعلام لغو شد',
  PAPER_ASKED: 'سند با رمز استعلام دیده شد',
  SCAN_ADDED: 'مدرک در صندوق گذاشته شد',
  SCAN_REMOVED: 'مدرک از صندوق برداشته شد',
  SCAN_LABELLED: 'عنوان یا گواهی مدرک صندوق درست شد',
  SCAN_PRINTED: 'مدرک صندوق چاپ شد',
  TICKET_REGISTERED: 'تیکت ۱۴۲۰ ثبت شد',
  TICKET_HANDLED: 'به تیکت ۱۴۲۰ رسیدگی شد',
  HEALTH_OPENED: 'فهرست نسخه‌ها و ویزیت‌ها باز شد',
  REFUSED: 'کار پذیرفته نشد',
  OTHER: 'کار دیگر',
}

export const TICKET_CHANNEL: Readonly<Record<TicketReceipt['channel'], string>> = {
  PHONE: 'تلفن ۱۴۲۰',
  VOICE: 'پیام صوتی',
  WEB: 'درگاه اینترنتی ۱۴۲۰',
  SMS: 'پیامک',
  PRESCRIPTION_SERVICE: 'سامانهٔ نسخهٔ الکترونیک',
  REMOTE_SERVICE: 'سامانهٔ خدمات غیرحضوری',
  BRANCH: 'حضوری در شعبه',
  PROVINCE: 'حضوری در ادارهٔ کل استان',
  HEADQUARTERS: 'حضوری در ستاد مرکزی',
}

export const TICKET_STATUS: Readonly<Record<TicketReceipt['status'], string>> = {
  REGISTERED: 'ثبت‌شده',
  REFERRED: 'ارجاع‌شده',
  IN_REVIEW: 'در حال بررسی',
  ANSWERED: 'پاسخ داده‌شده',
  CLOSED: 'بسته',
}

export const PRESENCE: Readonly<Record<NonNullable<AccessRow['presence']>, string>> = {
  SELF: 'حضور خود شخص',
  LAWYER: 'حضور وکیل دادگستری',
  ATTORNEY: 'حضور وکیل رسمی',
  NATURAL_GUARDIAN: 'حضور ولی قهری',
  GUARDIAN: 'حضور قیم',
  COMPANY_SIGNATORY: 'حضور صاحب امضای شرکت',
  OPEN_REQUEST: 'درخواست باز در شعبه',
  OFFICIAL_ORDER: 'دستور رسمی',
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
export function monthText({ year, month }: JalaliMonth): string {
  return `${jalaliMonthName(month)} ${toPersianDigits(year)}`
}

/** «مهر ۱۴۰۴», or a dash when the month is not known. */
export function monthOrNothing(month: JalaliMonth | null): string {
  return month === null ? NOTHING : monthText(month)
}

/** An amount in rial without its unit: digits grouped by «٬». */
export function amount(rial: Rial): string {
  return code(formatRial(rial))
}

/** A count, grouped by «٬» like an amount. */
export function count(n: number): string {
  return code(String(n).replace(/\B(?=(\d{3})+$)/g, '٬'))
}

/** A number or code that may be missing. */
export function codeOrNothing(text: string | null): string {
  return text === null ? NOTHING : code(text)
}

/** A text of the data that may be missing. */
export function quotedOrNothing(text: string | null): string {
  return text === null ? NOTHING : quoted(text)
}

/** «شعبه مشهد (کد ۹۰۰۲)». */
export function branchText(branch: NamedBranch): string {
  return `${quoted(branch.name)} (کد ${code(branch.code)})`
}

/** A share of 1/10000 as a percentage: «۵۰٪», «۱۲٫۵٪». */
export function shareText(shareBp: number): string {
  return `${code(String(shareBp / 100).replace('.', '٫'))}٪`
}
