import { describe, expect, it } from 'vitest'
import type {
  PaperNode,
  TextSpan,
} from '../../electron/backend/papers/persian-text/paper-definition.ts'
import { strong } from '../../electron/backend/papers/templates/paper-style.ts'
import { glyphsOf, linesOf } from '../support/pdf-glyphs.ts'
import type { PlacedGlyph } from '../support/pdf-glyphs.ts'
import { openedOf, placedWordsOf } from '../support/pdf-tools.ts'
import { plainPaper, renderPaper } from './renderer.ts'
import { missingWords } from './word-recall.ts'

const LEFT = 40
const RIGHT = 595.28 - 40
const SHEET = 841.89

const drawn = async (...content: PaperNode[]) => renderPaper(plainPaper(content))
const glyphsIn = async (...content: PaperNode[]) =>
  (await glyphsOf(await drawn(...content))).toSorted((a, b) => a.x - b.x || a.code - b.code)

const red = (text: string): TextSpan => ({ text, color: '#ff0000' })
const shape = ({ font, code }: PlacedGlyph): string => `${font.slice(7)} ${code}`

describe('a word in several styles stays one word', () => {
  it.each([
    ['letters of a joined word', ['مست', red('مر'), 'ی'], 'مستمری'],
    ['one letter', ['بیم', red('ه'), '‌شده'], 'بیمه‌شده'],
    ['a border inside a ligature', ['سل', red('ام')], 'سلام'],
    ['a mark of the next span', ['محم', red('ّد')], 'محمّد'],
    ['an empty span between', ['پیو', red(''), 'ست'], 'پیوست'],
    ['digits of an amount', ['۱۲', red('۳٬۴'), '۵۶'], '۱۲۳٬۴۵۶'],
    ['a Latin word', ['Ba', red('je'), 'h'], 'Bajeh'],
    ['brackets around', ['(', red('الف'), ')'], '(الف)'],
  ] as const)('%s', async (_, text, whole) => {
    const own = await glyphsIn({ text })
    const one = await glyphsIn({ text: whole })
    // A mark or a joiner stands at the place of its letter: which of them comes first is no matter.
    expect(own.map(shape).toSorted()).toEqual(one.map(shape).toSorted())
    own.forEach(({ x }, i) => expect(x).toBeCloseTo(one[i]?.x ?? 0, 1))
  })

  it('a bold syllable takes its letters from the bold word, joined as in it', async () => {
    const own = await glyphsIn({ text: ['مست', strong('مر'), 'ی'] })
    const regular = await glyphsIn({ text: 'مستمری' })
    const bold = await glyphsIn({ text: 'مستمری', bold: true })
    expect(own).toHaveLength(regular.length)
    const wanted = own.map(({ font }, i) => (font.endsWith('Bold') ? bold[i] : regular[i]))
    expect(own.map(shape)).toEqual(wanted.map((glyph) => glyph && shape(glyph)))
    expect(own.filter(({ font }) => font.endsWith('Bold'))).toHaveLength(2)
  })

  it('no line breaks at a border inside a word', async () => {
    const word = ['مستم', strong('ریب'), 'گیران'] as const
    const content = [
      {
        width: 130,
        table: {
          widths: [120],
          body: [[{ text: Array.from({ length: 12 }, () => [...word, ' ']).flat() }]],
        },
      },
    ]
    const pdf = await drawn(...content)
    expect(linesOf(await glyphsOf(pdf)).length).toBeGreaterThan(3)
    const words = placedWordsOf(pdf).map(({ text }) => text)
    expect(words).toEqual(Array.from({ length: 12 }, () => 'مستمریبگیران'))
  })

  it('a column is as wide as the whole word, not as its longest span', async () => {
    const pdf = await drawn({
      table: {
        widths: ['auto', '*'],
        body: [[{ text: ['مستمری', strong('بگیران')] }, { text: 'دراز '.repeat(120) }]],
      },
    })
    expect(placedWordsOf(pdf).map(({ text }) => text)).toContain('مستمریبگیران')
  })
})

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly height: number
}

/** Filled rectangles of a page, y downwards: lines under and through words, and backgrounds. */
function boxesOf(pdf: Uint8Array): Box[] {
  return [...openedOf(pdf).matchAll(/([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re\s+f/g)].map(
    ([, x, y, w, h]) => ({
      left: Number(x),
      right: Number(x) + Number(w),
      top: Number(y),
      height: Number(h),
    }),
  )
}

describe('lines and grounds follow the words, not the order of drawing', () => {
  const sentence = ['پیش از ', { text: 'دو واژه', decoration: 'underline' }, ' پس از آن'] as const

  it('a line under some words of a right-to-left line', async () => {
    const pdf = await drawn({ text: sentence })
    const [line, ...others] = boxesOf(pdf)
    const words = placedWordsOf(pdf)
    expect(others).toEqual([])
    expect(line?.right).toBeCloseTo(words.find(({ text }) => text === 'دو')?.right ?? 0, 0)
    expect(line?.left).toBeCloseTo(words.find(({ text }) => text === 'واژه')?.left ?? 0, 0)
    expect(line?.height).toBeLessThan(1)
  })

  it('a line under part of a joined word', async () => {
    const whole = await glyphsIn({ text: 'مستمری' })
    const pdf = await drawn({ text: ['مست', { text: 'مری', decoration: 'underline' }] })
    const [line] = boxesOf(pdf)
    expect(line?.left).toBeCloseTo(whole[0]?.x ?? 0, 0)
    expect(line?.right).toBeGreaterThan(whole[2]?.x ?? 0)
    expect(line?.right).toBeLessThan(RIGHT - 10)
  })

  it('a line through words stands higher than one under them', async () => {
    const pdf = await drawn({
      text: [
        { text: 'الف ', decoration: 'lineThrough' },
        { text: 'ب', decoration: 'underline' },
      ],
    })
    const [through, under] = boxesOf(pdf).toSorted((a, b) => b.right - a.right)
    expect(through?.top).toBeLessThan((under?.top ?? 0) - 2)
  })

  it('a ground behind words, stretched with a justified line', async () => {
    const marked = { text: 'زمینهٔ رنگی', background: '#ffee00' }
    const text = ['آغاز ', marked, ` ${'ادامهٔ بند '.repeat(20)}`]
    const pdf = await drawn({ text, alignment: 'justify' })
    const [ground] = boxesOf(pdf)
    const words = placedWordsOf(pdf)
    expect(ground?.right).toBeCloseTo(words.find((word) => word.text === 'زمینهٔ')?.right ?? 0, 0)
    expect(ground?.left).toBeCloseTo(words.find((word) => word.text === 'رنگی')?.left ?? 0, 0)
  })
})

describe('paragraphs', () => {
  const LONG = 'این بند چند سطر است و باید در هر دو لبه با فاصلهٔ میان واژه‌ها تراز شود. '.repeat(4)
  const LATIN =
    'This paragraph has several lines that are indented and justified by spaces. '.repeat(4)

  const edges = async (node: PaperNode) =>
    linesOf(await glyphsOf(await drawn(node))).map((line) => {
      const places = line.map(({ x }) => x)
      return { left: Math.min(...places), right: Math.max(...places) }
    })

  it('indents the first line only, at the right in Persian and at the left in Latin', async () => {
    const persian = await edges({ text: LONG, leadingIndent: 30 })
    const plain = await edges({ text: LONG })
    expect((plain[0]?.right ?? 0) - (persian[0]?.right ?? 0)).toBeCloseTo(30, 0)
    expect(persian[1]?.right).toBeGreaterThan(RIGHT - 12)
    const [first, second] = await edges({ text: LATIN, leadingIndent: 30, direction: 'ltr' })
    expect(first?.left).toBeCloseTo(LEFT + 30, 0)
    expect(second?.left).toBeCloseTo(LEFT, 0)
  })

  it('justifies an indented first line to both edges', async () => {
    const [first] = await edges({ text: LONG, leadingIndent: 30, alignment: 'justify' })
    expect(first?.left).toBeLessThan(LEFT + 2)
  })

  it('aligns start and end by the direction of the paragraph', async () => {
    const [end] = await edges({ text: 'Hello', direction: 'ltr', alignment: 'end' })
    const [start] = await edges({ text: 'سلام', alignment: 'start' })
    expect(end?.right).toBeGreaterThan(RIGHT - 8)
    expect(start?.right).toBeGreaterThan(RIGHT - 12)
  })

  it('stretches spaces and nothing else', async () => {
    const words = (alignment: 'start' | 'justify') =>
      drawn({ text: LONG, alignment }).then(placedWordsOf)
    const [loose, tight] = [await words('justify'), await words('start')]
    const widths = (all: typeof loose) =>
      all.map(({ left, right }) => Number((right - left).toFixed(1)))
    expect(widths(loose)).toEqual(widths(tight))
  })
})

describe('a word that no line can hold is cut between letters', () => {
  const NAME = 'عبدالرحمن'.repeat(22)
  const IBAN = 'IR820540102680020817909002'.repeat(4)
  const inCell = (text: string): PaperNode => ({
    table: { widths: [90, '*'], body: [[{ text }, { text: '' }]] },
  })

  it.each([
    ['a name of 198 letters', NAME],
    ['an account number', IBAN],
    ['digits', '۱۲۳۴۵۶۷۸۹۰'.repeat(9)],
  ])('%s never leaves its cell', async (_, text) => {
    const glyphs = await glyphsOf(await drawn(inCell(text)))
    const lines = linesOf(glyphs).map((line) => Math.min(...line.map(({ x }) => x)))
    expect(lines.length).toBeGreaterThan(4)
    expect(Math.min(...lines)).toBeGreaterThan(RIGHT - 4 - 90 - 1)
  })

  it('letters at the cut keep the form they have in the whole word', async () => {
    const whole = await glyphsIn({ text: NAME, fontSize: 5 })
    const pieces = await glyphsIn(inCell(NAME))
    const counted = (glyphs: readonly PlacedGlyph[]) => glyphs.map(shape).toSorted().join()
    const cell = pieces.filter(({ x }) => x > RIGHT - 100)
    expect(counted(cell)).toBe(counted(whole))
  })

  it('flexible columns give way instead of leaving the sheet', async () => {
    const body = [[{ text: NAME }, { text: 'مبلغ' }, { text: IBAN }]]
    const pdf = await drawn({ table: { widths: ['*', 'auto', 'auto'], body } })
    const glyphs = await glyphsOf(pdf)
    expect(Math.min(...glyphs.map(({ x }) => x))).toBeGreaterThan(LEFT - 1)
    expect(Math.max(...glyphs.map(({ y }) => SHEET - y))).toBeLessThan(SHEET - 40)
    expect(placedWordsOf(pdf).map(({ text }) => text)).toContain('مبلغ')
  })
})

it('signs that Vazirmatn lacks come from the second font, and nothing else does', async () => {
  const paper = () =>
    plainPaper([{ text: '✓ تأیید شد، ☐ نشد؛ الف→ب' }, { text: '■ پررنگ', bold: true }])
  const pdf = await renderPaper(paper())
  const fonts = new Map((await glyphsOf(pdf)).map(({ font }) => [font.slice(7), true]))
  expect([...fonts.keys()].toSorted()).toEqual([
    'DejaVuSans',
    'Vazirmatn-Bold',
    'Vazirmatn-Regular',
  ])
  expect(missingWords(pdf, paper())).toEqual([])
  expect(placedWordsOf(pdf).map(({ text }) => text)).toEqual(expect.arrayContaining(['✓', '☐']))
  await expect(drawn({ text: 'بلی ✅', field: 'note' })).rejects.toMatchObject({
    detail: { fault: 'glyph', codePoint: 'U+2705', field: 'note' },
  })
})
