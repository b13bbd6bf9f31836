import type { NameDictionary, NameToken } from './name-dictionary.rules.ts'
import type { Accepts } from './name-match.rules.ts'

/** One typed word in one sense: the words of the dictionary that it may stand for. */
export interface TypedWord {
  readonly tokens: readonly NameToken[]
  /** Citizens that bear one of the tokens, counted once for each. */
  readonly bearers: number
  readonly accepts: Accepts
}

/** One way to read the typed name; `distance` is 1 when a typo is forgiven. */
export interface NameReading {
  readonly words: readonly TypedWord[]
  readonly distance: 0 | 1
}

/** A longer typed word may stand for two that were written without a space. */
const SHORTEST_PART = 2

/**
 * The readings of a typed name, the likeliest first: whole words, then beginnings of words, then one word with one
 * letter wrong and the others whole, then beginnings. Readings for which some word means nothing are left out; words
 * joined or split (علیرضا، علی رضا) are tried where nothing was typed wrong.
 */
export function* nameReadings(
  typed: readonly string[],
  dictionary: NameDictionary,
): Generator<NameReading> {
  const ways = waysToSplit(typed, dictionary)
  const whole = (word: string) => typedWord(dictionary.exact(word))
  const begun = (word: string) => typedWord(dictionary.startingWith(word))
  for (const words of ways) yield* reading(words.map(whole), 0)
  for (const words of ways) yield* reading(words.map(begun), 0)
  for (const others of [whole, begun])
    for (const wrong of typed.keys()) {
      const near = typedWord(dictionary.near(typed[wrong] ?? ''))
      if (near.tokens.length === 0) continue
      yield* reading(
        typed.map((word, i) => (i === wrong ? near : others(word))),
        1,
      )
    }
}

function* reading(words: readonly TypedWord[], distance: 0 | 1): Generator<NameReading> {
  if (words.every(({ tokens }) => tokens.length > 0)) yield { words, distance }
}

function typedWord(tokens: readonly NameToken[]): TypedWord {
  const words = new Set(tokens.map(({ token }) => token))
  return {
    tokens,
    bearers: tokens.reduce((sum, { count }) => sum + count, 0),
    accepts: (word) => words.has(word),
  }
}

/** As typed, then with two neighbours joined, then with one word split where both parts are known words. */
function waysToSplit(
  typed: readonly string[],
  dictionary: NameDictionary,
): readonly (readonly string[])[] {
  const ways: (readonly string[])[] = [typed]
  for (let i = 0; i + 1 < typed.length; i++) {
    const joined = `${typed[i] ?? ''}${typed[i + 1] ?? ''}`
    if (dictionary.startingWith(joined).length > 0) ways.push(typed.toSpliced(i, 2, joined))
  }
  for (const [i, word] of typed.entries())
    for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
      const parts = [word.slice(0, cut), word.slice(cut)]
      if (parts.every((part) => dictionary.exact(part).length > 0))
        ways.push(typed.toSpliced(i, 1, ...parts))
    }
  return ways
}
