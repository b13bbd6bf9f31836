import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import { expect, it } from 'vitest'
import { internals } from '../../electron/backend/papers/persian-text/pdfmake.internals.ts'
import { chromiumPath } from '../support/chromium.ts'
import { glyphsOf, linesOf } from '../support/pdf-glyphs.ts'
import type { PlacedGlyph } from '../support/pdf-glyphs.ts'
import { fontsFolder, plainPaper, renderPaper } from './renderer.ts'
import { TORTURE_LINES, TORTURE_PARAGRAPH } from './torture-lines.ts'

/** Points; the browser rounds advances to its own grid. */
const TOLERANCE = 0.6
const HEIGHT = 3200

/** Our glyphs with their ids in the font file, learnt from the subset as lines are drawn. */
async function ours(): Promise<{ glyphs: PlacedGlyph[]; spaceId: number }> {
  const { renderer } = internals
  const { renderLine } = renderer
  const subsets = new Map<string, readonly number[]>()
  let spaceId = -1
  renderer.renderLine = function (line, x, y) {
    for (const { font } of line.inlines) {
      subsets.set(font.font.postscriptName, font.subset.glyphs)
      spaceId = font.shaper.spaceId
    }
    renderLine.call(this, line, x, y)
  }
  try {
    const pdf = await renderPaper(
      plainPaper(
        [
          ...TORTURE_LINES.map((text) => ({ text })),
          { text: TORTURE_PARAGRAPH, alignment: 'justify', margin: [40, 0, 0, 0] },
        ],
        {
          pageSize: { width: 595.28, height: HEIGHT },
          pageMargins: [20, 20, 20, 20],
          style: { fontSize: 11, lineHeight: 1.6 },
        },
      ),
    )
    const glyphs = (await glyphsOf(pdf)).map((glyph) => {
      const subset = subsets.get(glyph.font.replace(/^[A-Z]{6}\+/, ''))
      return { ...glyph, code: subset?.[glyph.code] ?? -1 }
    })
    return { glyphs, spaceId }
  } finally {
    renderer.renderLine = renderLine
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

async function theirs(): Promise<PlacedGlyph[]> {
  const font = pathToFileURL(join(fontsFolder, 'Vazirmatn-Regular.ttf')).href
  const css = `@font-face { font-family: V; src: url(${font}) }
@page { size: 595.28pt ${HEIGHT}pt; margin: 0 }
* { margin: 0; padding: 0 }
body { padding: 20pt; font: 11pt V; width: 555.28pt; box-sizing: content-box }
div { height: 28pt; white-space: pre; line-height: 28pt }
p { text-align: justify; line-height: 28pt; width: 515.28pt }`
  const body = TORTURE_LINES.map((line) => `<div>${escaped(line)}</div>`).join('')
  const html = `<html lang="fa" dir="rtl"><head><meta charset="utf-8"><style>${css}</style></head>
<body>${body}<p>${escaped(TORTURE_PARAGRAPH)}</p></body></html>`
  const folder = mkdtempSync(join(tmpdir(), 'glyphs-'))
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'],
  })
  try {
    const file = join(folder, 'lines.html')
    writeFileSync(file, html)
    const page = await browser.newPage()
    await page.goto(pathToFileURL(file).href)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    return await glyphsOf(await page.pdf({ preferCSSPageSize: true }))
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}

/** Glyphs from left to right, without spaces: browsers merge them. Places count from the right end. */
function comparable(line: readonly PlacedGlyph[], spaceId: number) {
  const drawn = line
    .filter(({ code }) => code !== spaceId)
    .toSorted((a, b) => Number((a.x - b.x).toFixed(1)) || a.code - b.code)
  const end = Math.max(...drawn.map(({ x }) => x))
  const ids = drawn.map(({ code }) => code).toSorted((a, b) => a - b)
  return { ids: ids.join(' '), places: drawn.map(({ x }) => x - end) }
}

it('draws the same glyphs at the same places as a browser', { timeout: 120_000 }, async () => {
  const { glyphs, spaceId } = await ours()
  const [own, browsers] = [linesOf(glyphs), linesOf(await theirs())]
  expect(own.length).toBeGreaterThan(80)
  expect(own.length).toBe(browsers.length)
  const differences = own.flatMap((line, i) => {
    const a = comparable(line, spaceId)
    const b = comparable(browsers[i] ?? [], spaceId)
    const apart = Math.max(...a.places.map((x, at) => Math.abs(x - (b.places[at] ?? 0))))
    if (a.ids === b.ids && apart < TOLERANCE) return []
    return [
      { line: TORTURE_LINES[i] ?? `line ${i} of the page`, apart, ours: a.ids, theirs: b.ids },
    ]
  })
  expect(differences).toEqual([])
})
