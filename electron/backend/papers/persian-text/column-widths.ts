import { internals } from './pdfmake.internals.ts'
import type { Column } from './pdfmake.internals.ts'

/** The width that no flexible column may pass so that all of them fit. */
function widestAllowed(columns: readonly Column[], available: number): number {
  const widths = columns.map(({ _calcWidth = 0 }) => _calcWidth).toSorted((a, b) => a - b)
  let left = available
  for (const [i, width] of widths.entries()) {
    const share = left / (widths.length - i)
    if (width > share) return Math.max(0, share)
    left -= width
  }
  return Number.POSITIVE_INFINITY
}

/**
 * pdfmake gives a column at least its longest word, though the table then leaves the sheet. Here the
 * widest flexible columns give way until all fit, and the words that are too long are cut.
 */
export function keepColumnsOnTheSheet(): void {
  const { columnCalculator } = internals
  const { buildColumnWidths } = columnCalculator
  columnCalculator.buildColumnWidths = (columns, available, offsets, node) => {
    buildColumnWidths(columns, available, offsets, node)
    const taken = columns.reduce((sum, { _calcWidth = 0 }) => sum + _calcWidth, 0)
    if (taken <= available) return
    const isFlexible = (column: Column): boolean =>
      columnCalculator.isStarColumn(column) || columnCalculator.isAutoColumn(column)
    const flexible = columns.filter(isFlexible)
    const fixed = columns.filter((column) => !isFlexible(column))
    const room = fixed.reduce((sum, { _calcWidth = 0 }) => sum - _calcWidth, available)
    const widest = widestAllowed(flexible, room)
    for (const column of flexible) column._calcWidth = Math.min(column._calcWidth ?? 0, widest)
  }
}
