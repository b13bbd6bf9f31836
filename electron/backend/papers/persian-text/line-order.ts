import { visualOrder } from './bidi-levels.ts'
import { internals } from './pdfmake.internals.ts'
import type {
  Alignment,
  Inline,
  Line,
  OrderedInline,
  Paragraph,
  Token,
} from './pdfmake.internals.ts'
import { isSpace, shape } from './shaping.ts'

/** Neighbours that agree in all of these are drawn as one run. */
const STYLE = [
  ...(['font', 'fontSize', 'color', 'background', 'opacity', 'sup', 'sub'] as const),
  'decoration',
] as const

interface Run {
  readonly inline: Inline
  readonly level: number
  text: string
}

const sameStyle = (a: Inline, b: Inline): boolean =>
  a === b || STYLE.every((name) => a[name] === b[name])

/** Cuts a line's inlines where the level changes and joins neighbours of one level and style. */
function runsOf(inlines: readonly Inline[], paragraph: Paragraph): Run[] {
  const runs: Run[] = []
  for (const inline of inlines) {
    const start = inline.start ?? 0
    const { text } = inline
    for (let i = 0; i < text.length;) {
      const level = paragraph.levels[start + i] ?? 0
      let end = i + 1
      while (end < text.length && paragraph.levels[start + end] === level) end++
      const piece = text.slice(i, end)
      const last = runs.at(-1)
      if (last?.level === level && sameStyle(last.inline, inline)) last.text += piece
      else runs.push({ inline, level, text: piece })
      i = end
    }
  }
  return runs
}

/** Rule L1: white space at the ends of a line takes no part. */
function trimEnds(runs: Run[]): void {
  for (let last = runs.at(-1); last; last = runs.at(-1)) {
    last.text = last.text.replace(/[ \t]+$/, '')
    if (last.text) break
    runs.pop()
  }
  for (let first = runs[0]; first; first = runs[0]) {
    first.text = first.text.replace(/^[ \t]+/, '')
    if (first.text) break
    runs.shift()
  }
}

function tokensOf(run: Run): Token[] {
  const rtl = (run.level & 1) === 1
  const { shaper } = run.inline.font
  const tokens = run.text
    .split(/([ \u00a0])/)
    .filter((piece) => piece !== '')
    .map((piece) => (isSpace(piece) ? null : shape(shaper, piece, rtl)))
  return rtl ? tokens.reverse() : tokens
}

const spacesIn = (tokens: readonly Token[]): number =>
  tokens.filter((token) => token === null).length

function place(run: Run): OrderedInline {
  const { inline } = run
  const tokens = tokensOf(run)
  const width = tokens.reduce(
    (sum, token) => sum + (token ? token.width : inline.font.shaper.spaceWidth),
    0,
  )
  return {
    ...inline,
    text: run.text,
    width: (width * inline.fontSize) / 1000,
    leadingCut: 0,
    trailingCut: 0,
    justifyShift: 0,
    tokens,
    spaceExtra: 0,
  }
}

/** Where the line stands in the free width; `start` and `end` follow the paragraph. */
function offsetOf(alignment: Alignment, rtl: boolean, free: number, indent: number): number {
  switch (alignment) {
    case 'left':
      return rtl ? 0 : indent
    case 'right':
      return free - (rtl ? indent : 0)
    case 'center':
      return free / 2
    case 'start':
    case 'justify':
      return rtl ? free - indent : indent
    case 'end':
      return rtl ? 0 : free
  }
}

function orderLine(line: Line, available: number): void {
  const first = line.inlines[0]
  const paragraph = first?.paragraph
  if (!first || !paragraph) throw new Error('a line reached the page without its paragraph')
  const runs = runsOf(line.inlines, paragraph)
  trimEnds(runs)
  const placed = visualOrder(runs, (run) => run.level).map(place)
  const indent = first.leadingIndent ?? 0
  const natural = placed.reduce((sum, inline) => sum + inline.width, 0)
  const spaces = placed.reduce((sum, inline) => sum + spacesIn(inline.tokens), 0)
  const stretches =
    first.alignment === 'justify' && !line.newLineForced && !line.lastLineInParagraph && spaces > 0
  const extra = stretches ? Math.max(0, (available - natural - indent) / spaces) : 0

  let x = 0
  const ordered = placed.map((inline) => {
    const width = inline.width + extra * spacesIn(inline.tokens)
    const own = { ...inline, x, width, spaceExtra: extra }
    x += width
    return own
  })
  // An empty line keeps pdfmake's inlines: they carry its height.
  if (ordered.length > 0) line.inlines = ordered
  line.ordered = ordered
  line.inlineWidths = x
  line.leadingCut = 0
  line.trailingCut = 0
  const rtl = paragraph.direction === 'rtl'
  line.x = (line.x ?? 0) + offsetOf(first.alignment, rtl, available - x, indent)
}

/** Every line is put in visual order, aligned and justified by its spaces before it is kept. */
export function orderLines(): void {
  internals.elementWriter.alignLine = function (line) {
    if (!line.ordered) orderLine(line, this.context().availableWidth)
  }
}
