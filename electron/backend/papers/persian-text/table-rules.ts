import { internals } from './pdfmake.internals.ts'

/**
 * pdfmake draws the rule under a row cell by cell, for cells with borders of their own, which papers do
 * not have. Here it is one line, but where a cell spans rows and the rule has gaps.
 */
export function drawRowRulesWhole(): void {
  const { tableProcessor } = internals
  const { drawHorizontalLine } = tableProcessor
  tableProcessor.drawHorizontalLine = function (row, writer, y, moveDown = true, page) {
    const { layout, tableNode, rowSpanData } = this
    const lineWidth = layout.hLineWidth(row, tableNode)
    if (lineWidth === 0) return
    if (rowSpanData.some(({ rowSpan }) => rowSpan > 0)) {
      drawHorizontalLine.call(this, row, writer, y, moveDown, page)
      return
    }
    const middle = (y ?? 0) + lineWidth / 2
    const rule = {
      ...{ type: 'line', x: 0, y: 0, x1: 0, x2: rowSpanData.at(-1)?.left ?? 0 },
      ...{ y1: middle, y2: middle, lineWidth, lineColor: layout.hLineColor(row, tableNode, 0) },
    }
    const dash = layout.hLineStyle(row, tableNode)?.dash
    writer.addVector(dash ? { ...rule, dash } : rule, false, y !== undefined, null, page)
    if (moveDown) writer.context().moveDown(lineWidth)
  }
}
