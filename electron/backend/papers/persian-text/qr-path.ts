import { internals } from './pdfmake.internals.ts'
import type { Rectangle, Vector } from './pdfmake.internals.ts'

/** Side of a module as pdfmake's encoder draws it before we scale. */
const ENCODER_MODULE = 5
const QUIET_ZONE = 4
/** Points; 2.2 pt are three pixels of a 100 dpi scan. */
const MODULE = 2.2

const number = (value: number): string => String(Math.round(value * 1000) / 1000)

/** Modules of a row that touch become one rectangle, so that no hairline shows between them. */
function joinModules(modules: readonly Vector[], side: number): Rectangle[] {
  const scale = side / ENCODER_MODULE
  const joined: { x: number; y: number; w: number; h: number }[] = []
  for (const { x, y } of modules) {
    const own = {
      x: x * scale + QUIET_ZONE * side,
      y: y * scale + QUIET_ZONE * side,
      w: side,
      h: side,
    }
    const last = joined.at(-1)
    if (last?.y === own.y && Math.abs(last.x + last.w - own.x) < 1e-6) last.w += side
    else joined.push(own)
  }
  return joined
}

/** A QR code is one filled path with its quiet zone, its module size given in points. */
export function drawQrAsPath(): void {
  const { measure, renderer } = internals
  const { measureQr } = measure
  measure.measureQr = function (node) {
    const side = typeof node['moduleSize'] === 'number' ? node['moduleSize'] : MODULE
    const measured = measureQr.call(this, node)
    const [ground, ...modules] = measured._canvas ?? []
    const size = ((ground?.w ?? 0) / ENCODER_MODULE + 2 * QUIET_ZONE) * side
    const code: Vector = {
      type: 'rect',
      x: 0,
      y: 0,
      w: size,
      h: size,
      color: '#000000',
      modules: joinModules(modules, side),
    }
    const sides = ['_width', '_height', '_minWidth', '_maxWidth', '_minHeight', '_maxHeight']
    for (const name of sides) measured[name] = size
    measured._canvas = [{ type: 'rect', x: 0, y: 0, w: size, h: size, color: '#ffffff' }, code]
    return measured
  }

  const { renderVector } = renderer
  renderer.renderVector = function (vector) {
    if (!vector.modules) {
      renderVector.call(this, vector)
      return
    }
    const document = this.pdfDocument
    const path = vector.modules.map(
      ({ x, y, w, h }) =>
        `${number(vector.x + x)} ${number(vector.y + y)} ${number(w)} ${number(h)} re`,
    )
    document.save()
    document.opacity(1)
    document.fillColor(vector.color ?? '#000000')
    document.addContent(`${path.join('\n')}\nf`)
    document.restore()
  }
}
