import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import type { RenderPaper } from '../../electron/backend/papers/paper-renderer.ts'
import type { PaperDefinition } from '../../electron/backend/papers/persian-text/paper-definition.ts'
import { internals } from '../../electron/backend/papers/persian-text/pdfmake.internals.ts'
import { chromiumPath } from './chromium.ts'
import { glyphPagesOf, linesOf } from './pdf-glyphs.ts'
import type { PlacedGlyph } from './pdf-glyphs.ts'
import type { TextBlock } from './text-blocks.ts'

/** Points. Room for the longest text of a paper on one line, and a row for each block. */
const SHEET_WIDTH = 4000
const MARGIN = 20
const ROW = 40
const ROWS = 120
const SHEET_HEIGHT = 2 * MARGIN + ROWS * ROW

const nameOf = (font: string): string => font.replace(/^[A-Z]{6}\+/, '')

interface Glyph {
  readonly id: string
  readonly x: number
}

/** Glyphs of each block: ids in the font files, places from the right end of the block. */
type BlockGlyphs = readonly (readonly Glyph[])[]

/** Draws with the renderer and learns the ids of glyphs in the font files from the subsets. */
async function drawnGlyphs(
  render: RenderPaper,
  definition: PaperDefinition,
): Promise<{ readonly pages: PlacedGlyph[][]; readonly spaces: ReadonlySet<string> }> {
  const { renderer } = internals
  const { renderLine } = renderer
  const subsets = new Map<string, readonly number[]>()
  const spaces = new Set<string>()
  renderer.renderLine = function (line, x, y) {
    for (const { font } of line.inlines) {
      subsets.set(font.font.postscriptName, font.subset.glyphs)
      for (const space of [0x20, 0xa0]) {
        const { id } = font.font.glyphForCodePoint(space)
        if (id > 0) spaces.add(`${font.font.postscriptName} ${id}`)
      }
    }
    renderLine.call(this, line, x, y)
  }
  try {
    const pages = await glyphPagesOf(await render(definition))
    const inFiles = (glyph: PlacedGlyph): PlacedGlyph => {
      const font = nameOf(glyph.font)
      return { ...glyph, font, code: subsets.get(font)?.[glyph.code] ?? -1 }
    }
    return { pages: pages.map((page) => page.map(inFiles)), spaces }
  } finally {
    renderer.renderLine = renderLine
  }
}

function definitionOf(blocks: readonly TextBlock[]): PaperDefinition {
  return {
    pageSize: { width: SHEET_WIDTH, height: SHEET_HEIGHT },
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    info: { title: 'blocks', creationDate: new Date(0) },
    style: {},
    content: blocks.map(({ spans, fontSize, direction }, i) => ({
      text: spans,
      fontSize,
      direction,
      absolutePosition: { x: MARGIN, y: MARGIN + (i % ROWS) * ROW },
      ...(i > 0 && i % ROWS === 0 && { pageBreak: 'before' as const }),
    })),
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function spansHtml({ spans }: TextBlock): string {
  const inner = spans.map(({ text, bold, color }) => {
    const style = `color:${color};font-weight:${bold ? 700 : 400}`
    return `<span style="${style}">${escaped(text)}</span>`
  })
  return inner.join('')
}

function pageHtml(css: string, body: string, fontsFolder: string): string {
  const face = (family: string, weight: number, file: string) =>
    `@font-face{font-family:${family};font-weight:${weight};src:url(${pathToFileURL(join(fontsFolder, file)).href})}`
  const faces = [
    face('V', 400, 'Vazirmatn-Regular.ttf'),
    face('V', 700, 'Vazirmatn-Bold.ttf'),
    face('S', 400, 'PaperSymbols.ttf'),
  ]
  const common = `@page{size:${SHEET_WIDTH}pt ${SHEET_HEIGHT}pt;margin:${MARGIN}pt}
*{margin:0;padding:0}body{font-family:V,S;font-synthesis:none;text-rendering:geometricPrecision}`
  return `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8">
<style>${faces.join('')}${common}${css}</style><body>${body}</body></html>`
}

function blocksHtml(blocks: readonly TextBlock[], fontsFolder: string): string {
  const css = `div{height:${ROW}pt;line-height:${ROW}pt;white-space:pre}.last{break-after:page}`
  const rows = blocks.map((block, i) => {
    const last = i % ROWS === ROWS - 1 && i < blocks.length - 1 ? ' class="last"' : ''
    const { direction, fontSize } = block
    return `<div dir="${direction}"${last} style="font-size:${fontSize}pt">${spansHtml(block)}</div>`
  })
  return pageHtml(css, rows.join(''), fontsFolder)
}

/** The glyphs of a page as Chromium prints it, page by page. */
async function browserGlyphs(html: string): Promise<PlacedGlyph[][]> {
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
    const pages = await glyphPagesOf(await page.pdf({ preferCSSPageSize: true }))
    return pages.map((glyphs) => glyphs.map((glyph) => ({ ...glyph, font: nameOf(glyph.font) })))
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}

/** Without spaces, which browsers merge; places count from the right end. */
export function comparable(
  line: readonly PlacedGlyph[],
  spaces: ReadonlySet<string>,
): readonly Glyph[] {
  const drawn = line
    .map(({ font, code, x }) => ({ id: `${font} ${code}`, x }))
    .filter(({ id }) => !spaces.has(id))
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.x - b.x))
  const end = Math.max(...drawn.map(({ x }) => x))
  return drawn.map(({ id, x }) => ({ id, x: x - end }))
}

/** A block that the two engines draw differently. */
export interface GlyphDifference {
  readonly text: string
  /** Points between the places of the glyphs that are furthest apart. */
  readonly apart: number
  readonly ours: string
  readonly theirs: string
}

const idsOf = (glyphs: readonly Glyph[]): string => glyphs.map(({ id }) => id).join(', ')

/**
 * How two rows of glyphs differ, if they do. Each glyph is held against the one with its own id, so
 * that exchanged glyphs are as far apart as they were exchanged; rows are sorted by `comparable`.
 */
export function differenceOf(
  text: string,
  ours: readonly Glyph[],
  theirs: readonly Glyph[],
  tolerance: number,
): GlyphDifference | undefined {
  const apart = Math.max(0, ...ours.map(({ x }, i) => Math.abs(x - (theirs[i]?.x ?? 0))))
  if (idsOf(ours) === idsOf(theirs) && apart < tolerance) return undefined
  return { text, apart, ours: idsOf(ours), theirs: idsOf(theirs) }
}

const linesIn = (drawn: readonly PlacedGlyph[][], spaces: ReadonlySet<string>): BlockGlyphs =>
  drawn.flatMap((page) => linesOf(page).map((line) => comparable(line, spaces)))

const textOf = ({ spans }: TextBlock): string => spans.map(({ text }) => text).join('|')

/** Every block on a line of its own in both engines, and where they differ. */
export async function glyphDifferences(
  render: RenderPaper,
  fontsFolder: string,
  blocks: readonly TextBlock[],
  tolerance: number,
): Promise<GlyphDifference[]> {
  const { pages, spaces } = await drawnGlyphs(render, definitionOf(blocks))
  const ours = linesIn(pages, spaces)
  const theirs = linesIn(await browserGlyphs(blocksHtml(blocks, fontsFolder)), spaces)
  if (ours.length !== blocks.length || theirs.length !== blocks.length) {
    throw new Error(`${blocks.length} blocks gave ${ours.length} and ${theirs.length} lines`)
  }
  return blocks.flatMap(
    (block, i) => differenceOf(textOf(block), ours[i] ?? [], theirs[i] ?? [], tolerance) ?? [],
  )
}

/** A block that is broken into lines of a width in points. */
export interface WrappedBlock extends TextBlock {
  readonly width: number
  readonly justified: boolean
  readonly indent: number
}

/** Blocks broken into lines by each engine, and the lines in which they differ. */
export async function wrappedDifferences(
  render: RenderPaper,
  fontsFolder: string,
  blocks: readonly WrappedBlock[],
  tolerance: number,
): Promise<GlyphDifference[]> {
  const { pages, spaces } = await drawnGlyphs(render, {
    ...definitionOf([]),
    style: { lineHeight: 1.6 },
    content: blocks.map(({ spans, fontSize, width, justified, indent, direction }) => ({
      text: spans,
      ...{ fontSize, direction, leadingIndent: indent },
      alignment: justified ? 'justify' : 'start',
      margin: [SHEET_WIDTH - 2 * MARGIN - width, 0, 0, 0],
    })),
  })
  const paragraphs = blocks.map(
    (block) =>
      `<p style="font-size:${block.fontSize}pt;width:${block.width}pt;text-indent:${block.indent}pt;` +
      `text-align:${block.justified ? 'justify' : 'start'}">${spansHtml(block)}</p>`,
  )
  const css = 'p{line-height:28pt;overflow-wrap:anywhere}'
  const html = pageHtml(css, paragraphs.join(''), fontsFolder)
  const ours = linesIn(pages, spaces)
  const theirs = linesIn(await browserGlyphs(html), spaces)
  if (ours.length !== theirs.length) {
    throw new Error(`${ours.length} lines where the browser breaks ${theirs.length}`)
  }
  return ours.flatMap(
    (line, i) => differenceOf(`line ${i + 1}`, line, theirs[i] ?? [], tolerance) ?? [],
  )
}
