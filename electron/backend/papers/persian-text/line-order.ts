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

/** Whether a part shows anything or takes room; an isolate between words does neither. */
const isDrawn = ({ token }: Part): boolean => token === null || token.ids.length > 0

function partsInVisualOrder(run: LevelRun, paragraph: Paragraph): Part[] {
  const parts = partsOf(run, paragraph)
  return (run.level & 1) === 1 ? parts.reverse() : parts
}

/** Parts of one style beside each other become one stretch, placed from the left edge of the line. */
function placed(parts: readonly Part[], spaceExtra: number): OrderedInline[] {
  const stretches: OrderedInline[] = []
  let x = 0
  for (let at = 0; at < parts.length;) {
    const first = parts[at]
    if (!first) break
    const tokens: Token[] = []
    let width = 0
    for (let part: Part | undefined = first; part; part = parts[at]) {
      if (!sameStyle(first.inline, part.inline)) break
      tokens.push(part.token)
      width += widthOfPart(part) + (part.token ? 0 : spaceExtra)
      at++
    }
    const cuts = { leadingCut: 0, trailingCut: 0, justifyShift: 0 }
    stretches.push({ ...first.inline, ...cuts, x, width, tokens, spaceExtra })
    x += width
  }
  return stretches
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
  const parts = visualOrder(runs, (run) => run.level)
    .flatMap((run) => partsInVisualOrder(run, paragraph))
    .filter(isDrawn)
  const indent = first.leadingIndent ?? 0
  const natural = parts.reduce((sum, part) => sum + widthOfPart(part), 0)
  const spaces = parts.filter(({ token }) => token === null).length
  const stretches =
    first.alignment === 'justify' && !line.newLineForced && !line.lastLineInParagraph && spaces > 0
  const extra = stretches ? Math.max(0, (available - natural - indent) / spaces) : 0
  const ordered = placed(parts, extra)
  const width = natural + extra * spaces
  // An empty line keeps pdfmake's inlines: they carry its height.
  if (ordered.length > 0) line.inlines = ordered
  line.ordered = ordered
  line.inlineWidths = width
  line.leadingCut = 0
  line.trailingCut = 0
  const rtl = paragraph.direction === 'rtl'
  line.x = (line.x ?? 0) + offsetOf(first.alignment, rtl, available - width, indent)
}

/** Every line is put in visual order, aligned and justified by its spaces before it is kept. */
export function orderLines(): void {
  internals.elementWriter.alignLine = function (line) {
    if (!line.ordered) orderLine(line, this.context().availableWidth)
  }
}
