/** Faults of an extract as a whole, in the order in which the first found is the one named. */
export const EXTRACT_FAULTS = [
  'F_MANIFEST',
  'F_FORMAT',
  'F_MISSING',
  'F_SHA',
  'F_UTF8',
  'F_CSV',
  'F_COLUMN',
  'F_ROWS',
  'F_OLDER',
] as const
export type ExtractFaultCode = (typeof EXTRACT_FAULTS)[number]

/**
 * Why an import did not happen: a fault of the extract (F_…, see the extract format §4.1), or of its
 * surroundings: no such file (X_SOURCE), a container that is no extract (X_CONTAINER: links, nesting,
 * absolute paths, an entry far larger than it says), another import running (X_BUSY), a stop in the
 * middle (X_INTERRUPTED), anything unforeseen (X_FAILED).
 */
export type ImportFaultCode =
  ExtractFaultCode | 'X_SOURCE' | 'X_CONTAINER' | 'X_BUSY' | 'X_INTERRUPTED' | 'X_FAILED'

/** Faults of one row, extract format §4.2. */
export type RowFaultCode =
  | 'E_COLUMNS'
  | 'E_REQUIRED'
  | 'E_FORMAT'
  | 'E_CHECKSUM'
  | 'E_BANK'
  | 'E_DATE'
  | 'E_ENUM'
  | 'E_TYPE'
  | 'E_NEGATIVE'
  | 'E_DAYS'
  | 'E_RANGE'
  | 'E_NET'
  | 'E_SUM'
  | 'E_REF'
  | 'E_DUP'

/** What is noted without rejecting anything, extract format §4.3. */
export type NoteCode =
  | 'W_COLUMN'
  | 'W_FILE'
  | 'W_TEXT'
  | 'W_PREFIX'
  | 'W_POSTAL'
  | 'W_LINES'
  | 'W_SHARES'
  | 'W_BANK_CLOSED'
  | 'W_HISTORY'

const rowReasons: Readonly<Record<RowFaultCode, string>> = {
  E_COLUMNS: 'تعداد ستون‌های سطر نادرست است',
  E_REQUIRED: 'مقدار الزامی خالی است',
  E_FORMAT: 'شکل شناسه نادرست است',
  E_CHECKSUM: 'رقم کنترل درست نیست',
  E_BANK: 'کد بانک ناشناخته است',
  E_DATE: 'تاریخ معتبر نیست',
  E_ENUM: 'مقدار خارج از فهرست مجاز است',
  E_TYPE: 'مقدار باید عدد صحیح باشد',
  E_NEGATIVE: 'مقدار منفی مجاز نیست',
  E_DAYS: 'روزهای کارکرد از روزهای ماه بیشتر است',
  E_RANGE: 'مقدار خارج از محدوده است',
  E_NET: 'خالص پرداختی با اقلام نمی‌خواند',
  E_SUM: 'جمع اقلام بدهی نمی‌خواند',
  E_REF: 'سطر مرجع یافت نشد',
  E_DUP: 'کلید تکراری است',
}

const noteReasons: Readonly<Record<NoteCode, string>> = {
  W_COLUMN: 'ستون ناشناخته نادیده گرفته شد',
  W_FILE: 'پرونده ناشناخته نادیده گرفته شد',
  W_TEXT: 'متن با یکسان‌سازی نویسه‌ها تغییر کرد',
  W_PREFIX: 'سه رقم نخست کد ملی در فهرست محل‌ها نیست',
  W_POSTAL: 'کد پستی با الگوی رایج نمی‌خواند',
  W_LINES: 'جمع ردیف‌ها با سرجمع نمی‌خواند',
  W_SHARES: 'جمع سهم‌ها از ۱۰۰۰۰ بیشتر است',
  W_BANK_CLOSED: 'حساب در بانک ادغام‌شده است',
  W_HISTORY: 'وضعیت آخرین رویداد با وضعیت درخواست یکی نیست',
}

/** What of an extract a fault is about: `file` of the extract, `column` for F_COLUMN. */
export interface FaultPlace {
  readonly file?: string | undefined
  readonly column?: string | undefined
}

/** Columns whose E_RANGE compares two values of the row, not one with its limits. */
const spanColumns: ReadonlySet<string> = new Set([
  'birthDate',
  'deathDate',
  'toDate',
  'closedOn',
  'endedOn',
  'validTo',
  'militaryTo',
  'remaining',
])

/** Persian reason of a rejected row, as in the rejects report; `column` chooses between two of E_RANGE. */
export function rowReason(code: RowFaultCode, column: string): string {
  return code === 'E_RANGE' && spanColumns.has(column) ? 'بازه نادرست است' : rowReasons[code]
}

/** Persian words of a note, without its count and place. */
export function noteReason(code: NoteCode): string {
  return noteReasons[code]
}

/** Persian sentence that says why an import was refused or failed. */
export function importReason(code: ImportFaultCode, place: FaultPlace): string {
  const file = place.file ?? ''
  switch (code) {
    case 'F_MANIFEST':
      return 'فهرست بسته (manifest.json) خوانا نیست'
    case 'F_FORMAT':
      return 'نسخه قالب بسته پشتیبانی نمی‌شود'
    case 'F_MISSING':
      return `پرونده ${file} در بسته نیست`
    case 'F_SHA':
      return `اثر انگشت پرونده ${file} با فهرست نمی‌خواند`
    case 'F_UTF8':
      return `پرونده ${file} یونی‌کد معتبر نیست`
    case 'F_CSV':
      return `ساختار CSV پرونده ${file} خراب است`
    case 'F_COLUMN':
      return `ستون ${place.column ?? ''} در پرونده ${file} نیست`
    case 'F_ROWS':
      return `شمار سطرهای پرونده ${file} با فهرست نمی‌خواند`
    case 'F_OLDER':
      return 'بسته از داده‌های موجود قدیمی‌تر است'
    case 'X_SOURCE':
      return 'پوشه یا پرونده بسته پیدا یا خوانده نشد'
    case 'X_CONTAINER':
      return 'این پرونده فشرده، بسته‌ای سالم از داده‌های مرکز نیست'
    case 'X_BUSY':
      return 'بارگذاری دیگری در جریان است'
    case 'X_INTERRUPTED':
      return 'بارگذاری پیش از پایان قطع شد؛ داده‌های پیشین برجا هستند'
    case 'X_FAILED':
      return 'بارگذاری ناتمام ماند؛ داده‌های پیشین برجا هستند'
  }
}
