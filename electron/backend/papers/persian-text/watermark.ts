import { missingGlyph } from './paper-fault.ts'
import { internals } from './pdfmake.internals.ts'
import type { OutlineStep } from './paper-font.ts'
import type { Watermark } from './pdfmake.internals.ts'
import { findUncovered, shape } from './shaping.ts'

const number = (value: number): string => String(Math.round(value * 100) / 100)

type PlacePoint = (x: number, y: number) => string

/** PDF knows cubic curves only; a quadratic one has its control point two thirds of the way. */
function operatorsOf(steps: readonly OutlineStep[], at: PlacePoint): string[] {
  let fromX = 0
  let fromY = 0
  return steps.map(({ command, args }) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args
    const [startX, startY] = [fromX, fromY]
    fromX = args.at(-2) ?? fromX
    fromY = args.at(-1) ?? fromY
    switch (command) {
      case 'moveTo':
        return `${at(a, b)} m`
      case 'lineTo':
        return `${at(a, b)} l`
      case 'bezierCurveTo':
        return `${at(a, b)} ${at(c, d)} ${at(e, f)} c`
      case 'quadraticCurveTo': {
        const first = at(startX + ((a - startX) * 2) / 3, startY + ((b - startY) * 2) / 3)
        const second = at(c + ((a - c) * 2) / 3, d + ((b - d) * 2) / 3)
        return `${first} ${second} ${at(c, d)} c`
      }
      case 'closePath':
        return 'h'
    }
  })
}

/** The outlines of a right-to-left line centred on a point, as one path. */
function pathOf(watermark: Watermark, line: string, centreX: number, centreY: number): string {
  const { shaper } = watermark.font
  const uncovered = findUncovered(shaper, line)
  if (uncovered !== undefined) {
    throw missingGlyph(uncovered, shaper.font.postscriptName, 'watermark')
  }
  const scale = watermark.fontSize / 1000
  const words = line
    .split(' ')
    .reverse()
    .map((word) => shape(shaper, word, true))
  const gaps = (words.length - 1) * shaper.spaceWidth
  const length = words.reduce((sum, word) => sum + word.width, gaps) * scale
  const baseline = centreY + watermark.fontSize / 4
  const unit = shaper.scale * scale
  let cursor = centreX - length / 2
  const path: string[] = []
  for (const word of words) {
    word.ids.forEach((id, i) => {
      const left = cursor + (word.shiftsX[i] ?? 0) * scale
      const base = baseline - (word.shiftsY[i] ?? 0) * scale
      const at: PlacePoint = (x, y) => `${number(left + x * unit)} ${number(base - y * unit)}`
      path.push(...operatorsOf(shaper.font.getGlyph(id).path.commands, at))
      cursor += (word.advances[i] ?? 0) * scale
    })
    cursor += shaper.spaceWidth * scale
  }
  return path.join('\n')
}

/**
 * A watermark is drawn as outlines: it covers the sheet and must not mix into the text that readers
 * copy. What it says is also written once as text in the head of the paper. Each line of it gets a
 * band of the sheet of its own, so that both halves of a sheet to be cut carry one.
 */
export function drawWatermarks(): void {
  internals.renderer.renderWatermark = function ({ watermark }) {
    const document = this.pdfDocument
    const { width, height } = document.page
    const lines = watermark.text.split('\n')
    lines.forEach((line, i) => {
      const centreY = (height * (i + 0.5)) / lines.length
      document.save()
      document.fillColor(watermark.color)
      document.opacity(watermark.opacity)
      document.rotate(watermark.angle, { origin: [width / 2, centreY] })
      document.addContent(`${pathOf(watermark, line, width / 2, centreY)}\nf`)
      document.restore()
    })
  }
}
