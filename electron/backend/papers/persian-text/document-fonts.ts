import { readFileSync } from 'node:fs'
import { PaperFault } from './paper-fault.ts'
import { internals } from './pdfmake.internals.ts'
import type { DocumentFont, PaperFont, ParsedFont, Shaper, Subset } from './paper-font.ts'
import type { PdfDocument } from './pdfmake.internals.ts'
import { shaperOf, widthOf } from './shaping.ts'

type FontClass = new (document: PdfDocument, font: ParsedFont, id: string) => DocumentFont

/** Parsed fonts by file: parsing one takes longer than drawing a paper. */
const parsed = new Map<string, { readonly shaper: Shaper; readonly FontClass: FontClass }>()

/** Adds a glyph's outline; a composite one is left to fontkit, which renumbers its parts. */
function addGlyphFrom(outlines: Shaper['outlines'], addGlyph: Subset['_addGlyph']) {
  return function (this: Subset, id: number): number {
    const known = outlines.get(id)
    if (known) {
      this.loca.offsets.push(this.offset)
      this.hmtx.metrics.push(known.metrics)
      this.offset += known.outline.length
      return this.glyf.push(known.outline) - 1
    }
    const glyphsBefore = this.glyphs.length
    const index = addGlyph.call(this, id)
    const outline = this.glyf[index]
    const metrics = this.hmtx.metrics.at(-1)
    const composite = outline !== undefined && outline.length > 1 && (outline[0] ?? 0) >= 0x80
    if (outline && metrics && !composite && this.glyphs.length === glyphsBefore) {
      outlines.set(id, { outline, metrics })
    }
    return index
  }
}

function documentFont(document: PdfDocument, file: string): DocumentFont {
  const known = parsed.get(file)
  if (known) {
    document._fontCount++
    const font = new known.FontClass(document, known.shaper.font, `F${document._fontCount}`)
    document._fontFamilies[font.id] = font
    return font
  }
  const font = document.font(readFileSync(file))._font
  parsed.set(file, { shaper: shaperOf(font.font), FontClass: font.constructor as FontClass })
  return font
}

/** Fonts come from the files the renderer named and are parsed once in a process or worker. */
export function provideParsedFonts(): void {
  internals.document.provideFont = function (family, bold, italics) {
    const weight = this.getFontType(bold, italics)
    const faces = (this.fontCache[family] ??= {})
    const known = faces[weight]
    if (known) return known
    const file = this.getFontFile(family, bold, italics)
    if (file === null) throw new PaperFault({ fault: 'font', font: family, weight })
    const font = documentFont(this, file)
    const shaper = parsed.get(file)?.shaper ?? shaperOf(font.font)
    const paperFont: PaperFont = Object.assign(font, { shaper, codes: new Map<string, string>() })
    font.subset._addGlyph = addGlyphFrom(shaper.outlines, font.subset._addGlyph)
    paperFont.widthOfString = (text, size) => (widthOf(shaper, text) * size) / 1000
    faces[weight] = paperFont
    return paperFont
  }
}
