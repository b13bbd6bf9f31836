import { internals } from './pdfmake.internals.ts'
import type { Vector } from './pdfmake.internals.ts'
import { qrMatrix } from './qr-matrix.ts'
import type { ErrorCorrection, QrMatrix } from './qr-matrix.ts'

const QUIET_ZONE = 4
/** Points; 2.2 pt are three pixels of a 100 dpi scan. */
const MODULE = 2.2

const number = (value: number): string => String(Math.round(value * 1000) / 1000)

/** Dark modules in module units; those of a row that touch are one rectangle without a hairline. */
function pathOf({ size, dark }: QrMatrix): string {
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!dark[y * size + x]) continue
      const from = x
      while (x + 1 < size && dark[y * size + x + 1]) x++
      path += `${from + QUIET_ZONE} ${y + QUIET_ZONE} ${x - from + 1} 1 re\n`
    }
  }
  return path
}

const isLevel = (level: unknown): level is ErrorCorrection =>
  level === 'L' || level === 'M' || level === 'Q' || level === 'H'

/** A QR code is one filled path with its quiet zone, its module size given in points. */
export function drawQrAsPath(): void {
  const { measure, renderer } = internals
  measure.measureQr = function (node) {
    const { qr, eccLevel, moduleSize } = node
    const side = typeof moduleSize === 'number' ? moduleSize : MODULE
    const matrix = qrMatrix(String(qr), isLevel(eccLevel) ? eccLevel : 'M')
    const size = (matrix.size + 2 * QUIET_ZONE) * side
    const ground: Vector = { type: 'rect', x: 0, y: 0, w: size, h: size, color: '#ffffff' }
    const code: Vector = { ...ground, color: '#000000', modules: { side, path: pathOf(matrix) } }
    const sides = ['_width', '_height', '_minWidth', '_maxWidth', '_minHeight', '_maxHeight']
    for (const name of sides) node[name] = size
    node._canvas = [ground, code]
    node._alignment = this.styleStack.getProperty('alignment') as string | undefined
    return node
  }

  const { renderVector } = renderer
  renderer.renderVector = function (vector) {
    if (!vector.modules) {
      renderVector.call(this, vector)
      return
    }
    const { side, path } = vector.modules
    const grid = `${number(side)} 0 0 ${number(side)} ${number(vector.x)} ${number(vector.y)} cm`
    this.pdfDocument.addContent(`q\n${grid}\n0 0 0 rg\n${path}f\nQ`)
  }
}
