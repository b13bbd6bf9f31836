import { mirrored } from './bidi-levels.ts'
import { composeNumber } from './number-shaping.ts'
import type {
  FontGlyph,
  GlyphPosition,
  LaidGlyph,
  LaidOut,
  LearntShapes,
  ParsedFont,
  ShapedWord,
  Shaper,
} from './paper-font.ts'

const ARABIC = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/
const ARABIC_LETTER = /[\u0620-\u064a\u0671-\u06d5]/
/** Controls of direction and joining, which guide shaping but have no picture. */
const INVISIBLE = /[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad]/
const JOINERS = /[\u200c\u200d]/
/** Bidi controls and the like have done their work when levels are known. */
export const SPENT = /[\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad]/g
/** OpenType features belong to a script: a Latin stretch with what follows it, or all else. */
const SCRIPT_RUNS = /[A-Za-z\u00c0-\u024f][\u0000-\u05ff\u2000-\u2fff]*|[^A-Za-z\u00c0-\u024f]+/g
const MARK = /\p{M}/u
const WORDS_KEPT = 10_000
const SPACE = 32

export const isSpace = (character: string): boolean => character === ' ' || character === '\u00a0'

/**
 * fontkit keeps one object for each glyph with the text it first stood for: «С» drawn once as Cyrillic
 * would be copied as Cyrillic from every later paper. Here a glyph is kept for each text of its own.
 */
function keepGlyphsByText(font: ParsedFont): void {
  const { getGlyph } = font
  const kept = new Map<string, FontGlyph>()
  font.getGlyph = function (id, codePoints = []) {
    const key = `${id}:${codePoints.join()}`
    const known = kept.get(key)
    if (known) return known
    this._glyphs[id] = undefined
    const glyph = getGlyph.call(this, id, codePoints)
    kept.set(key, glyph)
    return glyph
  }
}

/** A shaper with empty caches over a parsed font; `learnt` has shapes that need not be asked for. */
export function shaperOf(font: ParsedFont, learnt: LearntShapes = () => undefined): Shaper {
  keepGlyphsByText(font)
  const scale = 1000 / font.unitsPerEm
  const space = font.glyphForCodePoint(SPACE)
  return {
    font,
    learnt,
    scale,
    spaceId: space.id,
    spaceWidth: space.advanceWidth * scale,
    rtl: new Map(),
    ltr: new Map(),
    covered: new Map(),
  }
}

/** The first character of a text that the font cannot draw; controls without a picture do not count. */
export function findUncovered(shaper: Shaper, text: string): string | undefined {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    let covered = shaper.covered.get(code)
    if (covered === undefined) {
      covered = INVISIBLE.test(character) || shaper.font.hasGlyphForCodePoint(code)
      shaper.covered.set(code, covered)
    }
    if (!covered) return character
  }
  return undefined
}

/**
 * One word (no spaces) as glyphs in visual order. `rtl` is the direction its level gives it: it
 * mirrors brackets and is never guessed from the letters.
 */
export function shape(shaper: Shaper, word: string, rtl: boolean): ShapedWord {
  const cache = rtl ? shaper.rtl : shaper.ltr
  const known = cache.get(word)
  if (known) return known
  const drawn = word.replace(SPENT, '')
  const number = rtl
    ? undefined
    : composeNumber(shaper, drawn, (text) => shapeWhole(shaper, text, false))
  if (number) return number // made from few parts, and seldom the same again
  const shaped = shapeWhole(shaper, drawn, rtl)
  if (cache.size >= WORDS_KEPT) cache.clear()
  cache.set(word, shaped)
  return shaped
}

/** A word without spent controls, by the font's tables. */
export function shapeWhole(shaper: Shaper, drawn: string, rtl: boolean): ShapedWord {
  const { glyphs, positions } = shaper.learnt(drawn, rtl) ?? layOut(shaper.font, drawn, rtl)
  return gather(shaper, drawn, rtl, glyphs, positions)
}

/** A text as the font's own tables lay it out, glyphs in visual order. */
export function layOut(font: ParsedFont, word: string, rtl: boolean): LaidOut {
  const parts = (rtl ? Array.from(word, mirrored).join('') : word).match(SCRIPT_RUNS) ?? []
  if (rtl) parts.reverse()
  const glyphs: LaidGlyph[] = []
  const positions: GlyphPosition[] = []
  for (const part of parts) {
    const arabic = ARABIC.test(part)
    const script = arabic ? 'arab' : 'latn'
    const laid = font.layout(
      part,
      undefined,
      script,
      arabic ? 'FAR' : undefined,
      rtl ? 'rtl' : 'ltr',
    )
    glyphs.push(...laid.glyphs)
    positions.push(...laid.positions)
  }
  return { glyphs, positions }
}

function gather(
  shaper: Shaper,
  word: string,
  rtl: boolean,
  glyphs: readonly LaidGlyph[],
  positions: readonly GlyphPosition[],
): ShapedWord {
  const { scale } = shaper
  // fontkit turns a joiner into a space of no width and forgets which one it was.
  const joiners = Array.from(word).filter((character) => JOINERS.test(character))
  if (rtl) joiners.reverse()
  const ids: number[] = []
  const codePoints: number[][] = []
  const advances: number[] = []
  const naturals: number[] = []
  const shiftsX: number[] = []
  const shiftsY: number[] = []
  let width = 0
  glyphs.forEach((glyph, i) => {
    const position = positions[i]
    if (!position) return
    let own = [...glyph.codePoints]
    if (own.length === 1 && own[0] === SPACE) {
      own = [joiners.shift()?.codePointAt(0) ?? SPACE] // joiners stay, so that copied text keeps them
    }
    ids.push(glyph.id)
    codePoints.push(rtl ? textOfRtlGlyph(own) : own)
    advances.push(position.xAdvance * scale)
    naturals.push(glyph.advanceWidth * scale)
    shiftsX.push(position.xOffset * scale)
    shiftsY.push(position.yOffset * scale)
    width += position.xAdvance * scale
  })
  if (rtl) giveMarksToTheirBase(codePoints)
  return { ids, codePoints, advances, naturals, shiftsX, shiftsY, width }
}

/**
 * Readers reverse a right-to-left run code point by code point, so a ligature's text is stored
 * reversed; a mirrored bracket is stored as the author wrote it.
 */
function textOfRtlGlyph(codePoints: readonly number[]): number[] {
  return codePoints
    .map((code) => mirrored(String.fromCodePoint(code)).codePointAt(0) ?? code)
    .reverse()
}

/** Whether a code point is a mark, which stands over or under a letter. */
export const isMark = (code: number): boolean => MARK.test(String.fromCodePoint(code))

/** Readers sort glyphs by place and would tear marks from letters: the base carries the mark's text. */
function giveMarksToTheirBase(codePoints: number[][]): void {
  codePoints.forEach((own, i) => {
    if (!own.length || !own.every(isMark)) return
    let base = i + 1
    while (codePoints[base]?.every(isMark)) base++
    const letter = codePoints[base]
    if (!letter) return
    codePoints[base] = [...own, ...letter]
    codePoints[i] = []
  })
}

/** Width of a text in 1/1000 em, for breaking lines: words as they will be shaped, spaces as such. */
export function widthOf(shaper: Shaper, text: string): number {
  let width = 0
  for (let i = 0; i < text.length;) {
    let end = i
    while (end < text.length && !isSpace(text.charAt(end))) end++
    if (end > i) {
      const word = text.slice(i, end)
      width += shape(shaper, word, ARABIC_LETTER.test(word)).width
    }
    while (end < text.length && isSpace(text.charAt(end))) {
      width += shaper.spaceWidth
      end++
    }
    i = end
  }
  return width
}
