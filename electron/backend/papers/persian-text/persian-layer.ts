import { keepColumnsOnTheSheet } from './column-widths.ts'
import { writeArchiveFiles } from './archive-file.ts'
import { provideParsedFonts } from './document-fonts.ts'
import { drawGlyphs } from './glyph-drawing.ts'
import { breakLinesBetweenWords } from './line-breaking.ts'
import { orderLines } from './line-order.ts'
import { markLists } from './lists.ts'
import { mirrorLayout } from './mirrored-layout.ts'
import { mirrorEvenPages } from './page-margins.ts'
import { writePagesWhole } from './page-content.ts'
import { resolveParagraphs } from './paragraphs.ts'
import { drawQrAsPath } from './qr-path.ts'
import { drawRulesPlainly } from './rules.ts'
import { lookUpStylesPlainly } from './style-lookup.ts'
import { drawRowRulesWhole } from './table-rules.ts'
import { drawWatermarks } from './watermark.ts'
import { keepBlocksWhole } from './whole-blocks.ts'

let installed = false

/**
 * Puts Persian into pdfmake, once in a process or worker. pdfmake 0.3.11 joins letters but reverses
 * words and the digits of amounts; every line it lays out passes through these seams instead.
 */
export function installPersianLayer(): void {
  if (installed) return
  installed = true
  lookUpStylesPlainly()
  provideParsedFonts()
  writePagesWhole()
  writeArchiveFiles()
  resolveParagraphs()
  breakLinesBetweenWords()
  orderLines()
  drawGlyphs()
  mirrorLayout()
  markLists()
  keepColumnsOnTheSheet()
  mirrorEvenPages()
  keepBlocksWhole()
  drawQrAsPath()
  drawRulesPlainly()
  drawRowRulesWhole()
  drawWatermarks()
}
