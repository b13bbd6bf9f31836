import { createRequire } from 'node:module'
import type { Direction } from './bidi-levels.ts'
import { leaveOutModules } from './left-out-modules.ts'
import type { PaperLink } from './paper-link.ts'
import type { DocumentFont, PaperFont, PdfObject, ShapedWord } from './paper-font.ts'

/**
 * The parts of pdfmake 0.3.11 that the Persian layer touches, typed as far as it uses them. They are
 * internal modules without types of their own: the version is pinned exactly and the comparison with
 * a browser's glyphs guards every upgrade.
 */
const load = createRequire(import.meta.url)

export type Alignment = 'start' | 'end' | 'left' | 'center' | 'right' | 'justify'

/** A paragraph with its embedding levels; inlines point into it. */
export interface Paragraph {
  readonly text: string
  readonly levels: Uint8Array
  readonly direction: Direction
}

/** A word of a paragraph with its resolved style; pdfmake breaks lines between inlines. */
export interface Inline {
  text: string
  font: PaperFont
  fontSize: number
  width: number
  height: number
  x: number
  leadingCut: number
  trailingCut: number
  leadingIndent?: number
  alignment: Alignment
  color: string | null
  background: string | null
  opacity: number
  decoration: string | null
  sup: boolean
  sub: boolean
  lineEnd?: boolean
  /** The word goes on in the next inline: no line may break between them. */
  noNewLine?: boolean
  noWrap?: boolean | null
  link?: PaperLink | null
  justifyShift?: number
  field?: string
  /** Set by the layer: the paragraph and the place of the inline in it. */
  paragraph?: Paragraph
  start?: number
}

export interface Line {
  inlines: Inline[]
  inlineWidths: number
  leadingCut: number
  trailingCut: number
  x?: number
  newLineForced?: boolean
  lastLineInParagraph?: boolean
  /** Set by the layer: what to draw, in visual order; `inlines` then is the same list. */
  ordered?: readonly OrderedInline[]
  readonly maxWidth: number
  readonly addInline: (inline: Inline) => void
  readonly getHeight: () => number
  readonly getAscenderHeight: () => number
}

/** A stretch of one line with one style, placed from the left edge of the line. */
export interface OrderedInline extends Inline {
  readonly tokens: readonly Token[]
  /** Points added to each space of a justified line. */
  readonly spaceExtra: number
}

/** A word in visual order, or one space (null). */
export type Token = ShapedWord | null

export interface StyleStack {
  readonly styleOverrides: readonly (string | Readonly<Record<string, unknown>>)[]
  readonly defaultStyle?: Readonly<Record<string, unknown>>
  getProperty: (this: StyleStack, name: string) => unknown
}

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface Vector {
  type: string
  x: number
  y: number
  w?: number
  h?: number
  /** Radius of round corners. */
  r?: number
  r1?: number
  points?: readonly { readonly x: number; readonly y: number }[]
  x1?: number
  y1?: number
  x2?: number
  y2?: number
  lineWidth?: number
  lineColor?: string
  dash?: { readonly length: number; readonly space?: number }
  color?: string
  /** Set by the layer: dark modules of a QR code as one path in module units, a module in points. */
  modules?: { readonly side: number; readonly path: string }
}

/** A node of a document definition while pdfmake works on it. */
export interface Node {
  [key: string]: unknown
  direction?: Direction
  mirrored?: boolean
  columns?: unknown[]
  table?: { body: unknown[][]; widths?: unknown }
  _inlines?: Inline[]
  _alignment?: string | undefined
  _margin?: readonly [number, number, number, number]
  placed?: boolean
  _canvas?: Vector[]
}

export interface Context {
  readonly x: number
  readonly availableWidth: number
  readonly pages: readonly unknown[]
  readonly addMargin: (left: number, right?: number) => void
  readonly moveDown: (height: number) => void
}

/** The information dictionary of a file. */
export interface FileInfo {
  readonly Title?: string
  readonly Subject?: string
  readonly Author?: string
  readonly Creator: string
  readonly Producer: string
  readonly CreationDate: Date
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly fonts: Record<string, object | undefined>
  readonly content: PdfObject
  /** Set by the layer: what the page shows, as text until the page ends. */
  operators?: string
}

export interface PdfDocument {
  readonly fontCache: Record<string, Record<string, PaperFont> | undefined>
  readonly _fontFamilies: Record<string, DocumentFont>
  _fontCount: number
  readonly page: PdfPage
  readonly _pageBuffer: readonly PdfPage[]
  readonly getFontType: (bold: boolean, italics: boolean) => string
  readonly getFontFile: (family: string, bold: boolean, italics: boolean) => string | null
  provideFont: (this: PdfDocument, family: string, bold: boolean, italics: boolean) => PaperFont
  readonly font: (source: Uint8Array) => { readonly _font: DocumentFont }
  readonly ref: (data?: Record<string, unknown>) => PdfObject
  addContent: (this: PdfDocument, operators: string) => PdfDocument
  flushPages: (this: PdfDocument) => void
  _write: (this: PdfDocument, data: string | Uint8Array) => void
  _offset: number
  /** Set by the layer: the file so far, runs of text and packed streams. */
  pieces?: (string | Uint8Array)[]
  readonly info: FileInfo
  readonly options: { readonly lang: string }
  readonly _root: PdfObject
  endMetadata: (this: PdfDocument) => void
  readonly fillColor: (color: string) => void
  readonly opacity: (opacity: number) => void
  readonly link: (x: number, y: number, width: number, height: number, address: string) => void
  readonly save: () => void
  readonly restore: () => void
  readonly rotate: (angle: number, options: { readonly origin: readonly [number, number] }) => void
  readonly on: (event: 'data' | 'end' | 'error', listener: (value: unknown) => void) => void
  readonly end: () => void
}

export interface TextInlines {
  readonly pdfDocument: PdfDocument
  buildInlines: (this: TextInlines, texts: unknown, styles: StyleStack) => MeasuredText
  measure: (this: TextInlines, words: Inline[], styles: StyleStack) => Inline[]
}

export interface MeasuredText {
  readonly items: readonly Inline[]
  minWidth: number
  maxWidth: number
}

export interface ElementWriter {
  readonly context: () => Context
  alignLine: (this: ElementWriter, line: Line) => void
  alignImage: (this: ElementWriter, node: Node) => void
  alignCanvas: (this: ElementWriter, node: Node) => void
}

export interface Watermark {
  readonly text: string
  readonly font: PaperFont
  readonly fontSize: number
  readonly color: string
  readonly opacity: number
  readonly angle: number
}

export interface Renderer {
  readonly pdfDocument: PdfDocument
  renderLine: (this: Renderer, line: Line, x?: number, y?: number) => void
  renderVector: (this: Renderer, vector: Vector) => void
  renderWatermark: (this: Renderer, page: { readonly watermark: Watermark }) => void
}

export interface DocPreprocessor {
  preprocessNode: (this: DocPreprocessor, node: unknown, section?: boolean) => Node
  preprocessTable: (this: DocPreprocessor, node: Node) => Node
  preprocessColumns: (this: DocPreprocessor, node: Node) => Node
}

export interface ListMarker {
  readonly canvas?: readonly Vector[]
  readonly _inlines?: readonly Inline[]
  readonly _minWidth: number
}

export interface DocMeasure {
  readonly textInlines: TextInlines
  readonly styleStack: StyleStack
  measureQr: (this: DocMeasure, node: Node) => Node
  buildOrderedMarker: (
    this: DocMeasure,
    item: Node,
    counter: number,
    styles: StyleStack,
    type: string,
    separator: unknown,
  ) => object
}

export interface PageWriter {
  /** How deep in blocks that must not be parted; such a block is laid out apart first. */
  readonly transactionLevel: number
  addFragment: (this: PageWriter, ...block: readonly unknown[]) => unknown
  commitUnbreakableBlock: (this: PageWriter, x?: number, y?: number) => void
  readonly context: () => Context
  readonly addLine: (line: Line, keepPosition: boolean) => void
  readonly addVector: (
    vector: Vector,
    ignoreX?: boolean,
    ignoreY?: boolean,
    index?: number | null,
    page?: number | null,
  ) => void
  readonly addListener: (event: 'lineAdded', listener: (line: Line) => void) => void
  readonly removeListener: (event: 'lineAdded', listener: (line: Line) => void) => void
}

export interface TableProcessor {
  readonly tableNode: Node
  readonly layout: {
    readonly hLineWidth: (row: number, node: Node) => number
    readonly hLineColor: (row: number, node: Node, column: number) => string
    readonly hLineStyle: (row: number, node: Node) => Pick<Vector, 'dash'> | null
  }
  /** By column, and one more for the right edge. */
  readonly rowSpanData: readonly { readonly left: number; readonly rowSpan: number }[]
  drawHorizontalLine: (
    this: TableProcessor,
    row: number,
    writer: PageWriter,
    y?: number,
    moveDown?: boolean,
    page?: number | null,
  ) => void
}

/** A stretch of a text between two places where a line may break. */
export interface BrokenWord {
  readonly text: string
  readonly lineEnd?: boolean
}

export interface LayoutBuilder {
  readonly writer: PageWriter
  readonly pageSize: { readonly width: number }
  readonly pageMargins: PageSides
  layoutDocument: (this: LayoutBuilder, ...args: readonly unknown[]) => Page[]
  processNode: (this: LayoutBuilder, node: Node, aligned?: boolean) => void
  buildNextLine: (this: LayoutBuilder, node: Node) => Line | null
  processList: (this: LayoutBuilder, ordered: boolean, node: Node) => void
}

/** Margins of the sheet; pdfmake keeps the object as it is given. */
export interface PageSides {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Set by the layer: how far even pages are moved to the right. */
  readonly evenShift?: number
}

/** What stands on a laid out page; other kinds of entry have no place of their own. */
export interface Page {
  readonly items: (
    | { readonly type: 'line'; item: Line }
    | { readonly type: 'vector'; item: Vector }
    | { readonly type: 'beginClip'; item: Rectangle }
    | { readonly type: 'endClip' }
  )[]
}

/** A column of a table, or a node that stands in a row of columns. */
export interface Column {
  readonly width?: unknown
  _calcWidth?: number
}

interface ColumnCalculator {
  buildColumnWidths: (
    columns: readonly Column[],
    available: number,
    offsets?: number,
    node?: Node,
  ) => void
  readonly isStarColumn: (column: Column) => boolean
  readonly isAutoColumn: (column: Column) => boolean
}

interface PrinterClass {
  new (
    fonts: object,
    files: object,
    urls: object,
    localAccess: (path: string) => boolean,
  ): { readonly createPdfKitDocument: (definition: object) => Promise<PdfDocument> }
}

interface Patchable<T> {
  readonly prototype: T
}

interface Module<T> {
  readonly default: T
}

leaveOutModules(load.resolve('pdfmake/js/Printer.js'))

export const internals = {
  textInlines: (load('pdfmake/js/TextInlines.js') as Module<Patchable<TextInlines>>).default
    .prototype,
  elementWriter: (load('pdfmake/js/ElementWriter.js') as Module<Patchable<ElementWriter>>).default
    .prototype,
  pageWriter: (load('pdfmake/js/PageElementWriter.js') as Module<Patchable<PageWriter>>).default
    .prototype,
  renderer: (load('pdfmake/js/Renderer.js') as Module<Patchable<Renderer>>).default.prototype,
  document: (load('pdfmake/js/PDFDocument.js') as Module<Patchable<PdfDocument>>).default.prototype,
  preprocessor: (load('pdfmake/js/DocPreprocessor.js') as Module<Patchable<DocPreprocessor>>)
    .default.prototype,
  measure: (load('pdfmake/js/DocMeasure.js') as Module<Patchable<DocMeasure>>).default.prototype,
  layout: (load('pdfmake/js/LayoutBuilder.js') as Module<Patchable<LayoutBuilder>>).default
    .prototype,
  tableProcessor: (load('pdfmake/js/TableProcessor.js') as Module<Patchable<TableProcessor>>)
    .default.prototype,
  TextBreaker: (
    load('pdfmake/js/TextBreaker.js') as Module<
      new () => {
        readonly getBreaks: (texts: readonly string[], styles: object | null) => BrokenWord[]
      }
    >
  ).default,
  columnCalculator: (load('pdfmake/js/columnCalculator.js') as Module<ColumnCalculator>).default,
  Printer: (load('pdfmake/js/Printer.js') as Module<PrinterClass>).default,
  Line: (load('pdfmake/js/Line.js') as Module<new (width: number) => Line>).default,
  TextDecorator: (
    load('pdfmake/js/TextDecorator.js') as Module<
      new (document: PdfDocument) => {
        readonly drawBackground: (line: Line, x: number, y: number) => void
        readonly drawDecorations: (line: Line, x: number, y: number) => void
      }
    >
  ).default,
  StyleContextStack: (
    load('pdfmake/js/StyleContextStack.js') as Module<
      Patchable<StyleStack> & {
        getStyleProperty: (
          item: Readonly<Record<string, unknown>>,
          styles: StyleStack | undefined,
          name: string,
          otherwise: unknown,
        ) => unknown
      }
    >
  ).default,
}
