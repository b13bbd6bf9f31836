import type { Day } from '#core/kernel/day.ts'
import { NAME_TITLES, nameKey, nameTokens } from '#core/kernel/text.ts'

/** Names as they are compared. */
export interface NameKeys {
  readonly first: string
  readonly last: string
  /** Empty where no father's name is known. */
  readonly father: string
}

interface Names {
  readonly firstName: string
  readonly lastName: string
  readonly fatherName: string | null
}

/** A key in which «اله» and «الله» at the end are one. */
function folded(name: string): string {
  const key = nameKey(nameTokens(name).join(' '))
  return key.replaceAll('الله', 'اله')
}

/** The names of a person as they are compared: a title in front and the two spellings of الله do not count. */
export function nameKeys({ firstName, lastName, fatherName }: Names): NameKeys {
  return { first: folded(firstName), last: folded(lastName), father: folded(fatherName ?? '') }
}

/**
 * Whether two people might be one and the same under two identifiers: born on one day, with the same first and last
 * name, and the same father as far as both fathers are known. Twins of one name are; the clerk looks and decides.
 */
export function areNamesakes(
  a: Names & { readonly birthDate: Day },
  b: Names & { readonly birthDate: Day },
): boolean {
  if (a.birthDate !== b.birthDate) return false
  const [one, other] = [nameKeys(a), nameKeys(b)]
  if (one.first === '' || one.last === '') return false
  const isSameFather = one.father === '' || other.father === '' || one.father === other.father
  return one.first === other.first && one.last === other.last && isSameFather
}

/** Every way in which the extract may hold a name whose key it made itself, to be asked for by equality. */
export function spellings(name: string): readonly string[] {
  const key = nameKey(name)
  const bare = nameKey(nameTokens(name).join(' '))
  const titled = NAME_TITLES.map((title) => title + bare)
  return [...new Set([key, bare, ...titled].flatMap(twins))]
}

function twins(key: string): readonly string[] {
  const short = key.replaceAll('الله', 'اله')
  return [key, short, short.replaceAll('اله', 'الله')]
}
