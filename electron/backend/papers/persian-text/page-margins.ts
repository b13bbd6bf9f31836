import type { Margin, PaperDefinition, PageMargins, PaperNode, Points } from './paper-definition.ts'
import { internals } from './pdfmake.internals.ts'
import type { Page, PageSides, Vector } from './pdfmake.internals.ts'

const isDirected = (margins: PaperDefinition['pageMargins']): margins is PageMargins =>
  'start' in margins

/** Margins of the first page, and how far an even page stands from where it was laid out. */
function sidesOf({ pageMargins, style }: PaperDefinition): PageSides {
  if (!isDirected(pageMargins)) {
    const [left, top, right, bottom] = pageMargins
    return { left, top, right, bottom, evenShift: 0 }
  }
  const { start, end, top, bottom, mirrored = false } = pageMargins
  const [left, right] = style.direction === 'ltr' ? [start, end] : [end, start]
  return { left, top, right, bottom, evenShift: mirrored ? right - left : 0 }
}

type Framing = (page: number, pages: number) => PaperNode
type PageFrame = Pick<PaperDefinition, 'content'> & {
  readonly pageMargins: PageSides
  readonly header?: Framing
  readonly footer?: Framing
}

/** What stands on the pages of a definition, in its direction, with pdfmake's margins. */
export function pageFrameOf(definition: PaperDefinition): PageFrame {
  const { header, footer, content, style } = definition
  const pageMargins = sidesOf(definition)
  const { left, right } = pageMargins
  const isPlain = !isDirected(definition.pageMargins) && style.direction !== 'ltr'
  const ltr = style.direction === 'ltr' ? ({ direction: 'ltr' } as const) : {}
  // Head and foot span the sheet, or stand between margins that follow the direction.
  const margin: Margin = isDirected(definition.pageMargins) ? [left, 0, right, 0] : [0, 0, 0, 0]
  const framed = (framing: Framing): Framing =>
    isPlain ? framing : (page, pages) => ({ stack: [framing(page, pages)], margin, ...ltr })
  return {
    pageMargins,
    content: style.direction === 'ltr' ? [{ stack: content, ...ltr }] : content,
    ...(header && { header: framed(header) }),
    ...(footer && { footer: framed(footer) }),
  }
}

function shiftVector(vector: Vector, x: Points): Vector {
  if (vector.points) return { ...vector, points: vector.points.map((p) => ({ ...p, x: p.x + x })) }
  if (vector.x1 === undefined || vector.x2 === undefined) return { ...vector, x: vector.x + x }
  return { ...vector, x1: vector.x1 + x, x2: vector.x2 + x }
}

/** Head, foot and content of a page, moved sideways; a watermark stays in the middle of the sheet. */
function shiftPage({ items }: Page, x: Points): void {
  for (const entry of items) {
    if (entry.type === 'line') entry.item.x = (entry.item.x ?? 0) + x
    else if (entry.type === 'vector') entry.item = shiftVector(entry.item, x)
    else if (entry.type === 'beginClip') entry.item = { ...entry.item, x: entry.item.x + x }
  }
}

/**
 * Even pages of a paper for both sides of the sheet have their margins exchanged. The text block is as
 * wide on every page, so the pages are laid out alike and every second one is moved.
 */
export function mirrorEvenPages(): void {
  const { layout } = internals
  const { layoutDocument } = layout
  layout.layoutDocument = function (...args) {
    const pages = layoutDocument.call(this, ...args)
    const { evenShift = 0 } = this.pageMargins
    if (evenShift !== 0) {
      pages.forEach((page, i) => {
        if (i % 2 === 1) shiftPage(page, evenShift)
      })
    }
    return pages
  }
}
