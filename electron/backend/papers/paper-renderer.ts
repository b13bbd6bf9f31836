import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileOf } from './persian-text/page-content.ts'
import type { PaperDefinition } from './persian-text/paper-definition.ts'
import { PaperFault } from './persian-text/paper-fault.ts'
import { pageFrameOf } from './persian-text/page-margins.ts'
import { installPersianLayer } from './persian-text/persian-layer.ts'
import { internals } from './persian-text/pdfmake.internals.ts'
import { SYMBOL_FAMILY } from './persian-text/symbols.ts'

const FAMILY = 'Vazirmatn'
const WATERMARK_COLOR = '#8a1c1c'
const WATERMARK_OPACITY = 0.13

export type RenderPaper = (definition: PaperDefinition) => Promise<Uint8Array>

/** pdfmake asks here for addresses in a document; a paper has none, so there is nothing to fetch. */
const noAddresses = {
  resolve: (address: unknown): void => {
    if (typeof address === 'string' && /^https?:/i.test(address)) {
      throw new PaperFault({ fault: 'node', node: address })
    }
  },
  resolved: () => Promise.resolve(),
}
const noFiles = { existsSync: () => false }
const nothingLocal = () => false

function fontFilesIn(folder: string): Record<string, Record<string, string>> {
  const faces: Record<string, string> = {}
  for (const [weight, name] of [
    ['normal', 'Regular'],
    ['bold', 'Bold'],
  ] as const) {
    const file = join(folder, `${FAMILY}-${name}.ttf`)
    if (!existsSync(file)) throw new PaperFault({ fault: 'font', font: FAMILY, weight })
    faces[weight] = file
  }
  const symbols = join(folder, `${SYMBOL_FAMILY}.ttf`)
  if (!existsSync(symbols)) {
    throw new PaperFault({ fault: 'font', font: SYMBOL_FAMILY, weight: 'normal' })
  }
  return { [FAMILY]: faces, [SYMBOL_FAMILY]: { normal: symbols } }
}

/** pdfmake's own words for a definition; Persian has no italics, so none is defined. */
function pdfmakeDefinition(definition: PaperDefinition): object {
  const { style, info, watermark, ...rest } = definition
  return {
    ...rest,
    ...pageFrameOf(definition),
    version: '1.7',
    language: 'fa-IR',
    displayTitle: true,
    info: { ...info, creator: 'Bajeh', producer: 'Bajeh' },
    defaultStyle: { alignment: 'start', fontSize: 10, color: '#000000', ...style, font: FAMILY },
    ...(watermark && {
      watermark: { ...watermark, bold: true, color: WATERMARK_COLOR, opacity: WATERMARK_OPACITY },
    }),
  }
}

/**
 * The only way to a PDF. `fontsFolder` holds Vazirmatn-Regular.ttf, Vazirmatn-Bold.ttf and
 * PaperSymbols.ttf; a missing one is refused here. Neither files nor addresses are read while a paper is drawn.
 *
 * @refuses a character without a glyph, an unknown weight, pictures, attachments, foreign links (PaperFault)
 */
export function createPaperRenderer({ fontsFolder }: { fontsFolder: string }): RenderPaper {
  installPersianLayer()
  const fonts = fontFilesIn(fontsFolder)
  const printer = new internals.Printer(fonts, noFiles, noAddresses, nothingLocal)
  return async (definition) =>
    fileOf(await printer.createPdfKitDocument(pdfmakeDefinition(definition)))
}
