import type { ShapedWord, Shaper } from './paper-font.ts'

/** Amounts, days and document numbers: Persian digits with the signs that stand between them. */
const NUMBER = /^[۰-۹]+(?:[٬/-][۰-۹]+)*$/

type ShapeWhole = (text: string) => ShapedWord

/** A character beside its follower: the glyph and how far the pen then moves. */
interface Step {
  readonly id: number
  readonly codePoints: readonly number[]
  readonly natural: number
  readonly advance: number
}

/** Steps by character, or by character and follower; null where the font ties the two together. */
const steps = new WeakMap<Shaper, Map<string, Step | null>>()

const glyphAt = ({ ids, codePoints, naturals, advances }: ShapedWord, i: number): Step | null => {
  const [id, own, natural, advance] = [ids[i], codePoints[i], naturals[i], advances[i]]
  if (id === undefined || !own || natural === undefined || advance === undefined) return null
  return { id, codePoints: own, natural, advance }
}

function isPlain({ ids, shiftsX, shiftsY }: ShapedWord, length: number): boolean {
  return ids.length === length && [...shiftsX, ...shiftsY].every((shift) => shift === 0)
}

function learn(pair: string, whole: ShapeWhole): Step | null {
  const alone = Array.from(pair, (character) => whole(character))
  const together = pair.length === 1 ? alone[0] : whole(pair)
  if (!together || !isPlain(together, pair.length)) return null
  const isTied = alone.some((single, i) => {
    const [own, other] = [glyphAt(single, 0), glyphAt(together, i)]
    if (!own || !other || !isPlain(single, 1) || own.id !== other.id) return true
    return i > 0 && own.advance !== other.advance
  })
  return isTied ? null : glyphAt(together, 0)
}

const NUMBERS_KEPT = 300
/** Numbers of the last papers: each is asked for when it is measured and when it is placed. */
const recent = new WeakMap<Shaper, Map<string, ShapedWord>>()

/**
 * A number from its digits, without asking the font's tables for each of the numbers of a branch:
 * digits keep their form beside each other, only the space between two of them may change. A pair
 * that the font does tie together is left to the whole way, by answering nothing.
 */
export function composeNumber(
  shaper: Shaper,
  word: string,
  whole: ShapeWhole,
): ShapedWord | undefined {
  if (!NUMBER.test(word)) return undefined
  const kept = recent.get(shaper) ?? new Map<string, ShapedWord>()
  recent.set(shaper, kept)
  const before = kept.get(word)
  if (before) return before
  const known = steps.get(shaper) ?? new Map<string, Step | null>()
  steps.set(shaper, known)
  const taken: Step[] = []
  for (let i = 0; i < word.length; i++) {
    const pair = word.slice(i, i + 2)
    let step = known.get(pair)
    if (step === undefined) known.set(pair, (step = learn(pair, whole)))
    if (!step) return undefined
    taken.push(step)
  }
  const advances = taken.map(({ advance }) => advance)
  const still = taken.map(() => 0)
  const number: ShapedWord = {
    ids: taken.map(({ id }) => id),
    codePoints: taken.map(({ codePoints }) => codePoints),
    advances,
    naturals: taken.map(({ natural }) => natural),
    shiftsX: still,
    shiftsY: still,
    width: advances.reduce((sum, advance) => sum + advance, 0),
  }
  if (kept.size >= NUMBERS_KEPT) kept.clear()
  kept.set(word, number)
  return number
}
