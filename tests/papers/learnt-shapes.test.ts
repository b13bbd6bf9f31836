import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  learntShapesOf,
  rowsOf,
  shapesFileOf,
} from '../../electron/backend/papers/persian-text/learnt-shapes.ts'
import type { LearntFont } from '../../electron/backend/papers/persian-text/learnt-shapes.ts'
import type { ParsedFont } from '../../electron/backend/papers/persian-text/paper-font.ts'
import { layOut, shaperOf } from '../../electron/backend/papers/persian-text/shaping.ts'
import { fontsFolder } from './renderer.ts'

const load = createRequire(import.meta.url)
const fontkit = createRequire(createRequire(load.resolve('pdfmake')).resolve('pdfkit'))(
  'fontkit',
) as { readonly create: (file: Uint8Array) => ParsedFont }

describe.each(['Vazirmatn-Regular.ttf', 'Vazirmatn-Bold.ttf'])('shapes learnt of %s', (name) => {
  const file = join(fontsFolder, name)
  const bytes = readFileSync(file)
  const kept = JSON.parse(readFileSync(shapesFileOf(file), 'utf8')) as LearntFont

  it.each(['rtl', 'ltr'] as const)('are what the font says, %s', (direction) => {
    const { font } = shaperOf(fontkit.create(bytes))
    const isRtl = direction === 'rtl'
    const texts = Object.keys(kept[direction])
    expect(texts.length).toBeGreaterThan(100)
    const said = texts.map((text) => [text, rowsOf(layOut(font, text, isRtl))])
    expect(Object.fromEntries(said)).toEqual(kept[direction])
  })

  it('give back every number as it was', () => {
    const learnt = learntShapesOf(file, bytes)
    for (const [text, rows] of Object.entries(kept.rtl)) {
      const laid = learnt(text, true)
      expect(laid && rowsOf(laid)).toEqual(rows)
    }
  })

  it('hold for no other font and no other text', () => {
    expect(learntShapesOf(file, bytes)('کلمه‌ای‌که‌هیچ‌کاغذی‌ندارد', true)).toBeUndefined()
    expect(learntShapesOf(file, bytes.subarray(1))('از', true)).toBeUndefined()
    expect(learntShapesOf(join(fontsFolder, 'PaperSymbols.ttf'), bytes)('از', true)).toBeUndefined()
  })
})
