import { toPersianDigits } from '#core/kernel/digits.ts'
import { PaperFault } from './paper-fault.ts'
import { internals } from './pdfmake.internals.ts'
import type { Line, ListMarker, Node, Vector } from './pdfmake.internals.ts'

/** Nodes that read files or foreign markup; a paper is made of text, lines and codes only. */
const REFUSED = ['svg', 'image', 'attachment', 'toc', 'pageReference', 'textReference'] as const

const isRtl = (node: Node): boolean => node.direction !== 'ltr'

function spanOf(cell: unknown): number {
  if (typeof cell !== 'object' || cell === null || !('colSpan' in cell)) return 1
  return typeof cell.colSpan === 'number' ? cell.colSpan : 1
}

/** Reverses a row but keeps the cell that spans columns at the left of its own group. */
function reverseRow(row: readonly unknown[]): unknown[] {
  const groups: unknown[][] = []
  for (let i = 0; i < row.length;) {
    const span = spanOf(row[i])
    groups.push(row.slice(i, i + span))
    i += span
  }
  return groups.reverse().flat()
}

function mirrorTablesAndColumns(): void {
  const { preprocessor } = internals
  const { preprocessNode, preprocessTable, preprocessColumns } = preprocessor
  preprocessor.preprocessNode = function (node, section) {
    if (typeof node === 'object' && node !== null) {
      const refused = REFUSED.find((name) => name in node)
      if (refused) throw new PaperFault({ fault: 'node', node: refused })
    }
    return preprocessNode.call(this, node, section)
  }
  preprocessor.preprocessTable = function (node) {
    if (isRtl(node) && !node.mirrored && node.table) {
      node.mirrored = true
      node.table.body = node.table.body.map(reverseRow)
      const { widths } = node.table
      if (Array.isArray(widths)) node.table.widths = widths.toReversed()
    }
    return preprocessTable.call(this, node)
  }
  preprocessor.preprocessColumns = function (node) {
    if (isRtl(node) && !node.mirrored && node.columns) {
      node.mirrored = true
      node.columns = node.columns.toReversed()
    }
    return preprocessColumns.call(this, node)
  }
}

/** Pictures know only left, center and right; `start` and `end` mean the page's own direction. */
function alignPictures(): void {
  const { elementWriter } = internals
  const { alignImage, alignCanvas } = elementWriter
  const sideOf = (node: Node): Node => {
    if (node._alignment === 'start') node._alignment = 'right'
    if (node._alignment === 'end') node._alignment = 'left'
    return node
  }
  elementWriter.alignImage = function (node) {
    alignImage.call(this, sideOf(node))
  }
  elementWriter.alignCanvas = function (node) {
    alignCanvas.call(this, sideOf(node))
  }
}

function bulletAt(vector: Vector, rightEdge: number): void {
  if (vector.r1 === undefined) vector.x = rightEdge - (vector.w ?? 0)
  else vector.x = rightEdge - vector.r1
}

function mirrorLists(): void {
  const { layout, measure, Line: LineClass } = internals
  const { processList } = layout
  layout.processList = function (ordered, node) {
    if (!isRtl(node)) {
      processList.call(this, ordered, node)
      return
    }
    const gap = (node['_gapSize'] as { readonly width: number }).width
    const items = (ordered ? node['ol'] : node['ul']) as (Node & { listMarker?: ListMarker })[]
    let marker: ListMarker | undefined
    const drawMarker = (line: Line): void => {
      const drawn = marker
      marker = undefined
      const vector = drawn?.canvas?.[0]
      const inline = drawn?._inlines?.[0]
      if (vector) {
        bulletAt(vector, this.writer.context().availableWidth + gap)
        this.writer.addVector(vector)
      } else if (inline) {
        const markerLine = new LineClass(this.pageSize.width)
        markerLine.addInline(inline)
        markerLine.x = gap
        Object.assign(markerLine, { y: line.getAscenderHeight() - markerLine.getAscenderHeight() })
        this.writer.addLine(markerLine, true)
      }
    }
    this.writer.context().addMargin(0, gap)
    this.writer.addListener('lineAdded', drawMarker)
    const positions = node['positions'] as unknown[]
    for (const item of items) {
      marker = item.listMarker
      this.processNode(item)
      positions.push(...(item['positions'] as unknown[]))
    }
    this.writer.removeListener('lineAdded', drawMarker)
    this.writer.context().addMargin(0, -gap)
  }

  const { buildOrderedMarker } = measure
  measure.buildOrderedMarker = function (item, counter, styles, type, separator) {
    if (type !== 'decimal' || !isRtl(item)) {
      return buildOrderedMarker.call(this, item, counter, styles, type, separator)
    }
    const marker = { text: `${toPersianDigits(counter)}. `, alignment: 'start' }
    return { _inlines: this.textInlines.buildInlines(marker, styles).items }
  }
}

/** Tables, columns, lists and pictures run from right to left unless a node says `direction: 'ltr'`. */
export function mirrorLayout(): void {
  mirrorTablesAndColumns()
  alignPictures()
  mirrorLists()
}
