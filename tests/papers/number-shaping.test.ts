import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { composeNumber } from '../../electron/backend/papers/persian-text/number-shaping.ts'
import type { ParsedFont } from '../../electron/backend/papers/persian-text/paper-font.ts'
import { shapeWhole, shaperOf } from '../../electron/backend/papers/persian-text/shaping.ts'
import { fontsFolder } from './renderer.ts'

const load = createRequire(createRequire(import.meta.url).resolve('pdfmake/js/index.js'))
const fontkit = createRequire(load.resolve('pdfkit'))('fontkit') as {
  readonly create: (file: Uint8Array) => ParsedFont
}

describe.each(['Regular', 'Bold'])('numbers in %s', (weight) => {
  const shaper = shaperOf(
    fontkit.create(readFileSync(join(fontsFolder, `Vazirmatn-${weight}.ttf`))),
  )
  const whole = (text: string) => shapeWhole(shaper, text, false)

  it('are made of digits exactly as the font tables set them', () => {
    const digits = fc.nat(9_999_999).map(toPersianDigits)
    const number = fc
      .tuple(digits, fc.array(fc.tuple(fc.constantFrom('٬', '/', '-'), digits), { maxLength: 4 }))
      .map(([first, more]) => first + more.flat().join(''))
    let composed = 0
    fc.assert(
      fc.property(number, (text) => {
        const own = composeNumber(shaper, text, whole)
        if (!own) return
        composed++
        const theirs = whole(text)
        expect(own.width).toBeCloseTo(theirs.width, 6)
        expect({ ...own, width: 0 }).toEqual({ ...theirs, width: 0 })
      }),
      { numRuns: 2000 },
    )
    expect(composed).toBeGreaterThan(1000)
  })

  it.each(['۱۲۳٬۴۵۶٬۷۸۹', '۱۴۰۵/۰۸/۳۰', '۹۰۰۲-۱۴۰۵-۰۰۰۴۱۷', '۰'])('%s is one of them', (text) => {
    expect(composeNumber(shaper, text, whole)).toBeDefined()
  })

  it.each(['سلام', '-', '12', 'ب۱', '۱//۲', '-۱', ''])('«%s» is not', (text) => {
    expect(composeNumber(shaper, text, whole)).toBeUndefined()
  })
})
