import { internals } from './pdfmake.internals.ts'
import type { Vector } from './pdfmake.internals.ts'

const number = (value: number): string => String(Math.round(value * 1000) / 1000)

const known = new Map<string, string | undefined>()

/** '#rrggbb' as three shares of one, for the operators RG and rg; nothing for other notations. */
function shares(color: string | undefined): string | undefined {
  if (color === undefined) return undefined
  if (!known.has(color)) {
    const parts = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color)
    const own = parts?.slice(1).map((part) => number(parseInt(part, 16) / 255))
    known.set(color, own?.join(' '))
  }
  return known.get(color)
}

/**
 * The operator that fills with a colour written '#rrggbb'; black when there is none.
 *
 * @refuses names of colours and other notations, which no template uses
 */
export function fillOf(color: string | null): string {
  const own = shares(color ?? '#000000')
  if (own === undefined) throw new Error(`a colour is written #rrggbb, not ${String(color)}`)
  return `${own} rg`
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

function groundOf({ type, x, y, w, h, r, color, lineColor, modules }: Vector): string | undefined {
  const fill = shares(color)
  if (type !== 'rect' || fill === undefined || lineColor !== undefined || modules) return undefined
  if (r !== undefined || w === undefined || h === undefined) return undefined
  return `q ${fill} rg ${number(x)} ${number(y)} ${number(w)} ${number(h)} re f Q`
}

/** Filled shapes with corners, as in the emblem. */
function polygonOf({ type, points = [], color, lineColor }: Vector): string | undefined {
  const fill = shares(color)
  if (type !== 'polyline' || fill === undefined || lineColor !== undefined) return undefined
  const [first, ...others] = points
  if (!first) return undefined
  const sides = others.map(({ x, y }) => `${number(x)} ${number(y)} l`).join(' ')
  return `q ${fill} rg ${number(first.x)} ${number(first.y)} m ${sides} h f Q`
}

/** A paper has dozens of rules, grounds and shapes: each is one stretch of operators, not a dozen settings. */
export function drawRulesPlainly(): void {
  const { renderer } = internals
  const { renderVector } = renderer
  renderer.renderVector = function (vector) {
    const rule = ruleOf(vector) ?? groundOf(vector) ?? polygonOf(vector)
    if (rule === undefined) renderVector.call(this, vector)
    else this.pdfDocument.addContent(rule)
  }
}
