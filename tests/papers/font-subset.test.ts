import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commonGlyphsOf } from '../../electron/backend/papers/persian-text/common-glyphs.ts'
import { fontProgramOf } from '../../electron/backend/papers/persian-text/font-program.ts'
import type { ParsedFont } from '../../electron/backend/papers/persian-text/paper-font.ts'
import { shaperOf } from '../../electron/backend/papers/persian-text/shaping.ts'
import { fontsOf, textOf } from '../support/pdf-tools.ts'
import { fontsFolder, plainPaper, renderPaper } from './renderer.ts'

const load = createRequire(createRequire(import.meta.url).resolve('pdfmake/js/index.js'))
const fontkit = createRequire(load.resolve('pdfkit'))('fontkit') as {
  readonly create: (file: Uint8Array) => ParsedFont
}
const fileOf = (weight: string): Uint8Array =>
  readFileSync(join(fontsFolder, `Vazirmatn-${weight}.ttf`))

describe.each(['Regular', 'Bold'])('the common subset of %s', (weight) => {
  const file = fileOf(weight)
  const original = fontkit.create(file)
  const glyphs = commonGlyphsOf(shaperOf(fontkit.create(file)), weight === 'Bold')

  it('has the outlines and widths of the font file, by another reader', () => {
    const program = fontProgramOf(file)?.withGlyphs(glyphs.map(({ id }) => id)) ?? new Uint8Array()
    const subset = fontkit.create(program)
    const scale = 1000 / original.unitsPerEm
    glyphs.forEach(({ id, width }, code) => {
      const [own, theirs] = [subset.getGlyph(code), original.getGlyph(id)]
      expect(own.path.commands).toEqual(theirs.path.commands)
      expect(own.advanceWidth).toBe(theirs.advanceWidth)
      expect(Math.abs(theirs.advanceWidth * scale - width)).toBeLessThan(0.001)
    })
    expect(program.length).toBeLessThan(30_000)
  })

  it('has each pair of glyph and text once, and no hole but the first', () => {
    const keys = glyphs.map(({ id, text }) => `${id}:${text.join()}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(glyphs.slice(1).every(({ id }) => id > 0)).toBe(true)
  })
})

describe('a paper with glyphs beyond the common ones', () => {
  const rare = plainPaper([{ text: 'متنِ مُعرَّب با ي و ك و é' }])
  const plain = plainPaper([{ text: 'سلام دنیا ۱۲۳' }])

  it('has a subset of its own, in one font, and reads back', async () => {
    const pdf = await renderPaper(rare)
    expect(fontsOf(pdf)).toHaveLength(1)
    const text = textOf(pdf)
    for (const word of ['با', 'ي', 'ك', 'é']) expect(text).toContain(word)
  })

  it('leaves no trace in other papers, before or after', async () => {
    const before = await renderPaper(plain)
    const first = await renderPaper(rare)
    expect(Buffer.compare(await renderPaper(plain), before)).toBe(0)
    expect(Buffer.compare(await renderPaper(rare), first)).toBe(0)
  })
})

it('refuses a file without TrueType outlines', () => {
  const table = (name: string): number[] => [...Buffer.from(name), ...new Array<number>(12).fill(0)]
  const file = Uint8Array.from([0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, ...table('CFF ')])
  expect(fontProgramOf(file)).toBeUndefined()
})
