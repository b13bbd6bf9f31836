import type { z } from 'zod'
import type { PaperIssue } from '#core/certificates/paper-issue.model.ts'
import type { PaperPerson } from '#core/certificates/paper-person.model.ts'

export type Issue = z.input<typeof PaperIssue>
export type Person = z.input<typeof PaperPerson>

/** Digits that look drawn by lot and are the same each time: a code as dense as a real seal's. */
export function sealOf(length: number, start = 1405): string {
  let state = start
  const digits = Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return String(Math.floor(state / 65_536) % 10)
  })
  return digits.join('')
}

/** Issued by an invented office; the seal is as long as the longest that offices make. */
export const issue: Issue = {
  number: '9002-1405-000417',
  day: '2026-11-21',
  at: '2026-11-21T07:05:00.000Z',
  officeKind: 'real',
  branch: { code: '9002', name: 'شعبه مشهد', province: 'خراسان رضوی' },
  clerkCode: 'C-1042',
  workstation: 'BAJEH-07',
  validUntil: '2026-12-21',
  attachment: null,
  verificationUrl: 'https://verify.example.ir/d',
  seal: sealOf(420),
  reprint: null,
}

/** An invented pensioner. */
export const person: Person = {
  fullName: 'سیده فاطمه‌سادات میرزایی‌نژاد',
  fatherName: 'محمدعلی',
  nationalId: '0000001341',
  birthDay: '1961-05-12',
  birthCertificateNumber: '3741',
  birthCertificatePlace: 'نیشابور',
}

/** Someone of whom only the name and the number are known. */
export const littleKnown: Person = {
  fullName: 'سیدمحمدرضا عبدالرحمن‌زادگان حسینی طباطبایی‌نژاد اصفهانی فرد قهفرخی بختیاری',
  fatherName: null,
  nationalId: '100000123456',
  birthDay: null,
  birthCertificateNumber: null,
  birthCertificatePlace: null,
}

/** The mark of a second reprint. */
export const reprint = {
  firstNumber: '9002-1405-000101',
  count: 2,
  reason: 'مفقود شدن نسخهٔ نخست',
}
