import { describe, expect, it } from 'vitest'
import { PaperKind } from '#core/certificates/paper.model.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import {
  comparable,
  differenceOf,
  glyphDifferences,
  wrappedDifferences,
} from '../support/glyph-comparison.ts'
import type { WrappedBlock } from '../support/glyph-comparison.ts'
import { plainBlock, textBlocksOf } from '../support/text-blocks.ts'
import type { TextBlock } from '../support/text-blocks.ts'
import { MORE_TORTURE_LINES } from './more-torture-lines.ts'
import { fontsFolder, renderPaper } from './renderer.ts'
import { samples } from './statements.ts'
import { TORTURE_LINES, TORTURE_PARAGRAPH } from './torture-lines.ts'

/**
 * What is compared with Chromium: the ids of the glyphs in the font files, and the place of each. Each text stands on a line of its own, not wrapped, because the engines break lines by
 * rules of their own (some paragraphs are broken by both all the same); bold, size and direction are those of the text in its paper. The browser rounds
 * advances to its own grid, hence the tolerance in points.
 */
const TOLERANCE = 0.6

const differences = (blocks: readonly TextBlock[]) =>
  glyphDifferences(renderPaper, fontsFolder, blocks, TOLERANCE)

describe('draws the same glyphs at the same places as a browser', () => {
  it(
    'in more than 300 lines that break naive right-to-left code',
    { timeout: 60_000 },
    async () => {
      const lines = [...TORTURE_LINES, ...MORE_TORTURE_LINES]
      expect(new Set(lines).size).toBe(lines.length)
      expect(lines.length).toBeGreaterThanOrEqual(300)
      expect(await differences(lines.map((line) => plainBlock(line)))).toEqual([])
    },
  )

  it('in every text of every kind of paper', { timeout: 60_000 }, async () => {
    const blocks = PaperKind.options.flatMap((kind) =>
      samples[kind].flatMap(({ statement }) => textBlocksOf(definitionOf(statement))),
    )
    const once = new Map(blocks.map((block) => [JSON.stringify(block), block]))
    expect(once.size).toBeGreaterThan(500)
    expect(await differences([...once.values()])).toEqual([])
  })

  it('in words of several colours and weights', { timeout: 60_000 }, async () => {
    // In two weights a browser takes لا apart; here the ligature stays whole, in the first weight.
    const ligature = ['سل', 'ام']
    const words = [
      ['مست', 'مر', 'ی'],
      ['پیوست‌', 'های', '‌مان'],
      ligature,
      ['محمّ', 'د', 'علی'],
      ['۱۲', '۳٬۴', '۵۶'],
      ['Ba', 'je', 'h'],
      ['(ا', 'لف', ')'],
      ['کشـ', 'ـیده'],
    ]
    const styled = (bold: boolean): TextBlock[] =>
      words
        .filter((parts) => !bold || parts !== ligature)
        .map((parts) => ({
          ...plainBlock(''),
          spans: parts.map((text, i) => ({
            text,
            bold: bold && i === 1,
            color: i === 1 ? '#aa0000' : '#000000',
          })),
        }))
    expect(await differences([...styled(false), ...styled(true)])).toEqual([])
  })

  it('in paragraphs that both break into lines', { timeout: 60_000 }, async () => {
    const wrapped = (text: string, change: Partial<WrappedBlock> = {}): WrappedBlock => ({
      ...plainBlock(text),
      ...{ width: 515.28, justified: true, indent: 0 },
      ...change,
    })
    const blocks = [
      wrapped(TORTURE_PARAGRAPH),
      wrapped(TORTURE_PARAGRAPH, { width: 300, indent: 30 }),
      wrapped(TORTURE_PARAGRAPH, { width: 200, justified: false }),
      wrapped('عبدالرحمن'.repeat(22), { width: 90, justified: false }),
      wrapped(`شبا ${'IR82054010268002'.repeat(5)} پایان`, { width: 120, justified: false }),
    ]
    expect(await wrappedDifferences(renderPaper, fontsFolder, blocks, TOLERANCE)).toEqual([])
  })
})

it('finds two digits that change their places', () => {
  const glyphs = (...ids: string[]) =>
    comparable(
      ids.map((font, i) => ({ font, code: 1, x: i * 6, y: 0 })),
      new Set(),
    )
  const found = differenceOf('', glyphs('a', 'b', 'c'), glyphs('a', 'c', 'b'), TOLERANCE)
  expect(found?.apart).toBe(6)
  expect(differenceOf('', glyphs('a', 'b'), glyphs('a', 'b'), TOLERANCE)).toBeUndefined()
})
