import { PaperFault } from './paper-fault.ts'
import { PaperLink } from './paper-link.ts'
import { internals } from './pdfmake.internals.ts'
import type { Column, Node } from './pdfmake.internals.ts'

/** Nodes that read files, foreign markup or other places; a paper is text, lines and codes only. */
const REFUSED = [
  ...(['svg', 'image', 'attachment', 'toc', 'tocItem', 'pageReference', 'textReference'] as const),
  ...(['linkToPage', 'linkToDestination', 'linkToFile', 'outline', 'section'] as const),
] as const

export const isRtl = (node: Node): boolean => node.direction !== 'ltr'

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

function refuseForeign(node: object): void {
  const refused = REFUSED.find((name) => name in node)
  if (refused) throw new PaperFault({ fault: 'node', node: refused })
  if ('link' in node && node.link !== undefined && !(node.link instanceof PaperLink)) {
    throw new PaperFault({ fault: 'node', node: 'link' })
  }
}

/** Tables, columns, lists and pictures take the direction of what they stand in. */
function inheritDirections(): void {
  const { preprocessor } = internals
  const { preprocessNode } = preprocessor
  let surrounding: unknown
  preprocessor.preprocessNode = function (node, section) {
    if (typeof node !== 'object' || node === null) return preprocessNode.call(this, node, section)
    refuseForeign(node)
    const outer = surrounding
    const own = 'direction' in node ? node.direction : undefined
    if (own === undefined && outer === 'ltr' && !('text' in node)) {
      Object.assign(node, { direction: outer })
    }
    surrounding = own === 'rtl' || own === 'ltr' ? own : outer
    try {
      return preprocessNode.call(this, node, section)
    } finally {
      surrounding = outer
    }
  }
}

function mirrorTablesAndColumns(): void {
  const { preprocessor } = internals
  const { preprocessTable, preprocessColumns } = preprocessor
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

/** Width that the columns of a table or of a row of columns leave free. */
function freeWidth(node: Node, available: number): number {
  const { columnCalculator } = internals
  const columns = (node.table?.widths ?? node.columns ?? []) as Column[]
  if (columns.some((column) => columnCalculator.isStarColumn(column))) return 0
  const gaps = node.table
    ? (node['_offsets'] as { readonly total: number }).total
    : (columns.length - 1) * Number(node['_gap'])
  columnCalculator.buildColumnWidths(columns, available - gaps, node.table ? gaps : 0, node)
  const taken = columns.reduce((sum, { _calcWidth = 0 }) => sum + _calcWidth, gaps)
  return Math.max(0, available - taken)
}

/** A mirrored table narrower than its place stands at the right of it. */
function placeNarrowOnesAtTheRight(): void {
  const { layout } = internals
  const { processNode } = layout
  layout.processNode = function (node, aligned) {
    if (node.mirrored && !node.placed) {
      node.placed = true
      const [left, top, right, bottom] = node._margin ?? [0, 0, 0, 0]
      const free = freeWidth(node, this.writer.context().availableWidth - left - right)
      if (free > 0) node._margin = [left + free, top, right, bottom]
    }
    processNode.call(this, node, aligned)
  }
}

/** Pictures know only left, center and right; `start` and `end` mean the direction around them. */
function alignPictures(): void {
  const { elementWriter } = internals
  const { alignImage, alignCanvas } = elementWriter
  const sideOf = (node: Node): Node => {
    const [start, end] = isRtl(node) ? ['right', 'left'] : ['left', 'right']
    if (node._alignment === 'start') node._alignment = start
    if (node._alignment === 'end') node._alignment = end
    return node
  }
  elementWriter.alignImage = function (node) {
    alignImage.call(this, sideOf(node))
  }
  elementWriter.alignCanvas = function (node) {
    alignCanvas.call(this, sideOf(node))
  }
}

/** Tables, columns, lists and pictures run from right to left unless a node says `direction: 'ltr'`. */
export function mirrorLayout(): void {
  inheritDirections()
  mirrorTablesAndColumns()
  placeNarrowOnesAtTheRight()
  alignPictures()
}
