import { toPersianDigits } from '#core/kernel/digits.ts'
import { isRtl } from './mirrored-layout.ts'
import { internals } from './pdfmake.internals.ts'
import type { Line, ListMarker, Node, StyleStack, Vector } from './pdfmake.internals.ts'

const PERSIAN_LETTERS = ['الف', ...Array.from('بپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی')] as const
const LATIN_LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz')

/** الف، ب، … ی، then الف الف, الف ب: as columns of a sheet are named. */
function letterOf(counter: number, letters: readonly string[], joint: string): string {
  const names: string[] = []
  for (let left = counter; left > 0; left = Math.floor((left - 1) / letters.length)) {
    names.unshift(letters[(left - 1) % letters.length] ?? '')
  }
  return names.join(joint)
}

function markerText(counter: number, type: string, rtl: boolean): string {
  if (type === 'letters') {
    return rtl ? letterOf(counter, PERSIAN_LETTERS, '\u00a0') : letterOf(counter, LATIN_LETTERS, '')
  }
  return rtl ? toPersianDigits(counter) : String(counter)
}

function nameMarkers(): void {
  const { measure } = internals
  const { buildOrderedMarker } = measure
  measure.buildOrderedMarker = function (item, counter, styles: StyleStack, type, separator) {
    if (type !== 'decimal' && type !== 'letters') {
      return buildOrderedMarker.call(this, item, counter, styles, type, separator)
    }
    const text = markerText(counter, type, styles.getProperty('direction') !== 'ltr')
    const marker = { text: `${text}. `, alignment: 'start', noWrap: true }
    return { _inlines: this.textInlines.buildInlines(marker, styles).items }
  }
}

function bulletAt(vector: Vector, rightEdge: number): void {
  if (vector.r1 === undefined) vector.x = rightEdge - (vector.w ?? 0)
  else vector.x = rightEdge - vector.r1
}

/** Markers hang at the right edge of their list, wherever the first line of the item stands. */
function hangMarkersAtTheRight(): void {
  const { layout, Line: LineClass } = internals
  const { processList } = layout
  layout.processList = function (ordered, node) {
    if (!isRtl(node)) {
      processList.call(this, ordered, node)
      return
    }
    const gap = (node['_gapSize'] as { readonly width: number }).width
    const items = (ordered ? node['ol'] : node['ul']) as (Node & { listMarker?: ListMarker })[]
    const { x, availableWidth } = this.writer.context()
    const edge = x + availableWidth
    let marker: ListMarker | undefined
    const drawMarker = (line: Line): void => {
      const drawn = marker
      marker = undefined
      const context = this.writer.context()
      const vector = drawn?.canvas?.[0]
      const inlines = drawn?._inlines
      if (vector) {
        bulletAt(vector, edge - context.x)
        this.writer.addVector(vector)
      } else if (inlines) {
        const markerLine = new LineClass(this.pageSize.width)
        for (const inline of inlines) markerLine.addInline(inline)
        markerLine.x = edge - context.x - context.availableWidth
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
}

/** Lists with Persian numbers or letters at the right, Latin ones at the left. */
export function markLists(): void {
  nameMarkers()
  hangMarkersAtTheRight()
}
