import { glyphCode, glyphKey } from './document-fonts.ts'
import { internals } from './pdfmake.internals.ts'
import { fillOf } from './rules.ts'
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

const NOTHING = 0.01

/** How far the pen goes back after a glyph, in 1/1000 em, as a member of an array. */
const adjustment = (back: number): string => (Math.abs(back) <= NOTHING ? '' : number(back))

/** A word as members of an array; null for a word with marks, whose places depend on the size. */
function membersOf(font: PaperFont, word: ShapedWord): string | null {
  if (word.members !== undefined) return word.members
  if (word.ids.some((_, i) => word.shiftsX[i] !== 0 || word.shiftsY[i] !== 0)) {
    word.members = null
    return null
  }
  let isCommon = true
  let text = ''
  for (const [i, id] of word.ids.entries()) {
    const natural = word.naturals[i] ?? 0
    const glyphText = word.codePoints[i] ?? []
    if (!font.common.has(glyphKey(id, glyphText))) isCommon = false
    text += `<${codeOf(font, id, glyphText, natural)}>`
    text += adjustment(natural - (word.advances[i] ?? natural))
  }
  if (isCommon) word.members = text // good for every paper
  return text
}

/** Writes the text operators of one run; the pen moves from its left end along the baseline. */
class RunPen {
  private readonly font: PaperFont
  private readonly scale: number
  private readonly y: number
  private readonly space: string
  private cursor: number
  private out: string
  private array = ''

  constructor({ font, fontSize, spaceExtra }: OrderedInline, x: number, y: number) {
    const { spaceId, spaceWidth } = font.shaper
    this.font = font
    this.scale = fontSize / 1000
    this.cursor = x
    this.y = y
    this.space = `<${codeOf(font, spaceId, [32], spaceWidth)}>${adjustment(-spaceExtra / this.scale)}`
    this.out = `BT\n/${font.id} ${number(fontSize)} Tf\n${this.place(x, y)}`
  }

  word(word: ShapedWord): void {
    const known = membersOf(this.font, word)
    if (known === null) this.marked(word)
    else {
      this.array += known
      this.cursor += word.width * this.scale
    }
  }

  gap(extra: number): void {
    this.array += this.space
    this.cursor += this.font.shaper.spaceWidth * this.scale + extra
  }

  end(): string {
    this.endArray()
    return `${this.out}\nET`
  }

  private marked(word: ShapedWord): void {
    word.ids.forEach((id, i) => {
      const natural = word.naturals[i] ?? 0
      const advance = word.advances[i] ?? natural
      const code = codeOf(this.font, id, word.codePoints[i] ?? [], natural)
      const shiftX = word.shiftsX[i] ?? 0
      const shiftY = word.shiftsY[i] ?? 0
      if (shiftX === 0 && shiftY === 0) {
        this.array += `<${code}>${adjustment(natural - advance)}`
        this.cursor += advance * this.scale
      } else this.mark(code, shiftX, shiftY, advance)
    })
  }

  /** A mark is drawn at a place of its own, after which the pen returns to the line. */
  private mark(code: string, shiftX: number, shiftY: number, advance: number): void {
    this.endArray()
    const x = this.cursor + shiftX * this.scale
    this.out += `\n${this.place(x, this.y - shiftY * this.scale)} <${code}> Tj`
    this.cursor += advance * this.scale
    this.out += `\n${this.place(this.cursor, this.y)}`
  }

  private endArray(): void {
    if (this.array) this.out += `\n[${this.array.replaceAll('><', '')}] TJ`
    this.array = ''
  }

  // pdfmake's page has y downwards; glyphs are turned back upright.
  private place(x: number, y: number): string {
    return `1 0 0 -1 ${number(x)} ${number(y)} Tm`
  }
}

function operatorsOf(inline: OrderedInline, x: number, y: number): string {
  const pen = new RunPen(inline, x, y)
  for (const token of inline.tokens) {
    if (token) pen.word(token)
    else pen.gap(inline.spaceExtra)
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
    const isDecorated = line.ordered.some(({ background, decoration }) => background ?? decoration)
    const decorator = isDecorated ? new TextDecorator(document) : undefined
    decorator?.drawBackground(line, x, y)
    const baseline = y + line.getAscenderHeight()
    let paint: Inline | undefined
    for (const inline of line.ordered) {
      document.page.fonts[inline.font.id] ??= inline.font.ref()
      const color = paint?.color === inline.color ? '' : `${fillOf(inline.color)}\n`
      paint = inline
      const operators = operatorsOf(inline, x + inline.x, baselineOf(inline, baseline))
      document.addContent(`${color}${operators}`)
      if (inline.link) {
        document.link(x + inline.x, y, inline.width, line.getHeight(), inline.link.address)
      }
    }
    decorator?.drawDecorations(line, x, y)
  }
}
