import type { Rial } from '#core/kernel/rial.ts'
import { amount } from '../paper-words.ts'
import type {
  CanvasNode,
  PaperStyle,
  Points,
  TableCell,
  TableLayout,
  TextNode,
  TextSpan,
} from '../persian-text/paper-definition.ts'

export const INK = '#15202b'
export const QUIET = '#5a6672'
export const ACCENT = '#0b4a5a'
export const ALERT = '#8a1c1c'
export const HAIRLINE = '#9fb0b8'
export const TINT = '#eef4f5'

const RULE = 0.5

/** A small grey label that stands before or above a value. */
export function label(text: string, style: PaperStyle = {}): TextNode & TableCell {
  return { text, color: QUIET, fontSize: 8.5, margin: [0, 1.4, 0, 0], ...style }
}

/** Text of a statement's field; the field is named when a character cannot be drawn. */
export function value(field: string, text: string, style: PaperStyle = {}): TextNode & TableCell {
  return { text, field, ...style }
}

/** Widest digit and separator of Vazirmatn bold, in ems. */
const DIGIT = 0.61
const SEPARATOR = 0.28

/** Type, not above `size`, in which an amount keeps to one line of `width` points whatever its length. */
export function sizeOfAmount(rial: number, width: Points, size: Points): Points {
  const digits = String(rial).length
  const ems = digits * DIGIT + Math.floor((digits - 1) / 3) * SEPARATOR
  return Math.min(size, Math.floor((width / ems) * 10) / 10)
}

/** An amount on one line of `width` points. */
export function amountCell(
  field: string,
  rial: Rial,
  width: Points,
  style: PaperStyle & { readonly fontSize: Points },
): TextNode & TableCell {
  return value(field, amount(rial), {
    ...style,
    fontSize: sizeOfAmount(rial, width, style.fontSize),
  })
}

/** How much wider than Persian letters the widest Latin ones are, by area. */
const WIDER = 2

/**
 * Type, not above `size`, in which a text of any letters takes no more room than `length` Persian letters
 * do at `size`: for places that cannot grow, like the head and the foot of a page.
 */
export function sizeOfText(text: string, length: number, size: Points): Points {
  if (text.length <= length) return size
  return Math.floor(size * Math.sqrt(length / (WIDER * text.length)) * 10) / 10
}

/** Bold words inside a text. */
export function strong(text: string, style: Omit<TextSpan, 'text'> = {}): TextSpan {
  return { text, bold: true, ...style }
}

/** A straight rule of a width. */
export function rule(width: Points, lineWidth = RULE, lineColor = HAIRLINE): CanvasNode {
  return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth, lineColor }] }
}

/** Hairlines between rows and around the table, none between columns. */
export function rowLines(padding: { readonly x: Points; readonly y: Points }): TableLayout {
  return {
    hLineWidth: (row, { table }) => (row === 0 || row === table.body.length ? 0.9 : RULE),
    vLineWidth: () => 0,
    hLineColor: () => HAIRLINE,
    vLineColor: () => HAIRLINE,
    paddingLeft: () => padding.x,
    paddingRight: () => padding.x,
    paddingTop: () => padding.y,
    paddingBottom: () => padding.y,
  }
}

/** Hairlines everywhere: a box, or a ruled table. */
export function boxLines(padding: { readonly x: Points; readonly y: Points }): TableLayout {
  return { ...rowLines(padding), hLineWidth: () => RULE, vLineWidth: () => RULE }
}

/** Nothing but the cells. */
export const NO_LINES: TableLayout = {
  ...rowLines({ x: 0, y: 0 }),
  hLineWidth: () => 0,
}
