import { glyphCode, glyphKey } from './document-fonts.ts'
import { internals } from './pdfmake.internals.ts'
import type { PaperFont, ShapedWord } from './paper-font.ts'
import type { Inline, OrderedInline } from './pdfmake.internals.ts'

const SUPERSCRIPT = 0.75
const SUBSCRIPT = 0.35

const number = (value: number): string => String(Math.round(value * 1000) / 1000)

/** One subset glyph per pair (glyph, text), so that copied text is exact even for shared outlines. */
function codeOf(font: PaperFont, id: number, text: readonly number[], natural: number): string {
  const key = glyphKey(id, text)
  const known = font.common.get(key) ?? font.own.get(key)
  if (known !== undefined) return known
  const code = glyphCode(font.subset.glyphs.length)
  font.subset.glyphs.push(id)
  font.ownGlyphs.push({ id, text, width: natural })
  font.own.set(key, code)
  return code
}

/** Writes the text operators of one run; the pen moves from its left end along the baseline. */
class RunPen {
  private readonly out: string[]
  private readonly font: PaperFont
  private readonly scale: number
  private readonly y: number
  private cursor: number
  private codes = ''
  private array = ''

  constructor(font: PaperFont, fontSize: number, x: number, y: number) {
    this.font = font
    this.scale = fontSize / 1000
    this.cursor = x
    this.y = y
    this.out = ['BT', `/${font.id} ${number(fontSize)} Tf`, this.place(x, y)]
  }

  word(word: ShapedWord): void {
    word.ids.forEach((id, i) => {
      const natural = word.naturals[i] ?? 0
      const advance = word.advances[i] ?? natural
      const code = codeOf(this.font, id, word.codePoints[i] ?? [], natural)
      const shiftX = word.shiftsX[i] ?? 0
      const shiftY = word.shiftsY[i] ?? 0
      if (shiftX !== 0 || shiftY !== 0) {
        this.mark(code, shiftX, shiftY, advance)
        return
      }
      this.codes += code
      this.adjust(natural - advance)
      this.cursor += advance * this.scale
    })
  }

  space(extra: number): void {
    const { spaceId, spaceWidth } = this.font.shaper
    this.codes += codeOf(this.font, spaceId, [32], spaceWidth)
    this.adjust(-extra / this.scale)
    this.cursor += spaceWidth * this.scale + extra
  }

  end(): string {
    this.endArray()
    this.out.push('ET')
    return this.out.join('\n')
  }

  /** A mark is drawn at a place of its own, after which the pen returns to the line. */
  private mark(code: string, shiftX: number, shiftY: number, advance: number): void {
    this.endArray()
    const x = this.cursor + shiftX * this.scale
    this.out.push(`${this.place(x, this.y - shiftY * this.scale)} <${code}> Tj`)
    this.cursor += advance * this.scale
    this.out.push(this.place(this.cursor, this.y))
  }

  private adjust(back: number): void {
    if (Math.abs(back) <= 0.01) return
    this.endCodes()
    this.array += number(back)
  }

  private endCodes(): void {
    if (this.codes) this.array += `<${this.codes}>`
    this.codes = ''
  }

  private endArray(): void {
    this.endCodes()
    if (this.array) this.out.push(`[${this.array}] TJ`)
    this.array = ''
  }

  // pdfmake's page has y downwards; glyphs are turned back upright.
  private place(x: number, y: number): string {
    return `1 0 0 -1 ${number(x)} ${number(y)} Tm`
  }
}

function operatorsOf(inline: OrderedInline, x: number, y: number): string {
  const pen = new RunPen(inline.font, inline.fontSize, x, y)
  for (const token of inline.tokens) {
    if (token) pen.word(token)
    else pen.space(inline.spaceExtra)
  }
  return pen.end()
}

function baselineOf(inline: OrderedInline, baseline: number): number {
  if (inline.sup) return baseline - inline.fontSize * SUPERSCRIPT
  return inline.sub ? baseline + inline.fontSize * SUBSCRIPT : baseline
}

/** Lines are drawn glyph by glyph where the layer put them, never as strings. */
export function drawGlyphs(): void {
  const { renderer, TextDecorator } = internals
  renderer.renderLine = function (line, x = 0, y = 0) {
    if (!line.ordered) throw new Error('a line reached the page without being ordered')
    if (line.ordered.length === 0) return
    const document = this.pdfDocument
    const decorator = new TextDecorator(document)
    decorator.drawBackground(line, x, y)
    const baseline = y + line.getAscenderHeight()
    let paint: Inline | undefined
    for (const inline of line.ordered) {
      document.page.fonts[inline.font.id] ??= inline.font.ref()
      if (paint?.opacity !== inline.opacity) document.opacity(inline.opacity)
      if (paint?.color !== inline.color) document.fillColor(inline.color ?? 'black')
      paint = inline
      document.addContent(operatorsOf(inline, x + inline.x, baselineOf(inline, baseline)))
    }
    decorator.drawDecorations(line, x, y)
  }
}
