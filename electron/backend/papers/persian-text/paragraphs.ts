import { directionOf, levelsOf } from './bidi-levels.ts'
import type { Direction } from './bidi-levels.ts'
import { missingGlyph } from './paper-fault.ts'
import { internals } from './pdfmake.internals.ts'
import type { Inline, Paragraph, StyleStack } from './pdfmake.internals.ts'
import { findUncovered } from './shaping.ts'

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

/** Levels belong to a paragraph, not to a word: they are resolved before lines are broken. */
export function resolveParagraphs(): void {
  const { textInlines, layout } = internals
  const buildInlines = textInlines.buildInlines
  textInlines.buildInlines = function (texts, styles) {
    const measured = buildInlines.call(this, texts, styles)
    const { items } = measured
    checkCoverage(items, styles)
    const wanted = propertyOf({}, styles, 'direction')
    let from = 0
    items.forEach((inline, i) => {
      if (!inline.lineEnd && i !== items.length - 1) return
      joinParagraph(items.slice(from, i + 1), wanted)
      from = i + 1
    })
    return measured
  }

  // A word too long for any line is cut by pdfmake; what is left of it starts further on.
  const buildNextLine = layout.buildNextLine
  layout.buildNextLine = function (node) {
    const line = buildNextLine.call(this, node)
    if (!line) return line
    const rest = node._inlines?.[0]
    const followed = rest ? [...line.inlines, rest] : line.inlines
    followed.forEach((inline, i) => {
      const before = followed[i - 1]
      if (before?.start === undefined || before.paragraph !== inline.paragraph) return
      inline.start = before.start + before.text.length
    })
    return line
  }
}
