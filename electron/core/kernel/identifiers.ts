import { findBank, findBankOfCard } from './banks.ts'
import { toLatinDigits } from './digits.ts'

export type Fault = 'required' | 'format' | 'checksum' | 'bank'
export type Warning = 'postal-pattern' | 'bank-merged' | 'bank-unknown'

/** `value` is the canonical form: Latin digits, leading zeros kept. A warning never blocks. */
export type Checked =
  | { readonly ok: true; readonly value: string; readonly warnings?: readonly Warning[] }
  | { readonly ok: false; readonly fault: Fault }

const REQUIRED: Checked = { ok: false, fault: 'required' }
const FORMAT: Checked = { ok: false, fault: 'format' }
const CHECKSUM: Checked = { ok: false, fault: 'checksum' }
const BANK: Checked = { ok: false, fault: 'bank' }

function accept(value: string): Checked {
  return { ok: true, value }
}

function digit(text: string, i: number): number {
  return text.charCodeAt(i) - 48
}

function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  return text !== ''
}

function isAllEqual(text: string): boolean {
  for (let i = 1; i < text.length; i++) if (text.charCodeAt(i) !== text.charCodeAt(0)) return false
  return true
}

const INVISIBLE = /[\s\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const DASHES = /[-\u2010-\u2015]/g

/** Latin digits without spaces, ZWNJ and bidi marks; what is all Latin digits returns at once. */
function compact(raw: string): string {
  return isDigits(raw) ? raw : toLatinDigits(raw).replace(INVISIBLE, '')
}

/** As `compact`, and dashes go as well; not for codes where «12-3456» is a mistake. */
function undashed(raw: string): string {
  return isDigits(raw) ? raw : compact(raw).replace(DASHES, '')
}

/** Digits only, between `min` and `max` of them. */
function checkDigits(text: string, min: number, max: number): Checked {
  if (text === '') return REQUIRED
  return text.length >= min && text.length <= max && isDigits(text) ? accept(text) : FORMAT
}

/** National ID (کد ملی), §1.1: 10 digits with check digit; ten equal digits fail the checksum. Never padded. */
export function checkNationalId(raw: string): Checked {
  const id = undashed(raw)
  const checked = checkDigits(id, 10, 10)
  if (!checked.ok) return checked
  let sum = 0
  for (let i = 0; i < 9; i++) sum += digit(id, i) * (10 - i)
  const rest = sum % 11
  return digit(id, 9) === (rest < 2 ? rest : 11 - rest) && !isAllEqual(id) ? checked : CHECKSUM
}

/** Foreigner's ID (کد فراگیر), §1.3: 12 digits, not all equal; there is no check digit. */
export function checkForeignerId(raw: string): Checked {
  const id = undashed(raw)
  const checked = checkDigits(id, 12, 12)
  return checked.ok && isAllEqual(id) ? FORMAT : checked
}

/** Either kind of person, told apart by length: 10 digits national, 12 foreigner's. */
export function checkPersonId(raw: string): Checked {
  const id = undashed(raw)
  return id.length === 12 ? checkForeignerId(id) : checkNationalId(id)
}

const LEGAL_WEIGHTS: readonly number[] = [29, 27, 23, 19, 17]

/** National ID of a legal person (شناسه ملی), §1.2: 11 digits with check digit, digits 4 to 9 not all zero. */
export function checkLegalEntityId(raw: string): Checked {
  const id = undashed(raw)
  const checked = checkDigits(id, 11, 11)
  if (!checked.ok) return checked
  if (id.slice(3, 9) === '000000') return CHECKSUM
  const k = digit(id, 9) + 2
  let sum = 0
  for (let i = 0; i < 10; i++) sum += (digit(id, i) + k) * (LEGAL_WEIGHTS[i % 5] ?? 0)
  return digit(id, 10) === (sum % 11) % 10 ? checked : CHECKSUM
}

/** Insurance number (شماره بیمه), §1.4: 8 or 10 digits, not all zero; the value is padded to 10. */
export function checkInsuranceNumber(raw: string): Checked {
  const number = undashed(raw)
  const checked = checkDigits(number, 8, 10)
  if (!checked.ok) return checked
  if (number.length === 9 || (digit(number, 0) === 0 && isAllEqual(number))) return FORMAT
  return number.length === 8 ? accept(`00${number}`) : checked
}

/** Workshop code (کد کارگاه), §1.5: 10 digits, not all zero; says nothing sure about the branch. */
export function checkWorkshopCode(raw: string): Checked {
  const checked = checkDigits(undashed(raw), 10, 10)
  return checked.ok && checked.value === '0000000000' ? FORMAT : checked
}

/** Contract row (ردیف پیمان), §1.6: up to 3 digits, padded to 3; empty is 000, the workshop's own staff. */
export function checkContractRow(raw: string): Checked {
  if (raw.length === 3 && isDigits(raw)) return accept(raw)
  const row = compact(raw)
  if (row === '') return accept('000')
  const checked = checkDigits(row, 1, 3)
  return checked.ok ? accept(row.padStart(3, '0')) : checked
}

/** Branch code (کد شعبه), §1.7: 3 or 4 digits, opaque. */
export function checkBranchCode(raw: string): Checked {
  return checkDigits(compact(raw), 3, 4)
}

/** Pension number (شماره مستمری), §1.8: 6 to 10 digits, never padded. */
export function checkPensionNumber(raw: string): Checked {
  return checkDigits(compact(raw), 6, 10)
}

/** Mobile (تلفن همراه), §1.9: 09 and nine digits; +98, 0098, 98 or a bare 9 in front become 09. */
export function checkMobile(raw: string): Checked {
  let number = undashed(raw)
  if (number === '') return REQUIRED
  if (number.startsWith('+98')) number = number.slice(3)
  else if (number.startsWith('0098')) number = number.slice(4)
  else if (number.startsWith('98') && number.length === 12) number = number.slice(2)
  if (number.length === 10 && number.startsWith('9')) number = `0${number}`
  return number.length === 11 && number.startsWith('09') && isDigits(number)
    ? accept(number)
    : FORMAT
}

/** Landline, §1.9: 0 and ten digits. */
export function checkLandline(raw: string): Checked {
  const checked = checkDigits(undashed(raw), 11, 11)
  return checked.ok && !checked.value.startsWith('0') ? FORMAT : checked
}

/** Remainder of the rearranged Sheba (account, IR as 1827, check digits) divided by 97, digit by digit. */
function shebaRemainder(digits: string): number {
  let rest = 0
  for (let i = 2; i < 24; i++) rest = (rest * 10 + digit(digits, i)) % 97
  rest = (rest * 10_000 + 1827) % 97
  return (rest * 100 + digit(digits, 0) * 10 + digit(digits, 1)) % 97
}

/**
 * Sheba (شماره شبا), §1.10: IR and 24 digits, IR may be missing, any case; then checksum, then a known bank.
 * An account at a merged bank is accepted with a warning; a form for a new account asks for another.
 */
export function checkIban(raw: string): Checked {
  const text = undashed(raw).toUpperCase()
  if (text === '') return REQUIRED
  const digits = text.startsWith('IR') ? text.slice(2) : text
  if (digits.length !== 24 || !isDigits(digits)) return FORMAT
  if (shebaRemainder(digits) !== 1) return CHECKSUM
  const bank = findBank(digits.slice(2, 5))
  if (bank === undefined) return BANK
  const value = `IR${digits}`
  return bank.mergedInto === undefined
    ? accept(value)
    : { ok: true, value, warnings: ['bank-merged'] }
}

/** Digits that a Sheba has after the bank's code: no account number is longer. */
const LONGEST_ACCOUNT = 19

/** Account number (شماره حساب), §1.10: digits, not all zero; how many is the bank's own rule. */
export function checkAccountNumber(raw: string): Checked {
  const number = undashed(raw)
  const checked = checkDigits(number, 1, LONGEST_ACCOUNT)
  return checked.ok && /^0+$/.test(number) ? FORMAT : checked
}

/** Bank card (شماره کارت), §1.11: 16 digits with Luhn's check; a prefix not in the table is a warning. */
export function checkCardNumber(raw: string): Checked {
  const number = undashed(raw)
  const checked = checkDigits(number, 16, 16)
  if (!checked.ok) return checked
  let sum = 0
  for (let i = 0; i < 16; i++) {
    const doubled = i % 2 === 0 ? digit(number, i) * 2 : digit(number, i)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  if (sum % 10 !== 0 || isAllEqual(number)) return CHECKSUM
  return findBankOfCard(number) ? checked : { ...checked, warnings: ['bank-unknown'] }
}

const POSTAL_PATTERN = /^(?!(\d)\1{3})[13-9]{4}[1346-9][013-9]{5}$/

/** Postal code (کد پستی), §1.12: 10 digits, not all equal; the common pattern only warns. */
export function checkPostalCode(raw: string): Checked {
  const code = undashed(raw)
  const checked = checkDigits(code, 10, 10)
  if (!checked.ok) return checked
  if (isAllEqual(code)) return FORMAT
  return POSTAL_PATTERN.test(code) ? checked : { ...checked, warnings: ['postal-pattern'] }
}

/** Tracking code (کد رهگیری), §1.14: opaque, 1 to 20 characters without spaces. */
export function checkTrackingCode(raw: string): Checked {
  const code = compact(raw)
  if (code === '') return REQUIRED
  return code.length <= 20 ? accept(code) : FORMAT
}

/** Medical council code of a doctor (کد نظام پزشکی), §1.14: 1 to 6 digits. */
export function checkMedicalCouncilCode(raw: string): Checked {
  return checkDigits(compact(raw), 1, 6)
}
