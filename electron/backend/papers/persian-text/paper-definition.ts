import type { Direction } from './bidi-levels.ts'
import type { PaperLink } from './paper-link.ts'
import type { Alignment } from './pdfmake.internals.ts'

/** Typographic points, 1/72 inch. */
export type Points = number

/** left, top, right, bottom; left and right are those of the sheet. */
export type Margin = readonly [Points, Points, Points, Points]

/** What a node and everything inside it inherits. */
export interface PaperStyle {
  readonly fontSize?: Points
  readonly bold?: boolean
  readonly color?: string
  readonly alignment?: Alignment
  /** Right to left unless said otherwise; never guessed from the alignment. */
  readonly direction?: Direction | 'auto'
  readonly lineHeight?: number
  readonly margin?: Margin
  /** Field of the statement that the text comes from; named when a character cannot be drawn. */
  readonly field?: string
  readonly background?: string
  readonly decoration?: 'underline' | 'lineThrough'
  /** Where the text leads when it is clicked: an address written out in the template, nothing else. */
  readonly link?: PaperLink
  /** Indent of a text's first line, at the right in Persian. */
  readonly leadingIndent?: Points
  readonly noWrap?: boolean
  readonly width?: Points | '*' | 'auto'
  readonly unbreakable?: boolean
  readonly pageBreak?: 'before' | 'after'
  readonly absolutePosition?: { readonly x: Points; readonly y: Points }
  readonly relativePosition?: { readonly x: Points; readonly y: Points }
}

export interface TextSpan extends Pick<
  PaperStyle,
  'fontSize' | 'bold' | 'color' | 'field' | 'background' | 'decoration' | 'link'
> {
  readonly text: string
  readonly sup?: boolean
  readonly sub?: boolean
}

export interface TextNode extends PaperStyle {
  readonly text: string | readonly (string | TextSpan)[]
}

export interface StackNode extends PaperStyle {
  readonly stack: readonly PaperNode[]
}

export interface ColumnsNode extends PaperStyle {
  /** In reading order: the first stands at the right. */
  readonly columns: readonly PaperNode[]
  readonly columnGap?: Points
}

export interface ListNode extends PaperStyle {
  readonly ul?: readonly PaperNode[]
  readonly ol?: readonly PaperNode[]
  /** Of `ol`: ۱. ۲. or الف. ب. (1. or a. from left to right); the others are of `ul`. */
  readonly type?: 'decimal' | 'letters' | 'disc' | 'square' | 'circle' | 'none'
  /** Number of the first item. */
  readonly start?: number
}

export type TableCell = PaperNode & {
  readonly colSpan?: number
  readonly rowSpan?: number
  readonly fillColor?: string
}

/** Rules and paddings of a table; column lines are numbered from the left edge of the sheet. */
export interface TableLayout {
  readonly hLineWidth?: (row: number, node: { table: { body: unknown[] } }) => Points
  readonly vLineWidth?: (column: number, node: { table: { widths: unknown[] } }) => Points
  readonly hLineColor?: () => string
  readonly vLineColor?: () => string
  readonly paddingLeft?: () => Points
  readonly paddingRight?: () => Points
  readonly paddingTop?: (row: number) => Points
  readonly paddingBottom?: (row: number) => Points
  readonly hLineStyle?: () => { readonly dash: { readonly length: Points; readonly space: Points } }
}

export interface TableNode extends PaperStyle {
  readonly table: {
    /** Rows in reading order: the first cell stands at the right. */
    readonly body: readonly (readonly TableCell[])[]
    readonly widths: readonly (Points | '*' | 'auto')[]
    readonly heights?: Points
    readonly headerRows?: number
    /** Rows that stay on the page of the head, so that no head stands alone. */
    readonly keepWithHeaderRows?: number
    readonly dontBreakRows?: boolean
  }
  readonly layout?: TableLayout
}

/** Lines and shapes of our own making, in points from the node's top left. */
export interface CanvasNode extends PaperStyle {
  readonly canvas: readonly Shape[]
}

export type Shape = { readonly lineWidth?: Points; readonly lineColor?: string } & (
  | {
      readonly type: 'line'
      readonly x1: Points
      readonly y1: Points
      readonly x2: Points
      readonly y2: Points
      readonly dash?: { readonly length: Points; readonly space?: Points }
    }
  | {
      readonly type: 'rect'
      readonly x: Points
      readonly y: Points
      readonly w: Points
      readonly h: Points
      readonly r?: Points
      readonly color?: string
    }
  | {
      readonly type: 'ellipse'
      readonly x: Points
      readonly y: Points
      readonly r1: Points
      readonly r2: Points
      readonly color?: string
    }
  | {
      readonly type: 'polyline'
      readonly points: readonly { readonly x: Points; readonly y: Points }[]
      readonly closePath?: boolean
      readonly color?: string
    }
)

export interface QrNode extends PaperStyle {
  readonly qr: string
  readonly eccLevel: 'L' | 'M' | 'Q' | 'H'
  /** Side of one module; 2.2 pt are three pixels at 100 dpi. */
  readonly moduleSize?: Points
  /** 1 to 40; the smallest that holds the text when not said. */
  readonly version?: number
}

export type PaperNode =
  TextNode | StackNode | ColumnsNode | ListNode | TableNode | CanvasNode | QrNode

/**
 * Margins that follow the direction of the paper: `start` is at the right of a Persian page. Head and
 * foot then stand between them. `mirrored` exchanges them on even pages, for paper printed on both
 * sides and bound at its start; what has an absolute position moves along.
 */
export interface PageMargins {
  readonly start: Points
  readonly end: Points
  readonly top: Points
  readonly bottom: Points
  readonly mirrored?: boolean
}

/**
 * A paper as a template describes it. There is no node for pictures, SVG or files: a paper shows
 * text, rules and codes, and nothing from outside; links lead only where a template says in so many
 * words (`fixedLink`). Made afresh for each render, because
 * pdfmake writes into it.
 */
export interface PaperDefinition {
  readonly pageSize: 'A4' | 'A5' | { readonly width: Points; readonly height: Points }
  readonly pageOrientation?: 'portrait' | 'landscape'
  readonly pageMargins: Margin | PageMargins
  readonly info: {
    readonly title: string
    readonly subject?: string
    readonly author?: string
    /** Given by the caller: the same statement gives the same bytes. */
    readonly creationDate: Date
    /** Digits of the seal, for programs that verify; the page shows them as its QR code. */
    readonly seal?: string
  }
  readonly style: PaperStyle
  readonly header?: (page: number, pages: number) => PaperNode
  readonly footer?: (page: number, pages: number) => PaperNode
  readonly watermark?: { readonly text: string; readonly fontSize: Points; readonly angle?: number }
  readonly content: readonly PaperNode[]
}
