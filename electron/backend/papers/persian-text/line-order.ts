import { visualOrder } from './bidi-levels.ts'
import { internals } from './pdfmake.internals.ts'
import type { Alignment, Line, OrderedInline, Paragraph, Token } from './pdfmake.internals.ts'
import { levelRunsOf, partsOf, sameStyle, widthOfPart } from './word-parts.ts'
import type { LevelRun, Part } from './word-parts.ts'

/** Rule L1: white space at the ends of a line takes no part. Places of the paragraph. */
function boundsOf({ inlines }: Line, { text }: Paragraph): readonly [number, number] {
  const last = inlines.at(-1)
  let from = inlines[0]?.start ?? 0
  let to = (last?.start ?? 0) + (last?.text.length ?? 0)
  const isBlank = (place: number): boolean => /[ \t]/.test(text.charAt(place))
  while (to > from && isBlank(to - 1)) to--
  while (from < to && isBlank(from)) from++
  return [from, to]
}

const spacesIn = (tokens: readonly Token[]): number =>
  tokens.filter((token) => token === null).length

/** Parts of one style beside each other become one stretch; parts in visual order. */
function placed(parts: readonly Part[]): OrderedInline[] {
  const stretches: Part[][] = []
  for (const part of parts) {
    const last = stretches.at(-1)
    if (last?.[0] && sameStyle(last[0].inline, part.inline)) last.push(part)
    else stretches.push([part])
  }
  return stretches.flatMap((stretch) => {
    const [first] = stretch
    if (!first) return []
    return {
      ...first.inline,
      width: stretch.reduce((sum, part) => sum + widthOfPart(part), 0),
      leadingCut: 0,
      trailingCut: 0,
      justifyShift: 0,
      tokens: stretch.map(({ token }) => token),
      spaceExtra: 0,
    }
  })
}

function placedRun(run: LevelRun, paragraph: Paragraph): OrderedInline[] {
  const parts = partsOf(run, paragraph)
  return placed((run.level & 1) === 1 ? parts.reverse() : parts)
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
  const runs = levelRunsOf(line.inlines, paragraph, ...boundsOf(line, paragraph))
  const inOrder = visualOrder(runs, (run) => run.level).flatMap((run) => placedRun(run, paragraph))
  const indent = first.leadingIndent ?? 0
  const natural = inOrder.reduce((sum, inline) => sum + inline.width, 0)
  const spaces = inOrder.reduce((sum, inline) => sum + spacesIn(inline.tokens), 0)
  const stretches =
    first.alignment === 'justify' && !line.newLineForced && !line.lastLineInParagraph && spaces > 0
  const extra = stretches ? Math.max(0, (available - natural - indent) / spaces) : 0

  let x = 0
  const ordered = inOrder.map((inline) => {
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
