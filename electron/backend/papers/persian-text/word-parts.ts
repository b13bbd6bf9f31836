import { clusterStarts, partOfWord } from './clusters.ts'
import type { ShapedWord } from './paper-font.ts'
import type { Inline, Paragraph, Token } from './pdfmake.internals.ts'
import { isSpace, shape } from './shaping.ts'
import { isSymbol } from './symbols.ts'

/** Neighbours that agree in all of these are drawn as one run. */
const STYLE = [
  ...(['font', 'fontSize', 'color', 'background', 'opacity', 'sup', 'sub', 'link'] as const),
  'decoration',
] as const

/** A stretch of a paragraph in one style; places are UTF-16 units of the paragraph. */
interface Piece {
  readonly inline: Inline
  readonly from: number
  to: number
}

/** A stretch of a line at one level. */
export interface LevelRun {
  readonly level: number
  readonly pieces: Piece[]
}

/** A word, the part of a word that has one style, or a space; glyphs in visual order. */
export interface Part {
  readonly inline: Inline
  readonly token: Token
  readonly from: number
  readonly to: number
  /** Place in the paragraph where each glyph's text begins, when the part was cut from a word. */
  readonly starts: readonly number[] | null
}

export const sameStyle = (a: Inline, b: Inline): boolean =>
  a === b || STYLE.every((name) => a[name] === b[name])

/** Cuts the inlines of a line where the level changes; between `from` and `to` of the paragraph. */
export function levelRunsOf(
  inlines: readonly Inline[],
  { levels }: Paragraph,
  from: number,
  to: number,
): LevelRun[] {
  const runs: LevelRun[] = []
  for (const inline of inlines) {
    const start = inline.start ?? 0
    const end = Math.min(start + inline.text.length, to)
    for (let i = Math.max(start, from); i < end;) {
      const level = levels[i] ?? 0
      let next = i + 1
      while (next < end && levels[next] === level) next++
      const run = runs.at(-1)
      const piece = run?.pieces.at(-1)
      if (run?.level !== level) runs.push({ level, pieces: [{ inline, from: i, to: next }] })
      else if (piece && sameStyle(piece.inline, inline)) piece.to = next
      else run.pieces.push({ inline, from: i, to: next })
      i = next
    }
  }
  return runs
}

const endOfPieces = ({ pieces }: LevelRun): number => pieces.at(-1)?.to ?? 0

/** Whether a word goes on over this place: no space, no symbol of another font, the same level. */
function goesOn({ text, levels }: Paragraph, place: number, level: number): boolean {
  const character = text.charAt(place)
  return character !== '' && levels[place] === level && !isSpace(character) && !isSymbol(character)
}

/** Where the token that begins at `start` ends within its run. */
function endOfToken(text: string, start: number, end: number): number {
  if (isSpace(text.charAt(start))) return start + 1
  const symbol = isSymbol(text.charAt(start))
  let next = start + 1
  while (next < end) {
    const character = text.charAt(next)
    if (isSpace(character) || isSymbol(character) !== symbol) break
    next++
  }
  return next
}

/**
 * A word is shaped whole, in the font of each of its styles, and its glyphs are dealt to the styles
 * by the place of their text: letters stay joined over the border of a span and at the cut of a word
 * that no line can hold. A ligature over a border goes to the first style.
 */
function dealWord(
  paragraph: Paragraph,
  level: number,
  pieces: readonly Piece[],
  from: number,
  to: number,
): Part[] {
  let wordFrom = from
  let wordTo = to
  while (goesOn(paragraph, wordFrom - 1, level)) wordFrom--
  while (goesOn(paragraph, wordTo, level)) wordTo++
  const rtl = (level & 1) === 1
  const word = paragraph.text.slice(wordFrom, wordTo)
  return pieces.map(({ inline, ...piece }) => {
    const own = { from: Math.max(from, piece.from), to: Math.min(to, piece.to) }
    const shaped = shape(inline.font.shaper, word, rtl)
    const starts = clusterStarts(word, shaped, rtl).map((start) => start + wordFrom)
    const token = partOfWord(shaped, starts, own.from, own.to)
    return { inline, token, ...own, starts: starts.filter((at) => at >= own.from && at < own.to) }
  })
}

/** The words and spaces of a run in reading order; a word in two styles comes as two parts. */
export function partsOf(run: LevelRun, paragraph: Paragraph): Part[] {
  const { text } = paragraph
  const { level, pieces } = run
  const end = endOfPieces(run)
  const parts: Part[] = []
  let at = 0
  for (let from = pieces[0]?.from ?? end; from < end;) {
    const to = endOfToken(text, from, end)
    while ((pieces[at]?.to ?? end) <= from) at++
    const piece = pieces[at]
    if (!piece) break
    if (isSpace(text.charAt(from))) {
      parts.push({ inline: piece.inline, token: null, from, to, starts: null })
    } else if (piece.to >= to && !isCutAtEnd(run, paragraph, from, to)) {
      const token = shape(piece.inline.font.shaper, text.slice(from, to), (level & 1) === 1)
      parts.push({ inline: piece.inline, token, from, to, starts: null })
    } else {
      const own = pieces.filter((other) => other.from < to && other.to > from)
      parts.push(...dealWord(paragraph, level, own, from, to))
    }
    from = to
  }
  return parts
}

/** Whether the line begins or ends inside this word. */
function isCutAtEnd(run: LevelRun, paragraph: Paragraph, from: number, to: number): boolean {
  if (isSymbol(paragraph.text.charAt(from))) return false
  const first = run.pieces[0]?.from === from
  const last = endOfPieces(run) === to
  return (
    (first && goesOn(paragraph, from - 1, run.level)) || (last && goesOn(paragraph, to, run.level))
  )
}

/** Width of a part in points, without the extra of a justified line. */
export function widthOfPart({ inline, token }: Part): number {
  const { spaceWidth } = inline.font.shaper
  return ((token ? token.width : spaceWidth) * inline.fontSize) / 1000
}

/** Letters with their marks, or ligatures, of a part in reading order: end place and width in points. */
export function clustersOf(
  { inline, token, from, to, starts }: Part,
  level: number,
  paragraph: Paragraph,
): { readonly end: number; readonly width: number }[] {
  if (!token) return [{ end: to, width: widthOfPart({ inline, token, from, to, starts }) }]
  const rtl = (level & 1) === 1
  const places =
    starts ?? clusterStarts(paragraph.text.slice(from, to), token, rtl).map((start) => start + from)
  const widths = new Map<number, number>()
  places.forEach((start, i) => {
    widths.set(start, (widths.get(start) ?? 0) + advanceOf(token, i, inline.fontSize))
  })
  const sorted = [...widths].toSorted(([a], [b]) => a - b)
  return sorted.map(([, width], i) => ({ end: sorted[i + 1]?.[0] ?? to, width }))
}

const advanceOf = ({ advances }: ShapedWord, glyph: number, fontSize: number): number =>
  ((advances[glyph] ?? 0) * fontSize) / 1000
