import { internals } from './pdfmake.internals.ts'
import type { Vector } from './pdfmake.internals.ts'

const number = (value: number): string => String(Math.round(value * 1000) / 1000)

/** '#rrggbb' as three shares of one, for the operator RG. */
function shares(color: string | undefined): string | undefined {
  const parts = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color ?? '')
  return parts
    ?.slice(1)
    .map((part) => number(parseInt(part, 16) / 255))
    .join(' ')
}

function ruleOf(vector: Vector): string | undefined {
  const { x1, y1, x2, y2, lineWidth = 1, dash } = vector
  const color = shares(vector.lineColor)
  if (vector.type !== 'line' || color === undefined) return undefined
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined
  const broken = dash ? `[${number(dash.length)} ${number(dash.space ?? dash.length)}] 0 d ` : ''
  return (
    `q ${number(lineWidth)} w ${broken}${color} RG ` +
    `${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S Q`
  )
}

/** A paper has dozens of rules: each is one stretch of operators instead of a dozen settings. */
export function drawRulesPlainly(): void {
  const { renderer } = internals
  const { renderVector } = renderer
  renderer.renderVector = function (vector) {
    const rule = ruleOf(vector)
    if (rule === undefined) renderVector.call(this, vector)
    else this.pdfDocument.addContent(rule)
  }
}
