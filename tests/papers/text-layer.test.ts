import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createPaperRenderer } from '../../electron/backend/papers/paper-renderer.ts'
import { glyphsOf, linesOf } from '../support/pdf-glyphs.ts'
import { wordsOf } from '../support/definition-texts.ts'
import { markedTextOf, textOf } from '../support/pdf-tools.ts'
import { strong } from '../../electron/backend/papers/templates/paper-style.ts'
import { fontsFolder, plainPaper, renderPaper } from './renderer.ts'
import type { PaperNode } from '../../electron/backend/papers/persian-text/paper-definition.ts'

const LEFT = 40
const RIGHT = 595.28 - 40

/** The leftmost and rightmost pen places of each line, in points. */
async function spansOf(content: readonly PaperNode[]): Promise<{ left: number; right: number }[]> {
  const lines = linesOf(await glyphsOf(await renderPaper(plainPaper(content))))
  return lines.map((line) => {
    const places = line.map(({ x }) => x)
    return { left: Math.min(...places), right: Math.max(...places) }
  })
}

const LONG = 'این بند چند سطر است و باید در هر دو لبه با فاصلهٔ میان واژه‌ها تراز شود. '.repeat(6)

describe('alignment follows the direction of the node', () => {
  it('start is the right edge in Persian and the left edge in Latin', async () => {
    const [persian, latin, end] = await spansOf([
      { text: 'سلام' },
      { text: 'Hello', direction: 'ltr' },
      { text: 'سلام', alignment: 'end' },
    ])
    expect(persian?.right).toBeGreaterThan(RIGHT - 10)
    expect(latin?.left).toBeCloseTo(LEFT, 1)
    expect(end?.left).toBeCloseTo(LEFT, 1)
  })

  it('justifies every line of a paragraph but the last', async () => {
    const lines = await spansOf([{ text: LONG, alignment: 'justify' }])
    const lefts = lines.map(({ left }) => left)
    expect(lefts.length).toBeGreaterThan(3)
    expect(lefts.slice(0, -1).every((left) => left - LEFT < 1.5)).toBe(true)
    expect(lefts.at(-1)).toBeGreaterThan(LEFT + 20)
  })

  it('indents the first line at the right', async () => {
    const [first, second] = await spansOf([{ text: LONG, alignment: 'justify', leadingIndent: 30 }])
    expect((second?.right ?? 0) - (first?.right ?? 0)).toBeGreaterThan(24)
  })
})

describe('tables, columns and lists run from right to left', () => {
  it('the first column stands at the right, spans included', async () => {
    const pdf = await renderPaper(
      plainPaper([
        {
          table: {
            widths: ['*', '*', '*'],
            body: [
              [{ text: 'A' }, { text: 'B' }, { text: 'C' }],
              [{ text: 'D', colSpan: 2 }, { text: '' }, { text: 'E' }],
              [{ text: 'F', rowSpan: 2 }, { text: 'G' }, { text: 'H' }],
              [{ text: '' }, { text: 'I' }, { text: 'J' }],
            ],
          },
        },
        { columns: [{ text: 'K' }, { text: 'L' }] },
      ]),
    )
    const rows = linesOf(await glyphsOf(pdf)).map((line) => line.length)
    expect(rows).toEqual([3, 2, 3, 2, 2])
    const lines = textOf(pdf).split(/\s+/).filter(Boolean)
    expect(lines.toSorted()).toEqual('ABCDEFGHIJKL'.split(''))
    const [first] = linesOf(await glyphsOf(pdf))
    const inPlace = first?.toSorted((a, b) => b.x - a.x).map(({ code }) => code) ?? []
    // Latin letters have their codes in alphabetical order.
    expect(inPlace).toEqual(first?.map(({ code }) => code).toSorted((a, b) => a - b))
  })

  it('numbers a list with Persian digits at the right', async () => {
    const text = textOf(await renderPaper(plainPaper([{ ol: [{ text: 'یک' }, { text: 'دو' }] }])))
    expect(text).toContain('۱')
    expect(text).toContain('۲')
    const [bulleted] = await spansOf([{ ul: [{ text: 'سلام' }] }])
    expect(bulleted?.right).toBeLessThan(RIGHT - 10)
  })
})

it('cuts a word that no line can hold and keeps every character', async () => {
  const iban = 'IR820540102680020817909002'.repeat(6)
  const text = textOf(await renderPaper(plainPaper([{ text: `شبا ${iban} پایان` }])))
  expect(text.replace(/[^A-Z0-9]+/g, '')).toBe(iban)
  expect(text).toContain('پایان')
})

it('keeps spans, joiners and isolates in one line', async () => {
  const text = markedTextOf(
    await renderPaper(
      plainPaper([
        {
          text: [
            'می‌خواهم ',
            strong('پررنگ'),
            ' و ',
            { text: 'زیرخط', decoration: 'underline' },
            ' شماره \u2066۹۰۰۲-۱۴۰۵-۰۰۰۴۱۷\u2069 پایان',
          ],
        },
      ]),
    ),
  )
  expect(text).toContain('می‌خواهم پررنگ و زیرخط شماره')
  expect(wordsOf(text).join(' ')).toBe('می‌خواهم پررنگ و زیرخط شماره ۹۰۰۲ ۱۴۰۵ ۰۰۰۴۱۷ پایان')
})

describe('what a paper never does is refused by name', () => {
  it.each(['svg', 'image', 'attachment'])('%s', async (node) => {
    const foreign = { [node]: 'file:///etc/hostname' } as unknown as PaperNode
    await expect(renderPaper(plainPaper([foreign]))).rejects.toMatchObject({
      detail: { fault: 'node', node },
    })
  })

  it('a missing font file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'no-fonts-'))
    try {
      expect(() => createPaperRenderer({ fontsFolder: folder })).toThrow(
        expect.objectContaining({ detail: { fault: 'font', font: 'Vazirmatn', weight: 'normal' } }),
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('a missing font of signs', () => {
    const folder = mkdtempSync(join(tmpdir(), 'no-signs-'))
    try {
      for (const name of ['Vazirmatn-Regular.ttf', 'Vazirmatn-Bold.ttf']) {
        copyFileSync(join(fontsFolder, name), join(folder, name))
      }
      expect(() => createPaperRenderer({ fontsFolder: folder })).toThrow(
        expect.objectContaining({
          detail: { fault: 'font', font: 'PaperSymbols', weight: 'normal' },
        }),
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('a weight that papers do not have', async () => {
    const slanted = { text: 'کج', italics: true } as unknown as PaperNode
    await expect(renderPaper(plainPaper([slanted]))).rejects.toMatchObject({
      detail: { fault: 'font', font: 'Vazirmatn', weight: 'italics' },
    })
  })
})
