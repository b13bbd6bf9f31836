import { type Day, jalaliMonthName } from '#core/kernel/day.ts'
import { toLatinDigits } from '#core/kernel/digits.ts'
import type { KeyFigure } from './seal.model.ts'
import type { ComparedFigure, Verdict, VerdictCode } from './verification.model.ts'
import type { PdfFindings } from './verification.ports.ts'

/** How a seal stands: by a known key, not by the known key it names, or by a key unknown here. */
export type SealStanding = 'GOOD' | 'BAD' | 'UNKNOWN'

/** A verdict about nothing that could be named. */
export function bareVerdict(verdict: VerdictCode, source: Verdict['source']): Verdict {
  return {
    verdict,
    source,
    kind: null,
    number: null,
    day: null,
    validUntil: null,
    keyId: null,
    signature: null,
    figures: [],
    revocation: null,
    usedOn: null,
    issuedHere: null,
    officeKind: null,
  }
}

/**
 * Whether a genuine paper may be relied on today: a revoked one never, another through its last day, one that was
 * presented in time beyond it.
 */
export function forceOf(
  {
    validUntil,
    revocation,
    usedOn = null,
  }: Pick<Verdict, 'validUntil' | 'revocation'> & Partial<Pick<Verdict, 'usedOn'>>,
  today: Day,
): 'GENUINE' | 'REVOKED' | 'EXPIRED' {
  if (revocation) return 'REVOKED'
  if (usedOn !== null) return 'GENUINE'
  return validUntil !== null && validUntil < today ? 'EXPIRED' : 'GENUINE'
}

/**
 * What a PDF is by its signature and its seals. GENUINE only where a known key signed the whole file, since a seal
 * vouches for its figures alone; a known seal in any other file has been put or left there by a change.
 */
export function pdfVerdict(
  { signature, keyId }: Pick<PdfFindings, 'signature' | 'keyId'>,
  seals: readonly SealStanding[],
): 'GENUINE' | 'ALTERED' | 'UNKNOWN_KEY' | 'NOT_OURS' {
  if (signature === 'VALID') {
    if (seals.includes('BAD')) return 'ALTERED'
    return seals.includes('UNKNOWN') ? 'UNKNOWN_KEY' : 'GENUINE'
  }
  if (keyId !== null || seals.includes('GOOD')) return 'ALTERED'
  if (seals.includes('UNKNOWN') || (signature !== null && signature !== 'BROKEN'))
    return 'UNKNOWN_KEY'
  return seals.includes('BAD') ? 'ALTERED' : 'NOT_OURS'
}

/** Figures that nothing contradicts: the signature covers page and seal alike. */
export function agreed(figures: readonly KeyFigure[], isFound: boolean): ComparedFigure[] {
  return figures.map(({ name, value }) => ({
    name,
    sealed: value,
    found: isFound ? value : null,
    agrees: true,
  }))
}

/** Figures of an altered code beside those of the office's books, which are not told: only which of them differ. */
export function againstBooks(
  shown: readonly KeyFigure[],
  booked: readonly KeyFigure[],
): ComparedFigure[] {
  const values = new Map(booked.map(({ name, value }) => [name, value]))
  return shown.map(({ name, value }) => ({
    name,
    sealed: value,
    found: null,
    agrees: values.get(name) === value,
  }))
}

/** Text taken from a page may have the ends of a masked number in the other order: 918****996 as 996****918. */
function turned(value: string): string {
  return value.split(/(\*+)/).toReversed().join('')
}

const NUMBER = /[\d*](?:[\d*]|[,.\u060c\u066b\u066c/ \u200c\u2066-\u2069-](?=[\d*]))*/g

/** Runs of digits as they stand in a text, their separators taken out: «۲۴۵٬۰۰۰٬۰۰۰» is 245000000. */
function numbersIn(text: string): string[] {
  return (toLatinDigits(text).match(NUMBER) ?? []).flatMap((run) => {
    const parts = run.split(/[ -]/).map((part) => part.replace(/[^\d*]/g, ''))
    return [parts.join(''), ...parts]
  })
}

const MONTH = /^(1[2-4]\d\d)(0[1-9]|1[0-2])$/

/** A month sealed as YYYYMM stands on a page by its name. */
function isMonthOn(value: string, text: string): boolean {
  const [, year, month] = MONTH.exec(value) ?? []
  if (year === undefined) return false
  const words = toLatinDigits(text).replace(/\s+/g, ' ')
  const name = jalaliMonthName(Number(month))
  return words.includes(`${name} ${year}`) || words.includes(`${year} ${name}`)
}

/** How many digits differ; more than enough where the lengths do. */
function distance(a: string, b: string): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY
  return Array.from(a).filter((digit, i) => digit !== b[i]).length
}

/**
 * Sealed figures looked for in what the pages say. One that is not there is told with the number that stands in its
 * place, as far as that can be guessed: same length, at most a third of its digits changed.
 */
export function againstText(sealed: readonly KeyFigure[], text: string): ComparedFigure[] {
  const numbers = numbersIn(text)
  const known = new Set(sealed.map(({ value }) => value))
  return sealed.map(({ name, value }) => {
    // What a paper does not state is sealed as 0 and stands nowhere.
    if (value === '0') return { name, sealed: value, found: null, agrees: true }
    if ([value, turned(value)].some((each) => numbers.includes(each)) || isMonthOn(value, text))
      return { name, sealed: value, found: value, agrees: true }
    const [near] = numbers
      .filter((number) => !known.has(number) && distance(number, value) <= value.length / 3)
      .toSorted((a, b) => distance(a, value) - distance(b, value))
    return { name, sealed: value, found: near ?? null, agrees: false }
  })
}
