import { readFileSync } from 'node:fs'
import { commonGlyphsOf } from './common-glyphs.ts'
import { embedSubset, encodeSubset } from './font-embedding.ts'
import type { EncodedSubset } from './font-embedding.ts'
import { fontProgramOf } from './font-program.ts'
import type { FontProgram } from './font-program.ts'
import { learntShapesOf } from './learnt-shapes.ts'
import { PaperFault } from './paper-fault.ts'
import { internals } from './pdfmake.internals.ts'
import type { DocumentFont, PaperFont, ParsedFont, Shaper, SubsetGlyph } from './paper-font.ts'
import type { PdfDocument } from './pdfmake.internals.ts'
import { shaperOf, widthOf } from './shaping.ts'

type FontClass = new (document: PdfDocument, font: ParsedFont, id: string) => DocumentFont

/** What is known of a font file; parsing one takes longer than drawing a paper. */
interface Face {
  readonly shaper: Shaper
  readonly FontClass: FontClass
  readonly program: FontProgram
  readonly glyphs: readonly SubsetGlyph[]
  readonly ids: readonly number[]
  readonly codes: ReadonlyMap<string, string>
  /** 1/1000 em, of words with the spaces beside them. */
  readonly widths: Map<string, number>
  /** Made when the first document with this font ends. */
  encoded?: EncodedSubset
}

const WIDTHS_KEPT = 5000
const faces = new Map<string, Face>()

/** The key and the code of a glyph in the subset of a document. */
export const glyphKey = (id: number, text: readonly number[]): string => `${id}:${text.join()}`
export const glyphCode = (place: number): string => place.toString(16).padStart(4, '0')

function faceOf(document: PdfDocument, file: string, family: string, weight: string) {
  const bytes = readFileSync(file)
  const font = document.font(bytes)._font
  const program = fontProgramOf(bytes)
  if (!program) throw new PaperFault({ fault: 'font', font: family, weight })
  const shaper = shaperOf(font.font, learntShapesOf(file, bytes))
  const glyphs = commonGlyphsOf(shaper, weight !== 'normal')
  const face: Face = {
    shaper,
    FontClass: font.constructor as FontClass,
    program,
    glyphs,
    ids: glyphs.map(({ id }) => id),
    widths: new Map(),
    codes: new Map(glyphs.map(({ id, text }, place) => [glyphKey(id, text), glyphCode(place)])),
  }
  return { font, face }
}

function knownWidth({ shaper, widths }: Face, text: string): number {
  const known = widths.get(text)
  if (known !== undefined) return known
  if (widths.size >= WIDTHS_KEPT) widths.clear()
  const width = widthOf(shaper, text)
  widths.set(text, width)
  return width
}

function embed(document: PdfDocument, face: Face, font: PaperFont): void {
  const { program, glyphs } = face
  if (font.ownGlyphs.length > 0) {
    const all = [...glyphs, ...font.ownGlyphs]
    embedSubset(document, font, encodeSubset(program, all, false))
    return
  }
  face.encoded ??= encodeSubset(program, glyphs, true)
  embedSubset(document, font, face.encoded)
}

function documentFont(
  document: PdfDocument,
  file: string,
  family: string,
  weight: string,
): { font: DocumentFont; face: Face } {
  const known = faces.get(file)
  if (known) {
    document._fontCount++
    const font = new known.FontClass(document, known.shaper.font, `F${document._fontCount}`)
    document._fontFamilies[font.id] = font
    return { font, face: known }
  }
  const fresh = faceOf(document, file, family, weight)
  faces.set(file, fresh.face)
  return fresh
}

/** Words drawn so far in the font of a file, by direction; none before it is used. */
export function wordsDrawnIn(file: string): Readonly<Record<'rtl' | 'ltr', readonly string[]>> {
  const shaper = faces.get(file)?.shaper
  return { rtl: [...(shaper?.rtl.keys() ?? [])], ltr: [...(shaper?.ltr.keys() ?? [])] }
}

/** Fonts come from the files the renderer named and are parsed once in a process or worker. */
export function provideParsedFonts(): void {
  internals.document.provideFont = function (family, bold, italics) {
    const weight = this.getFontType(bold, italics)
    const known = (this.fontCache[family] ??= {})
    const cached = known[weight]
    if (cached) return cached
    const file = this.getFontFile(family, bold, italics)
    if (file === null) throw new PaperFault({ fault: 'font', font: family, weight })
    const { font, face } = documentFont(this, file, family, weight)
    font.subset.glyphs.splice(0, Infinity, ...face.ids)
    const paperFont: PaperFont = Object.assign(font, {
      shaper: face.shaper,
      common: face.codes,
      own: new Map<string, string>(),
      ownGlyphs: [],
    })
    paperFont.embed = () => embed(this, face, paperFont)
    paperFont.widthOfString = (text, size) => (knownWidth(face, text) * size) / 1000
    known[weight] = paperFont
    return paperFont
  }
}
