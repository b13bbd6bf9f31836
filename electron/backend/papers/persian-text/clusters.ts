import type { ShapedWord } from './paper-font.ts'
import { SPENT, isMark } from './shaping.ts'

/**
 * Place in `word` (UTF-16 units) where the text of each glyph begins, glyphs in visual order. Marks
 * and the parts of a decomposed letter begin with their letter, a ligature with its first letter.
 */
export function clusterStarts(word: string, shaped: ShapedWord, rtl: boolean): number[] {
  const places: number[] = []
  let unit = 0
  for (const character of word) {
    if (character.replace(SPENT, '') !== '') places.push(unit)
    unit += character.length
  }
  const { codePoints } = shaped
  const starts = new Array<number>(codePoints.length).fill(0)
  let consumed = 0
  let letter = 0
  const logical = Array.from(codePoints, (_, i) => (rtl ? codePoints.length - 1 - i : i))
  for (const glyph of logical) {
    const own = codePoints[glyph] ?? []
    if (own.length > 0 && !own.every(isMark)) letter = places[consumed] ?? letter
    starts[glyph] = letter
    consumed += own.length
  }
  return starts
}

/** The glyphs of a word whose text begins from `from` up to, not with, `to`. */
export function partOfWord(
  shaped: ShapedWord,
  starts: readonly number[],
  from: number,
  to: number,
): ShapedWord {
  const kept = starts.flatMap((start, i) => (start >= from && start < to ? [i] : []))
  const pick = <T>(all: readonly T[]): T[] => kept.flatMap((i) => all.slice(i, i + 1))
  const advances = pick(shaped.advances)
  return {
    ids: pick(shaped.ids),
    codePoints: pick(shaped.codePoints),
    advances,
    naturals: pick(shaped.naturals),
    shiftsX: pick(shaped.shiftsX),
    shiftsY: pick(shaped.shiftsY),
    width: advances.reduce((sum, advance) => sum + advance, 0),
  }
}
