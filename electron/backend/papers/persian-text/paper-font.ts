import type { Direction } from './bidi-levels.ts'

/** A glyph as fontkit lays it out, in font units. */
export interface LaidGlyph {
  readonly id: number
  readonly advanceWidth: number
  readonly codePoints: readonly number[]
}

export interface GlyphPosition {
  readonly xAdvance: number
  readonly xOffset: number
  readonly yOffset: number
}

/** What a font's tables make of a text: glyphs in visual order and where they stand. */
export interface LaidOut {
  readonly glyphs: readonly LaidGlyph[]
  readonly positions: readonly GlyphPosition[]
}

/** Shapes known beforehand; answers nothing for a text that is not among them. */
export type LearntShapes = (text: string, rtl: boolean) => LaidOut | undefined

export interface ParsedFont {
  readonly unitsPerEm: number
  readonly capHeight: number
  readonly xHeight: number
  readonly bbox: Readonly<Record<'minX' | 'minY' | 'maxX' | 'maxY', number>>
  readonly postscriptName: string
  readonly layout: (
    text: string,
    features: undefined,
    script: string,
    language: string | undefined,
    direction: Direction,
  ) => LaidOut
  readonly glyphForCodePoint: (codePoint: number) => LaidGlyph
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean
  readonly _glyphs: Record<number, FontGlyph | undefined>
  getGlyph: (this: ParsedFont, id: number, codePoints?: readonly number[]) => FontGlyph
}

export interface FontGlyph extends LaidGlyph {
  readonly path: { readonly commands: readonly OutlineStep[] }
}

/** A step of a glyph's outline in font units, y upwards. */
export interface OutlineStep {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
  readonly args: readonly number[]
}

/** A font inside one document. */
export interface DocumentFont {
  readonly id: string
  readonly font: ParsedFont
  /** Ids in the font file, by the codes that the document uses. */
  readonly subset: { readonly glyphs: number[] }
  /** From font units to 1/1000 em. */
  readonly scale: number
  readonly ascender: number
  readonly descender: number
  readonly ref: () => PdfObject
  embed: () => void
  readonly lineHeight: (size: number) => number
  readonly constructor: unknown
  widthOfString: (text: string, size: number) => number
}

/** A document font with the layer's shaper and the glyphs that the document needs of it. */
export interface PaperFont extends DocumentFont {
  readonly shaper: Shaper
  /** Hexadecimal codes of the glyphs that every paper has, by glyph and text. */
  readonly common: ReadonlyMap<string, string>
  /** Codes of the glyphs that only this document has. */
  readonly own: Map<string, string>
  readonly ownGlyphs: SubsetGlyph[]
}

/** One glyph of a subset: its id in the font file, the text it stands for, its width in 1/1000 em. */
export interface SubsetGlyph {
  readonly id: number
  readonly text: readonly number[]
  readonly width: number
}

/** An object of a file being written. */
export interface PdfObject {
  data: Record<string, unknown>
  compress: boolean
  readonly write: (stream: Uint8Array) => void
  readonly end: (stream?: Uint8Array) => void
}

/** Glyphs of one word in visual order; lengths in 1/1000 em. */
export interface ShapedWord {
  readonly ids: readonly number[]
  readonly codePoints: readonly (readonly number[])[]
  /** Advance after kerning and positioning. */
  readonly advances: readonly number[]
  /** The glyph's own advance, as the font states it. */
  readonly naturals: readonly number[]
  readonly shiftsX: readonly number[]
  readonly shiftsY: readonly number[]
  readonly width: number
  /** Kept by the drawing: the word as members of an array, null when its places depend on its size. */
  members?: string | null
}

/** A parsed font with what has been learnt of it; shared by all documents of the process. */
export interface Shaper {
  readonly font: ParsedFont
  readonly learnt: LearntShapes
  /** From font units to 1/1000 em. */
  readonly scale: number
  readonly spaceId: number
  /** 1/1000 em. */
  readonly spaceWidth: number
  readonly rtl: Map<string, ShapedWord>
  readonly ltr: Map<string, ShapedWord>
  readonly covered: Map<number, boolean>
}
