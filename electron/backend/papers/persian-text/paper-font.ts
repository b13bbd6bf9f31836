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

export interface ParsedFont {
  readonly unitsPerEm: number
  readonly postscriptName: string
  readonly layout: (
    text: string,
    features: undefined,
    script: string,
    language: string | undefined,
    direction: Direction,
  ) => { readonly glyphs: readonly LaidGlyph[]; readonly positions: readonly GlyphPosition[] }
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

/** The glyphs of a font that one document uses; filled anew by each `encode`. */
export interface Subset {
  readonly glyphs: number[]
  readonly includeGlyph: (id: number) => number
  readonly glyf: Uint8Array[]
  readonly loca: { readonly offsets: number[] }
  readonly hmtx: { readonly metrics: object[] }
  offset: number
  _addGlyph: (this: Subset, id: number) => number
}

/** A font inside one document; its subset grows as glyphs are drawn. */
export interface DocumentFont {
  readonly id: string
  readonly font: ParsedFont
  readonly subset: Subset
  readonly unicode: (readonly number[])[]
  readonly widths: number[]
  readonly ascender: number
  readonly ref: () => object
  readonly lineHeight: (size: number) => number
  readonly constructor: unknown
  widthOfString: (text: string, size: number) => number
}

/** A document font with the layer's shaper and its map from (glyph, text) to hexadecimal glyph code. */
export interface PaperFont extends DocumentFont {
  readonly shaper: Shaper
  readonly codes: Map<string, string>
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
}

/** A parsed font with what has been learnt of it; shared by all documents of the process. */
export interface Shaper {
  readonly font: ParsedFont
  /** From font units to 1/1000 em. */
  readonly scale: number
  readonly spaceId: number
  /** 1/1000 em. */
  readonly spaceWidth: number
  readonly rtl: Map<string, ShapedWord>
  readonly ltr: Map<string, ShapedWord>
  readonly covered: Map<number, boolean>
  /** Glyph id → its outline and metrics as the font file has them, for the subsets of documents. */
  readonly outlines: Map<number, { readonly outline: Uint8Array; readonly metrics: object }>
}
