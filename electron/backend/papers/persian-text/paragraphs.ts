import { directionOf, levelsOf, withoutFigures } from './bidi-levels.ts'
import type { Direction } from './bidi-levels.ts'
import { missingGlyph } from './paper-fault.ts'
import { internals } from './pdfmake.internals.ts'
import { lengthOfWord, measureSpans, widthOfWord } from './line-breaking.ts'
import type {
  BrokenWord,
  Inline,
  MeasuredText,
  Paragraph,
  StyleStack,
  TextInlines,
} from './pdfmake.internals.ts'
import { findUncovered } from './shaping.ts'
import { splitAtSymbols } from './symbols.ts'

function propertyOf(
  item: Readonly<Record<string, unknown>>,
  styles: StyleStack,
  name: string,
): unknown {
  return internals.StyleContextStack.getStyleProperty(item, styles, name, undefined)
}

/** Refuses a character that its font cannot draw, naming the field that carries it. */
function checkCoverage(inlines: readonly Inline[], styles: StyleStack): void {
  for (const inline of inlines) {
    const { shaper } = inline.font
    const character = findUncovered(shaper, inline.text)
    if (character === undefined) continue
    const field = inline.field ?? propertyOf({}, styles, 'field')
    throw missingGlyph(
      character,
      shaper.font.postscriptName,
      typeof field === 'string' ? field : null,
    )
  }
}

function directionWanted(wanted: unknown, text: string): Direction {
  if (wanted === 'ltr') return 'ltr'
  return wanted === 'auto' ? directionOf(text) : 'rtl'
}

function joinParagraph(inlines: readonly Inline[], wanted: unknown): void {
  let text = ''
  for (const inline of inlines) {
    inline.start = text.length
    text += inline.text
  }
  const direction = directionWanted(wanted, text)
  const paragraph: Paragraph = { text, direction, levels: levelsOf(text, direction) }
  for (const inline of inlines) inline.paragraph = paragraph
}

/** Spans of one word are measured together; a column must hold the word, not each span of it. */
function measureWords(measured: MeasuredText, styles: StyleStack): void {
  const { items } = measured
  let longest = 0
  let whole = 0
  let line: Inline[] = []
  for (let at = 0; at < items.length;) {
    const word = items.slice(at, at + lengthOfWord(items, at))
    if (word.length > 1) measureSpans(word)
    longest = Math.max(longest, widthOfWord(word))
    line.push(...word)
    whole = Math.max(whole, widthOfWord(line))
    if (word.at(-1)?.lineEnd) line = []
    at += word.length
  }
  measured.maxWidth = whole
  measured.minWidth = propertyOf({}, styles, 'noWrap') === true ? whole : longest
}

/** An empty span inside a word would let a line break there. */
function withoutEmptySpans(texts: unknown): unknown {
  if (!Array.isArray(texts)) return texts
  const spans = texts as readonly unknown[]
  const isEmpty = (span: unknown): boolean =>
    span === '' || (typeof span === 'object' && span !== null && 'text' in span && span.text === '')
  const filled = spans.filter((span) => !isEmpty(span))
  return filled.length > 0 ? filled : spans.slice(0, 1)
}

const FORMS_KEPT = 2000
/** Lengths of the words of a text, by the form that texts with other figures share. */
const wordLengths = new Map<string, readonly number[]>()

const breakText = (text: string): BrokenWord[] =>
  new internals.TextBreaker().getBreaks([text], null)

/** Where a text may break; most texts stand on every paper of their kind. */
function brokenWords(text: string): BrokenWord[] {
  if (text === '' || /[\r\n]/.test(text)) return breakText(text)
  const form = withoutFigures(text)
  let lengths = wordLengths.get(form)
  if (!lengths) {
    const words = breakText(form)
    if (words.some(({ lineEnd }) => lineEnd)) return breakText(text)
    if (wordLengths.size >= FORMS_KEPT) wordLengths.clear()
    wordLengths.set(form, (lengths = words.map((word) => word.text.length)))
  }
  let from = 0
  return lengths.map((length) => ({ text: text.slice(from, (from += length)) }))
}

/** A text in one style, which is most of them; pdfmake's own way looks for spans first. */
function measurePlain(inlines: TextInlines, text: string, styles: StyleStack): MeasuredText {
  const words = brokenWords(text) as unknown as Inline[]
  const items = inlines.measure(words, styles)
  let longest = 0
  let whole = 0
  let line = 0
  let leading = 0
  let first = true
  for (const { width, leadingCut, trailingCut, lineEnd } of items) {
    longest = Math.max(longest, width - leadingCut - trailingCut)
    if (first) leading = leadingCut
    line = first ? width : line + width
    whole = Math.max(whole, line - leading - trailingCut)
    first = lineEnd === true
  }
  return { items, minWidth: longest, maxWidth: whole }
}

/** Levels belong to a paragraph, not to a word: they are resolved before lines are broken. */
export function resolveParagraphs(): void {
  const { textInlines } = internals
  const { buildInlines, measure } = textInlines
  textInlines.measure = function (words, styles) {
    return measure.call(this, splitAtSymbols(words), styles)
  }
  textInlines.buildInlines = function (texts, styles) {
    const measured =
      typeof texts === 'string' && propertyOf({}, styles, 'noWrap') !== true
        ? measurePlain(this, texts, styles)
        : buildInlines.call(this, withoutEmptySpans(texts), styles)
    const { items } = measured
    checkCoverage(items, styles)
    const wanted = propertyOf({}, styles, 'direction')
    let from = 0
    items.forEach((inline, i) => {
      if (!inline.lineEnd && i !== items.length - 1) return
      joinParagraph(items.slice(from, i + 1), wanted)
      from = i + 1
    })
    if (items.some(({ noNewLine }) => noNewLine)) measureWords(measured, styles)
    return measured
  }
}
