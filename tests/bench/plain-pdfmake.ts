import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { PaperStatement } from '#core/certificates/paper.model.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'

/** pdfmake without the Persian layer: a message with a statement is answered with a PDF. */
interface Pdfmake {
  readonly setFonts: (fonts: object) => void
  readonly setLocalAccessPolicy: (allow: () => boolean) => void
  readonly createPdf: (definition: object) => { readonly getBuffer: () => Promise<Uint8Array> }
}

const pdfmake = createRequire(import.meta.url)('pdfmake') as Pdfmake
const font = (weight: string): string =>
  fileURLToPath(new URL(`../../resources/fonts/Vazirmatn-${weight}.ttf`, import.meta.url))

pdfmake.setFonts({ Vazirmatn: { normal: font('Regular'), bold: font('Bold') } })
pdfmake.setLocalAccessPolicy(() => true)

process.on('message', (statement: PaperStatement) => {
  const { style, ...definition } = definitionOf(statement)
  const defaultStyle = { ...style, font: 'Vazirmatn', alignment: 'right' }
  void pdfmake
    .createPdf({ ...definition, defaultStyle })
    .getBuffer()
    .then(
      (pdf) => process.send?.(new Uint8Array(pdf)),
      (cause: unknown) => {
        console.error(cause)
        process.exit(1)
      },
    )
})
