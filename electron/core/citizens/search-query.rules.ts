import { toLatinDigits } from '#core/kernel/digits.ts'
import {
  checkForeignerId,
  checkIban,
  checkInsuranceNumber,
  checkLegalEntityId,
  checkMobile,
  checkNationalId,
  checkPensionNumber,
  checkTrackingCode,
  checkWorkshopCode,
  type Checked,
} from '#core/kernel/identifiers.ts'
import { nameTokens, storedText } from '#core/kernel/text.ts'
import type { SearchKind } from './citizen.model.ts'

export type NumberKind = Exclude<SearchKind, 'NAME'>

/** A number as one of the indexes holds it. */
export interface NumberCandidate {
  readonly kind: NumberKind
  readonly value: string
}

/**
 * What a typed text asks for. `suspicious` is the kind the number looks like although its check digit is wrong: it is
 * searched all the same, since a checksum may warn and never route.
 */
export type SearchQuery =
  | { readonly by: 'nothing' }
  | {
      readonly by: 'number'
      readonly candidates: readonly NumberCandidate[]
      readonly suspicious: SearchKind | null
    }
  | {
      readonly by: 'name'
      /** Keys of the words, in the order typed. */
      readonly words: readonly string[]
      /** Jalali. */
      readonly birthYear: number | null
    }

const NOTHING: SearchQuery = { by: 'nothing' }
const SEPARATORS = /[\s\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\-\u2010-\u2015]/g
const SHORTEST = 2
/** More words than any name with a father's name and a year has. */
const MOST_WORDS = 8

/**
 * Reads the text of the one search box: `09` and nine digits are a mobile, `IR…` a Sheba, letters a name in any order
 * with a year of birth; any other digits are looked up in every index at once.
 */
export function parseSearch(text: string): SearchQuery {
  const latin = toLatinDigits(text)
  const compact = latin.replace(SEPARATORS, '').toUpperCase()
  if (compact.length < SHORTEST) return NOTHING
  if (/^IR\d*$/.test(compact)) return shebaQuery(compact)
  if (/^\+?\d+$/.test(compact)) return numberQuery(compact)
  if (/^(?=.*\d)[\dA-Z/]+$/.test(compact)) return codeQuery(text)
  return nameQuery(latin)
}

function shebaQuery(compact: string): SearchQuery {
  const checked = checkIban(compact)
  const looksWrong = !checked.ok && checked.fault === 'checksum'
  return {
    by: 'number',
    candidates: [{ kind: 'IBAN', value: checked.ok ? checked.value : compact }],
    suspicious: looksWrong ? 'IBAN' : null,
  }
}

function codeQuery(text: string): SearchQuery {
  const value = storedText(toLatinDigits(text)).replaceAll(' ', '')
  return { by: 'number', candidates: [{ kind: 'TRACKING_CODE', value }], suspicious: null }
}

const INDEXES: readonly (readonly [NumberKind, (digits: string) => Checked])[] = [
  ['FOREIGNER_ID', checkForeignerId],
  ['INSURANCE_NUMBER', checkInsuranceNumber],
  ['PENSION_NUMBER', checkPensionNumber],
  ['WORKSHOP_CODE', checkWorkshopCode],
  ['LEGAL_ID', checkLegalEntityId],
  ['MOBILE', checkMobile],
  ['TRACKING_CODE', checkTrackingCode],
  ['IBAN', checkIban],
]

function numberQuery(compact: string): SearchQuery {
  if (/^09\d{9}$|^\+/.test(compact)) {
    const mobile = checkMobile(compact)
    const value = mobile.ok ? mobile.value : compact
    return { by: 'number', candidates: [{ kind: 'MOBILE', value }], suspicious: null }
  }
  const candidates: NumberCandidate[] = []
  const national = checkNationalId(compact)
  const wrongDigit = !national.ok && national.fault === 'checksum'
  if (national.ok || wrongDigit) candidates.push({ kind: 'NATIONAL_ID', value: compact })
  for (const [kind, check] of INDEXES) {
    const checked = check(compact)
    if (checked.ok) candidates.push({ kind, value: checked.value })
  }
  return { by: 'number', candidates, suspicious: wrongDigit ? 'NATIONAL_ID' : null }
}

const TITLES: ReadonlySet<string> = new Set(['سید', 'سیده', 'حاج'])

function nameQuery(latin: string): SearchQuery {
  const words: string[] = []
  let birthYear: number | null = null
  for (const word of nameTokens(latin).slice(0, MOST_WORDS)) {
    const year = yearOf(word)
    if (year !== undefined && birthYear === null) birthYear = year
    else words.push(word)
  }
  const named = words.filter((word) => !TITLES.has(word))
  const kept = named.length > 0 ? named : words
  return kept.join('').length < SHORTEST ? NOTHING : { by: 'name', words: kept, birthYear }
}

/** 1250 to 1499 as written; two digits are years of 13xx. */
function yearOf(word: string): number | undefined {
  if (/^1[234]\d\d$/.test(word)) return Number(word) >= 1250 ? Number(word) : undefined
  return /^\d\d$/.test(word) ? 1300 + Number(word) : undefined
}
