import { formatJalali, isDay, jalaliMonthName } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { Instant, dayInTehran, tehranTime } from '#core/kernel/instant.ts'
import type { PaperStatement } from '#core/certificates/paper.model.ts'
import { wordsOf } from '../support/definition-texts.ts'

/** Fields that steer a paper and are not on it, and codes that appear in words. */
const NOT_PRINTED = new Set(['kind', 'officeKind', 'seal', 'accepted'])
const CODE = /^[A-Z]+(_[A-Z]+)*$/

/** Fields that a kind leaves out by its list in the domain brief §4. */
const LEFT_OUT: Partial<Record<PaperStatement['kind'], readonly string[]>> = {
  decree: ['person.birthCertificateNumber', 'person.birthCertificatePlace'],
  'pension-slip': ['issue.validUntil'],
  // Reasons stand there in words.
  'care-statement': ['people.because.code'],
}

/** Fields that a paper of a kind does not say although its statement has them. */
export function leftOutOf(kind: PaperStatement['kind']): readonly string[] {
  return LEFT_OUT[kind] ?? []
}

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '٬')

/** What a reader may find for a value: any one of these, in Persian digits. */
function formsOf(key: string, value: string | number): string[] {
  if (typeof value === 'number') {
    if (key === 'month') {
      const name = value >= 1 && value <= 12 ? [jalaliMonthName(value)] : []
      return [...name, String(value).padStart(2, '0')]
    }
    if (key === 'shareBp') return [String(value / 100).replace('.', '٫')]
    return [String(value), grouped(value)]
  }
  if (isDay(value)) return [formatJalali(value)]
  return [value]
}

export interface Figure {
  readonly path: string
  readonly forms: readonly string[]
}

/** Every figure, day, code and text that a statement says, with the forms in which a page may show it. */
export function figuresOf(statement: PaperStatement): Figure[] {
  const leftOut = leftOutOf(statement.kind)
  const walk = (value: unknown, path: string): Figure[] => {
    const key = path.slice(path.lastIndexOf('.') + 1)
    if (NOT_PRINTED.has(key) || leftOut.includes(path)) return []
    if (Array.isArray(value)) return value.flatMap((each) => walk(each, path))
    if (typeof value === 'object' && value !== null) {
      return Object.entries(value).flatMap(([name, each]) =>
        walk(each, path === '' ? name : `${path}.${name}`),
      )
    }
    if (typeof value === 'string' && Instant.safeParse(value).success) {
      const at = Instant.parse(value)
      return [
        { path, forms: [toPersianDigits(formatJalali(dayInTehran(at)))] },
        { path, forms: [toPersianDigits(tehranTime(at))] },
      ]
    }
    if (typeof value === 'string' && CODE.test(value)) return []
    if (typeof value !== 'string' && typeof value !== 'number') return []
    // A month without days is an empty place.
    if (value === 0) return []
    const forms = formsOf(key, value)
    return [{ path, forms: [...forms, ...forms.map(toPersianDigits)] }]
  }
  return walk(statement, '')
}

/** Numbers as they stand in a text, whole: part of a longer number does not count. */
export const numbersIn = (text: string): Set<string> => new Set(text.match(/\p{Nd}[\p{Nd}٬٫]*/gu))

/** Figures of a statement that a page's text does not say; the text without direction marks. */
export function missingFigures(statement: PaperStatement, text: string): Figure[] {
  const numbers = numbersIn(text)
  const words = new Set(wordsOf(text))
  const isSaid = (form: string): boolean => {
    if (/^[\p{Nd}٬٫]+$/u.test(form)) return numbers.has(form)
    if (text.includes(form)) return true
    return wordsOf(form).every((word) => words.has(word))
  }
  return figuresOf(statement).filter(({ forms }) => !forms.some(isSaid))
}
