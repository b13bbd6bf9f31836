import { isOneEdit } from './name-match.rules.ts'

/** A distinct word of names; `count` citizens bear it. */
export interface NameToken {
  readonly id: number
  readonly token: string
  readonly count: number
}

/** All distinct words of the names of an extract, kept in memory. */
export interface NameDictionary {
  /** The word itself, and its twin with اله for الله or the reverse. */
  exact(word: string): readonly NameToken[]
  /** Words that begin so, the shortest first; a whole word is among its own. */
  startingWith(word: string): readonly NameToken[]
  /** Words exactly one letter away; none for words of fewer than three letters. */
  near(word: string): readonly NameToken[]
}

const SHORTEST_TYPO = 3

/** One bit for each letter, folded into 32: words one edit apart differ in at most two bits. */
function lettersOf(word: string): number {
  let mask = 0
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) % 32)
  return mask
}

/** Whether at most two bits are set. */
function isTwoBitsAtMost(bits: number): boolean {
  const withoutLowest = bits & (bits - 1)
  return (withoutLowest & (withoutLowest - 1)) === 0
}

/** The first place whose word is not before `word`, in the order of code units. */
function placeOf(sorted: readonly NameToken[], word: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.token ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}

function twinsOf(word: string): readonly string[] {
  if (word.includes('الله')) return [word, word.replace('الله', 'اله')]
  return word.endsWith('اله') ? [word, word.replace(/اله$/, 'الله')] : [word]
}

/** The dictionary of the given words; a word must come once. */
export function createNameDictionary(tokens: readonly NameToken[]): NameDictionary {
  const sorted = tokens.toSorted((a, b) => (a.token < b.token ? -1 : 1))
  const byWord = new Map(sorted.map((token) => [token.token, token]))
  const byLength = new Map<number, { readonly token: NameToken; readonly letters: number }[]>()
  for (const token of sorted) {
    const same = byLength.get(token.token.length) ?? []
    same.push({ token, letters: lettersOf(token.token) })
    byLength.set(token.token.length, same)
  }

  function startingWith(word: string): readonly NameToken[] {
    const found: NameToken[] = []
    for (let i = placeOf(sorted, word); i < sorted.length; i++) {
      const token = sorted[i]
      if (token?.token.startsWith(word) !== true) break
      found.push(token)
    }
    return found.sort((a, b) => a.token.length - b.token.length)
  }

  function near(word: string): readonly NameToken[] {
    if (word.length < SHORTEST_TYPO) return []
    const letters = lettersOf(word)
    const found: NameToken[] = []
    for (const length of [word.length, word.length - 1, word.length + 1])
      for (const entry of byLength.get(length) ?? [])
        if (isTwoBitsAtMost(entry.letters ^ letters) && isOneEdit(word, entry.token.token))
          found.push(entry.token)
    return found
  }

  return {
    exact: (word) => twinsOf(word).flatMap((twin) => byWord.get(twin) ?? []),
    startingWith,
    near,
  }
}
