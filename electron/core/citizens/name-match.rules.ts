/** How many letters apart two words may be for `isOneEdit`. */
const ONE = 1

/**
 * Whether one word becomes the other by exactly one insertion, deletion, substitution or swap of two neighbours.
 * Equal words are not one edit apart.
 */
export function isOneEdit(a: string, b: string): boolean {
  if (a.length > b.length) return isOneEdit(b, a)
  if (b.length - a.length > ONE) return false
  let i = 0
  while (i < a.length && a.charCodeAt(i) === b.charCodeAt(i)) i++
  if (a.length < b.length) return a.slice(i) === b.slice(i + 1)
  if (i === a.length) return false
  if (a.slice(i + 1) === b.slice(i + 1)) return true
  return (
    a.charCodeAt(i) === b.charCodeAt(i + 1) &&
    a.charCodeAt(i + 1) === b.charCodeAt(i) &&
    a.slice(i + 2) === b.slice(i + 2)
  )
}

/** The words of one person, as keys. */
export interface PersonWords {
  readonly first: readonly string[]
  readonly last: readonly string[]
  readonly father: readonly string[]
}

/** Whether a word of a person is the one that was typed, in whatever sense the search allows. */
export type Accepts = (word: string) => boolean

/**
 * Whether every typed word finds a word of its own in the person's names, in any order, and at least one of them in
 * the first or last name: a father's name alone finds nobody.
 */
export function nameMatches(person: PersonWords, typed: readonly Accepts[]): boolean {
  const words = [...person.last, ...person.first, ...person.father]
  const own = person.last.length + person.first.length
  const taken = words.map(() => false)
  const place = (n: number, anyOwn: boolean): boolean => {
    const accepts = typed[n]
    if (accepts === undefined) return anyOwn
    for (const [i, word] of words.entries()) {
      if (taken[i] === true || !accepts(word)) continue
      taken[i] = true
      if (place(n + 1, anyOwn || i < own)) return true
      taken[i] = false
    }
    return false
  }
  return place(0, false)
}
