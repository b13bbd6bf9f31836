import createBidi from 'bidi-js'

const bidi = createBidi()
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufeff]|[\ud800-\udfff]/

export type Direction = 'rtl' | 'ltr'

/** Letters, spaces and joiners of Persian: nothing turns the direction. */
const PLAIN_PERSIAN = /^[ ءآ-غف-يپچژکگی\u200c]*$/
const PERSIAN_DIGIT = /[۰-۹]/g

/** The same for every figure of a length: all digits of one script are alike to breaks and levels. */
export const withoutFigures = (text: string): string => text.replace(PERSIAN_DIGIT, '۰')

const PARAGRAPHS_KEPT = 5000
const known: Readonly<Record<Direction, Map<string, Uint8Array>>> = {
  rtl: new Map(),
  ltr: new Map(),
}

/** Embedding levels (UAX #9) of one paragraph, one per UTF-16 unit; odd levels run right to left. */
export function levelsOf(text: string, direction: Direction): Uint8Array {
  if (direction === 'ltr' && !RIGHT_TO_LEFT.test(text)) return new Uint8Array(text.length)
  if (direction === 'rtl' && PLAIN_PERSIAN.test(text)) return new Uint8Array(text.length).fill(1)
  const kept = known[direction]
  const form = withoutFigures(text)
  const before = kept.get(form)
  if (before) return before
  const { levels } = bidi.getEmbeddingLevels(form, direction)
  if (kept.size >= PARAGRAPHS_KEPT) kept.clear()
  kept.set(form, levels)
  return levels
}

/** The direction of a paragraph by its first strong character (rules P2 and P3). */
export function directionOf(text: string): Direction {
  return bidi.getEmbeddingLevels(text, 'auto').paragraphs[0]?.level === 1 ? 'rtl' : 'ltr'
}

/** The character drawn in place of `character` at an odd level: brackets, «», ≤ and the like. */
export function mirrored(character: string): string {
  return bidi.getMirroredCharacter(character) ?? character
}

/** Rule L2: from the highest level down to the lowest odd one, every stretch at it is reversed. */
export function visualOrder<T>(items: readonly T[], levelOf: (item: T) => number): T[] {
  const visual = [...items]
  if (items.length < 2) return visual
  const levels = items.map(levelOf)
  const lowestOdd = Math.min(255, ...levels.filter((level) => (level & 1) === 1))
  for (let level = Math.max(0, ...levels); level >= lowestOdd; level--) {
    let start = -1
    for (let i = 0; i <= levels.length; i++) {
      if ((levels[i] ?? -1) >= level) {
        if (start < 0) start = i
      } else if (start >= 0) {
        reverseStretch(visual, start, i)
        reverseStretch(levels, start, i)
        start = -1
      }
    }
  }
  return visual
}

function reverseStretch(items: unknown[], start: number, end: number): void {
  items.splice(start, end - start, ...items.slice(start, end).reverse())
}
