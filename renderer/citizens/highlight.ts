import { nameKey, nameTokens } from '#core/kernel/text.ts'

export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** How many characters of a word its search key uses up: as many as give the first `length` of the key. */
function coveredBy(word: string, key: string): number {
  for (let end = 1; end <= word.length; end++) if (nameKey(word.slice(0, end)) === key) return end
  return 0
}

/** A name cut where it agrees with what was typed: each word begins with one of the words typed. */
export function highlighted(name: string, typed: string): readonly Piece[] {
  const keys = nameTokens(typed)
  return name.split(/(\s+)/).flatMap((word) => {
    const key = keys.find((one) => nameKey(word).startsWith(one))
    const end = key === undefined ? 0 : coveredBy(word, key)
    if (end === 0) return [{ text: word, hit: false }]
    const rest = word.slice(end)
    return [
      { text: word.slice(0, end), hit: true },
      ...(rest === '' ? [] : [{ text: rest, hit: false }]),
    ]
  })
}
