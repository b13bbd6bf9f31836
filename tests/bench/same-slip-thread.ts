import { createRequire } from 'node:module'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import { slipOf } from './many-slips.ts'

/**
 * Draws the program's slips, the same texts and rules, the way of the proof of concept: a message with
 * a count is answered with seconds.
 */
interface Pdfmake {
  readonly setFonts: (fonts: object) => void
  readonly setLocalAccessPolicy: (policy: () => boolean) => void
  readonly setUrlAccessPolicy: (policy: () => boolean) => void
  readonly createPdf: (definition: object) => { readonly getBuffer: () => Promise<Uint8Array> }
}

const load = createRequire(new URL('baseline/slips.cjs', import.meta.url))
load('./fa-pdfmake.cjs')
load('./fa-qr.cjs')
const { fonts } = load('./docdef.cjs') as { readonly fonts: object }
const pdfmake = load('pdfmake') as Pdfmake
pdfmake.setFonts(fonts)
pdfmake.setLocalAccessPolicy(() => true)
pdfmake.setUrlAccessPolicy(() => false)

/** pdfmake's own codes are measured by their whole side. */
function sizeCodes(node: unknown): void {
  if (typeof node !== 'object' || node === null) return
  if ('moduleSize' in node && 'version' in node) {
    Object.assign(node, { fit: Number(node.moduleSize) * (4 * Number(node.version) + 17) })
  }
  for (const inner of Object.values(node)) sizeCodes(inner)
}

function definition(i: number): object {
  const { style, content, ...rest } = definitionOf(slipOf(i))
  sizeCodes(content)
  return { ...rest, content, defaultStyle: { alignment: 'start', ...style, font: 'Vazirmatn' } }
}

let drawn = 0
async function drawMany(count: number): Promise<void> {
  const from = performance.now()
  for (let i = 0; i < count; i++) await pdfmake.createPdf(definition(drawn++)).getBuffer()
  process.send?.((performance.now() - from) / 1000)
}

process.on('message', (count: number) => void drawMany(count))
