import { describe, expect, it } from 'vitest'
import type {
  PaperDefinition,
  PaperNode,
  TableLayout,
} from '../../electron/backend/papers/persian-text/paper-definition.ts'
import { openedOf, placedWordsOf, structureFaultsOf } from '../support/pdf-tools.ts'
import type { PlacedWord } from '../support/pdf-tools.ts'
import { plainPaper, renderPaper } from './renderer.ts'
import { missingWords } from './word-recall.ts'

const LEFT = 40
const RIGHT = 595.28 - 40

type Words = (text: string) => PlacedWord

/** The marker of a right-to-left item as it stands on the sheet, from left to right: its dot comes first. */
const marker = (number: string): string => `.${number}`

/** The words of a page by their text; each must stand there once. */
async function wordsOf(
  content: readonly PaperNode[],
  change: Partial<PaperDefinition> = {},
): Promise<Words> {
  const words = placedWordsOf(await renderPaper(plainPaper(content, change)))
  return (text) => {
    const [found, ...others] = words.filter((word) => word.text === text)
    if (!found || others.length > 0)
      throw new Error(`${text} stands ${others.length + 1} times or not`)
    return found
  }
}

const cell = (text: string, span: { colSpan?: number; rowSpan?: number } = {}) => ({
  text,
  ...span,
})
const covered = { text: '' }

const GRID: TableLayout = {
  hLineWidth: () => 1,
  vLineWidth: () => 1,
  hLineColor: () => '#000000',
  vLineColor: () => '#000000',
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 2,
  paddingBottom: () => 2,
}

/** Straight rules of the first page as [x1, y1, x2, y2], y downwards. */
async function rulesOf(content: readonly PaperNode[]): Promise<number[][]> {
  const opened = openedOf(await renderPaper(plainPaper(content)))
  return [...opened.matchAll(/([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S/g)].map((found) =>
    found.slice(1).map(Number),
  )
}

describe('a table of a right-to-left page', () => {
  const spanning = (): PaperNode => ({
    table: {
      widths: [100, 100, 100, 100],
      body: [
        [cell('یک'), cell('دو', { colSpan: 2, rowSpan: 2 }), covered, cell('سه')],
        [cell('چهار'), covered, covered, cell('پنج', { rowSpan: 2 })],
        [cell('شش', { colSpan: 3 }), covered, covered, covered],
      ],
    },
    layout: GRID,
  })

  it('keeps its columns in place when cells span columns and rows at once', async () => {
    const word = await wordsOf([spanning()])
    const right = (text: string) => word(text).right
    expect(right('یک')).toBeCloseTo(RIGHT - 5, 0)
    expect(right('چهار')).toBeCloseTo(right('یک'), 0)
    expect(right('شش')).toBeCloseTo(right('یک'), 0)
    expect(right('دو')).toBeCloseTo(right('یک') - 109, 0)
    expect(right('سه')).toBeCloseTo(right('یک') - 3 * 109, 0)
    expect(right('پنج')).toBeCloseTo(right('سه'), 0)
    expect(word('دو').top).toBeCloseTo(word('یک').top, 0)
    expect(word('پنج').top).toBeCloseTo(word('چهار').top, 0)
  })

  it('draws no rule inside a cell that spans columns and rows', async () => {
    const rules = await rulesOf([spanning()])
    const word = await wordsOf([spanning()])
    const middle = (word('دو').top + word('چهار').bottom) / 2
    const inside = RIGHT - 109 - 1
    const crossing = rules.filter(
      ([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) =>
        (y1 === y2 && Math.abs(y1 - middle) < 4 && x1 < inside - 20 && x2 > inside - 200) ||
        (x1 === x2 && Math.abs(x1 - (RIGHT - 2 * 109)) < 4 && y1 < middle - 4),
    )
    expect(crossing).toEqual([])
  })

  it('stands at the right when it is narrower than the page, and so does a nested one', async () => {
    const inner = {
      table: { widths: [30, 30], body: [[cell('تو'), cell('در')]] },
      layout: GRID,
    }
    const word = await wordsOf([
      { table: { widths: [150, 150], body: [[inner, cell('کنار')]] }, layout: GRID },
      {
        columns: [
          { text: 'ستون', width: 60 },
          { text: 'دیگر', width: 60 },
        ],
        columnGap: 10,
      },
    ])
    expect(word('تو').right).toBeCloseTo(RIGHT - 10, 0)
    expect(word('در').right).toBeCloseTo(RIGHT - 10 - 39, 0)
    expect(word('کنار').right).toBeCloseTo(RIGHT - 5 - 159, 0)
    expect(word('ستون').right).toBeCloseTo(RIGHT, 0)
    expect(word('دیگر').right).toBeCloseTo(RIGHT - 70, 0)
  })

  it('repeats its head on every page, in the same order', async () => {
    const body = Array.from({ length: 90 }, (_, i) => [cell(`ردیف${i}`), cell('مبلغ'), cell('شرح')])
    const head = [cell('شماره'), cell('ریال'), cell('توضیح')]
    const paper = () =>
      plainPaper([
        {
          table: {
            headerRows: 1,
            dontBreakRows: true,
            widths: [90, '*', '*'],
            body: [head, ...body],
          },
          layout: GRID,
        },
      ])
    const pdf = await renderPaper(paper())
    const words = placedWordsOf(pdf)
    const pages = Math.max(...words.map(({ page }) => page))
    expect(pages).toBeGreaterThan(1)
    for (const text of ['شماره', 'ریال', 'توضیح']) {
      const repeated = words.filter((word) => word.text === text)
      expect(repeated.map(({ page }) => page)).toEqual(
        Array.from({ length: pages }, (_, i) => i + 1),
      )
      for (const { right, top } of repeated) {
        expect(right).toBeCloseTo(repeated[0]?.right ?? 0, 1)
        expect(top).toBeCloseTo(repeated[0]?.top ?? 0, 1)
      }
    }
    expect(missingWords(pdf, paper())).toEqual([])
  })

  it('holds left-to-right cells, texts and tables', async () => {
    const word = await wordsOf([
      {
        table: {
          widths: [200, 200],
          body: [
            [cell('راست'), { text: 'Left (1)', direction: 'ltr' }],
            [
              cell('فارسی'),
              {
                direction: 'ltr',
                stack: [{ columns: [{ text: 'A' }, { text: 'B' }] }, { text: 'C' }],
              },
            ],
          ],
        },
        layout: GRID,
      },
    ])
    const cellLeft = RIGHT - 2 * 209
    expect(word('راست').right).toBeCloseTo(RIGHT - 5, 0)
    expect(word('Left').left).toBeCloseTo(cellLeft + 4, 0)
    expect(word('A').left).toBeCloseTo(cellLeft + 4, 0)
    expect(word('B').left).toBeGreaterThan(word('A').right + 50)
    expect(word('C').left).toBeCloseTo(cellLeft + 4, 0)
  })
})

it('a left-to-right paper runs from left to right throughout', async () => {
  const word = await wordsOf(
    [
      { text: 'Title' },
      { columns: [{ text: 'One' }, { text: 'Two' }] },
      { table: { widths: [60, 60], body: [[cell('Three'), cell('Four')]] } },
      { ol: [{ text: 'Five' }] },
    ],
    { style: { direction: 'ltr' } },
  )
  expect(word('Title').left).toBeCloseTo(LEFT, 0)
  expect(word('One').left).toBeLessThan(word('Two').left)
  expect(word('Three').left).toBeLessThan(word('Four').left)
  expect(word('Three').left).toBeLessThan(LEFT + 10)
  expect(word('1.').left).toBeCloseTo(LEFT, 0)
  expect(word('Five').left).toBeGreaterThan(word('1.').right)
})

describe('lists', () => {
  it('has Persian numbers and letters at the right, items beside them', async () => {
    const word = await wordsOf([
      { ol: [{ text: 'نخست' }, { text: 'سپس' }], start: 8 },
      { ol: [{ text: 'بند' }, { text: 'تبصره' }], type: 'letters' },
    ])
    for (const [mark, item] of [
      [marker('۸'), 'نخست'],
      [marker('۹'), 'سپس'],
      ['الف.', 'بند'],
      ['ب.', 'تبصره'],
    ] as const) {
      expect(word(mark).right).toBeCloseTo(RIGHT, 0)
      expect(word(item).right).toBeLessThan(word(mark).left)
      expect(word(item).top).toBeCloseTo(word(mark).top, 0)
    }
    expect(word('نخست').right).toBeCloseTo(word('سپس').right, 0)
  })

  it('names items after the last letter by two letters', async () => {
    const words = placedWordsOf(
      await renderPaper(
        plainPaper([
          { ol: [{ text: 'یکم' }, { text: 'دوم' }, { text: 'سوم' }], type: 'letters', start: 32 },
        ]),
      ),
    )
    expect(words.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['ی.', 'الف', 'الف.', 'ب.']),
    )
  })

  it('steps in a nested list, whichever way it runs', async () => {
    const word = await wordsOf([
      {
        ol: [
          {
            stack: [
              { text: 'بیرون' },
              { ol: [{ text: 'درون' }, { text: 'دیگر' }], type: 'letters' },
              { ul: [{ text: 'گلوله' }] },
            ],
          },
        ],
      },
      {
        direction: 'ltr',
        ol: [{ stack: [{ text: 'Outer' }, { ol: [{ text: 'Inner' }], type: 'letters' }] }],
      },
    ])
    expect(word(marker('۱')).right).toBeCloseTo(RIGHT, 0)
    expect(word('الف.').right).toBeCloseTo(word('بیرون').right, 0)
    expect(word('درون').right).toBeLessThan(word('الف.').left)
    expect(word('گلوله').right).toBeLessThan(word('بیرون').right - 5)
    expect(word('1.').left).toBeCloseTo(LEFT, 0)
    expect(word('a.').left).toBeCloseTo(word('Outer').left, 0)
    expect(word('Inner').left).toBeGreaterThan(word('a.').right)
  })

  it('hangs the marker of an item of columns at the right edge of the list', async () => {
    const word = await wordsOf([{ ol: [{ columns: [{ text: 'راست' }, { text: 'چپ' }] }] }])
    expect(word(marker('۱')).right).toBeCloseTo(RIGHT, 0)
    expect(word('راست').right).toBeLessThan(word(marker('۱')).left)
  })

  it('keeps its place over a page break', async () => {
    const items = Array.from({ length: 80 }, (_, i) => ({ text: `مورد${i}` }))
    const words = placedWordsOf(await renderPaper(plainPaper([{ ol: items }])))
    const rights = words.filter(({ text }) => text.includes('مورد')).map(({ right }) => right)
    expect(Math.max(...words.map(({ page }) => page))).toBeGreaterThan(1)
    expect(Math.max(...rights) - Math.min(...rights)).toBeLessThan(0.5)
  })
})

describe('margins that follow the direction', () => {
  const content: PaperNode[] = [
    { text: 'نخستین' },
    { table: { widths: ['*', 60], body: [[cell('پهن'), cell('باریک')]] } },
    { text: 'دومین', pageBreak: 'before' },
    { table: { widths: ['*', 60], body: [[cell('گسترده'), cell('تنگ')]] }, layout: GRID },
    {
      canvas: [
        {
          type: 'polyline',
          points: [
            { x: 0, y: 0 },
            { x: 9, y: 9 },
          ],
          color: '#000000',
        },
      ],
    },
  ]
  const margins = { start: 90, end: 30, top: 60, bottom: 60 }
  const framed: Partial<PaperDefinition> = {
    header: (page) => ({ text: `سر${page}` }),
    footer: (page) => ({ text: `پا${page}`, alignment: 'end' }),
  }

  it('start is the right of a Persian page and the left of a Latin one', async () => {
    const word = await wordsOf(content, { ...framed, pageMargins: margins })
    expect(word('نخستین').right).toBeCloseTo(595.28 - 90, 0)
    expect(word('دومین').right).toBeCloseTo(595.28 - 90, 0)
    expect(word('سر1').right).toBeCloseTo(595.28 - 90, 0)
    expect(word('پا2').left).toBeCloseTo(30, 0)
    const latin = await wordsOf([{ text: 'Latin' }], {
      pageMargins: margins,
      style: { direction: 'ltr' },
    })
    expect(latin('Latin').left).toBeCloseTo(90, 0)
  })

  it('even pages of a paper for both sides have them exchanged', async () => {
    const change = { ...framed, pageMargins: { ...margins, mirrored: true } }
    const pdf = await renderPaper(plainPaper(content, change))
    const word = await wordsOf(content, change)
    expect(word('نخستین').right).toBeCloseTo(595.28 - 90, 0)
    expect(word('سر1').right).toBeCloseTo(595.28 - 90, 0)
    expect(word('پا1').left).toBeCloseTo(30, 0)
    expect(word('دومین').right).toBeCloseTo(595.28 - 30, 0)
    expect(word('گسترده').right).toBeCloseTo(595.28 - 35, 0)
    expect(word('سر2').right).toBeCloseTo(595.28 - 30, 0)
    expect(word('پا2').left).toBeCloseTo(90, 0)
    expect(structureFaultsOf(pdf)).toBe('')
  })

  it('a repeated head of a table moves with its page', async () => {
    const rows = Array.from({ length: 60 }, () => [cell('ردیف')])
    const words = placedWordsOf(
      await renderPaper(
        plainPaper(
          [{ table: { headerRows: 1, widths: ['*'], body: [[cell('عنوان')], ...rows] } }],
          {
            pageMargins: { ...margins, mirrored: true },
          },
        ),
      ),
    )
    const [first, second] = words.filter(({ text }) => text === 'عنوان')
    expect((second?.right ?? 0) - (first?.right ?? 0)).toBeCloseTo(60, 0)
    expect(second?.page).toBe(2)
  })
})
