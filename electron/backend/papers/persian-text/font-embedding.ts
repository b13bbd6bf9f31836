import { constants, deflateSync } from 'node:zlib'
import type { FontProgram } from './font-program.ts'
import type { PaperFont, SubsetGlyph } from './paper-font.ts'
import type { PdfDocument } from './pdfmake.internals.ts'

/** What a subset looks like in a file: the font program, its glyphs' texts and widths. */
export interface EncodedSubset {
  readonly program: Uint8Array
  /** Bytes of the program before it was packed. */
  readonly programLength: number
  readonly texts: Uint8Array
  /** As the file has them. */
  readonly widths: PdfText
  readonly italicAngle: number
}

/** A value that pdfkit writes as it is: what is no plain object is turned into a string. */
interface PdfText {
  readonly [Symbol.toStringTag]: string
  readonly toString: () => string
}

const pdfText = (text: string): PdfText => ({
  [Symbol.toStringTag]: 'PdfText',
  toString: () => text,
})

const BLOCK = 100
const FAMILY_TAG = 'BAJEH'

const hex = (value: number): string => value.toString(16).padStart(4, '0')

/** UTF-16 as a PDF reader wants it; a mark whose text its base carries has none. */
function utf16(text: readonly number[]): string {
  const units = String.fromCodePoint(...text)
  return Array.from({ length: units.length }, (_, i) => hex(units.charCodeAt(i))).join('')
}

/** The table from codes to text by which readers copy and search. */
function textTable(texts: readonly (readonly number[])[]): string {
  const blocks: string[] = []
  for (let from = 0; from < texts.length; from += BLOCK) {
    const rows = texts.slice(from, from + BLOCK)
    blocks.push(
      `${rows.length} beginbfchar`,
      ...rows.map((text, i) => `<${hex(from + i)}> <${utf16(text)}>`),
      'endbfchar',
    )
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}

/** Packs a subset; `once` spends time on a smaller result that serves every paper. */
export function encodeSubset(
  font: FontProgram,
  glyphs: readonly SubsetGlyph[],
  once: boolean,
): EncodedSubset {
  const level = once ? constants.Z_BEST_COMPRESSION : constants.Z_BEST_SPEED
  const program = font.withGlyphs(glyphs.map(({ id }) => id))
  const texts = Buffer.from(textTable(glyphs.map(({ text }) => text)), 'latin1')
  return {
    program: deflateSync(program, { level }),
    programLength: program.length,
    texts: deflateSync(texts, { level }),
    widths: pdfText(`[0 [${glyphs.map(({ width }) => Math.round(width * 10) / 10).join(' ')}]]`),
    italicAngle: font.italicAngle,
  }
}

/** Writes the objects of one font of a document. */
export function embedSubset(document: PdfDocument, font: PaperFont, subset: EncodedSubset): void {
  const { scale, font: parsed } = font
  const { bbox } = parsed
  const program = document.ref({ Filter: 'FlateDecode', Length1: subset.programLength })
  program.end(subset.program)
  const texts = document.ref({ Filter: 'FlateDecode' })
  texts.end(subset.texts)
  const number = Number(font.id.slice(1)) - 1
  const name = `${FAMILY_TAG}${String.fromCharCode(65 + (number % 26))}+${parsed.postscriptName}`
  const descriptor = document.ref({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4,
    FontBBox: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map((side) => side * scale),
    ItalicAngle: subset.italicAngle,
    Ascent: font.ascender,
    Descent: font.descender,
    CapHeight: parsed.capHeight * scale,
    XHeight: parsed.xHeight * scale,
    StemV: 0,
    FontFile2: program,
  })
  descriptor.end()
  const descendant = document.ref({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: {
      Registry: Buffer.from('Adobe'),
      Ordering: Buffer.from('Identity'),
      Supplement: 0,
    },
    FontDescriptor: descriptor,
    W: subset.widths,
    CIDToGIDMap: 'Identity',
  })
  descendant.end()
  const dictionary = font.ref()
  dictionary.data = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: texts,
  }
  dictionary.end()
}
