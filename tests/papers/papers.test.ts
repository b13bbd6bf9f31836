import { describe, expect, it } from 'vitest'
import { PaperKind } from '#core/certificates/paper.model.ts'
import type { PaperStatement } from '#core/certificates/paper.model.ts'
import { rialInWords } from '#core/kernel/words.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import { textsOf, wordsOf } from '../support/definition-texts.ts'
import {
  codesOf,
  fontsOf,
  markedTextOf,
  openedOf,
  sheetsOf,
  structureFaultsOf,
  textOf,
} from '../support/pdf-tools.ts'
import { aDeduction } from './pension-statements.ts'
import { paperOf } from './renderer.ts'
import { missingFigures } from './stated-figures.ts'
import { reprint } from './statement-parts.ts'
import { aCertificate, aReceipt, aSlip, samples } from './statements.ts'
import { wordRecallOf } from './word-recall.ts'

const A4 = { width: 595.28, height: 841.89 }
const WIDE = { width: 841.89, height: 595.28 }
const A5_LANDSCAPE = { width: 595.28, height: 419.53 }

/** The sheet of each kind, and the pages of each of its samples. */
const sheets: { readonly [K in PaperKind]: { sheet: typeof A4; pages: readonly number[] } } = {
  'salary-certificate': { sheet: A4, pages: [1, 1, 1, 1] },
  'deduction-certificate': { sheet: A4, pages: [1, 1, 2] },
  'pension-slip': { sheet: A5_LANDSCAPE, pages: [1, 1, 1, 3] },
  decree: { sheet: A4, pages: [1, 2, 1, 1] },
  'record-statement': { sheet: WIDE, pages: [3, 4, 4, 1] },
  'record-certificate': { sheet: A4, pages: [1, 1] },
  'debt-statement': { sheet: WIDE, pages: [1, 3, 1] },
  'request-receipt': { sheet: A4, pages: [1, 2] },
  'access-sheet': { sheet: A4, pages: [1, 3, 1] },
  'decision-letter': { sheet: A4, pages: [1, 1, 1, 2] },
  'pension-status': { sheet: A4, pages: [1, 1, 1] },
  'ticket-receipt': { sheet: A4, pages: [1, 1, 1] },
  'care-statement': { sheet: A4, pages: [1, 1, 2, 1] },
}

/** Receipts lie twice on a sheet, one for the branch; an answer is the citizen's alone. */
function isTwice(statement: PaperStatement): boolean {
  if (statement.kind === 'ticket-receipt') return statement.answer === null
  return statement.kind === 'request-receipt'
}

interface Case {
  readonly name: string
  readonly statement: PaperStatement
  readonly sheet: typeof A4
  readonly pages: number
}

const cases = PaperKind.options.flatMap((kind): Case[] =>
  samples[kind].map(({ name, statement }, i) => {
    const { sheet, pages } = sheets[kind]
    return { name: `${kind}: ${name}`, statement, sheet, pages: pages[i] ?? 0 }
  }),
)

const drawn = new Map<PaperStatement, Promise<Uint8Array>>()

/** Each sample is drawn once for all that is looked at in it. */
function sampleOf(statement: PaperStatement): Promise<Uint8Array> {
  const before = drawn.get(statement)
  if (before) return before
  const paper = paperOf(statement)
  drawn.set(statement, paper)
  return paper
}

describe.each(cases)('$name', ({ statement, sheet, pages }) => {
  it('comes back from pdftotext word by word, in real letters', async () => {
    const pdf = await sampleOf(statement)
    expect(markedTextOf(pdf)).not.toMatch(/[\ufb50-\ufdff\ufe70-\ufefc\ufffd]/)
    const { share, missing } = wordRecallOf(pdf, definitionOf(statement))
    expect(share, missing.join(' ')).toBeGreaterThanOrEqual(0.99)
  })

  it('says every figure, day, code and name of its statement', async () => {
    const text = textOf(await sampleOf(statement))
    expect(missingFigures(statement, text)).toEqual([])
    const joined = textsOf(definitionOf(statement), pages).flatMap((part) =>
      wordsOf(part).filter((word) => word.includes('\u200c')),
    )
    expect(joined.filter((word) => !text.includes(word))).toEqual([])
  })

  it('is a clean file of its size with embedded subsets of both fonts', async () => {
    const pdf = await sampleOf(statement)
    expect(structureFaultsOf(pdf)).toBe('')
    const measured = sheetsOf(pdf)
    expect(measured.pages).toBe(pages)
    expect(measured.width).toBeCloseTo(sheet.width, 0)
    expect(measured.height).toBeCloseTo(sheet.height, 0)
    const fonts = fontsOf(pdf)
    expect(fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, '')).toSorted()).toEqual([
      'Vazirmatn-Bold',
      'Vazirmatn-Regular',
    ])
    expect(fonts.every(({ embedded, subset, unicode }) => embedded && subset && unicode)).toBe(true)
    expect(pdf.length).toBeLessThan(60_000 + 40_000 * pages)
  })

  it('carries its seal in a code that a 100 dpi scan reads', async () => {
    const codes = codesOf(await sampleOf(statement))
    expect(codes).toHaveLength(isTwice(statement) && pages === 1 ? 2 : 1)
    expect(new Set(codes)).toEqual(new Set([statement.issue.seal]))
  })
})

describe.each(PaperKind.options)('every %s', (kind) => {
  const [{ statement } = { statement: aCertificate() }] = samples[kind]

  it('has the same bytes for the same statement', async () => {
    expect(Buffer.compare(await paperOf(statement), await sampleOf(statement))).toBe(0)
  })

  it('is marked as a preview without a number, with the empty place of its code', async () => {
    const preview = { ...statement, issue: { ...statement.issue, number: null, seal: null } }
    const pdf = await paperOf(preview)
    expect(definitionOf(preview).watermark?.text).toContain('پیش‌نمایش – فاقد اعتبار')
    expect(textOf(pdf)).toContain('پیش‌نمایش – فاقد اعتبار')
    expect(textOf(pdf)).toContain('محل رمزینه')
    expect(codesOf(pdf)).toEqual([])
    expect(sheetsOf(pdf).pages).toBe(sheets[kind].pages[0])
  })

  it('names the first number, the count and the reason when it is a reprint', async () => {
    const text = textOf(await paperOf({ ...statement, issue: { ...statement.issue, reprint } }))
    for (const part of ['المثنی', 'نوبت', '۹۰۰۲-۱۴۰۵-۰۰۰۱۰۱', reprint.reason]) {
      expect(text).toContain(part)
    }
  })

  it('is marked in a demonstration and in a test office, and never in a real one', () => {
    const markOf = (officeKind: 'real' | 'demonstration' | 'test') =>
      definitionOf({ ...statement, issue: { ...statement.issue, officeKind } }).watermark?.text
    expect(markOf('demonstration')).toContain('نمایشی – فاقد اعتبار')
    expect(markOf('test')).toContain('آزمایشی – فاقد اعتبار')
    expect(markOf('real')).toBeUndefined()
    expect(textsOf(definitionOf(statement)).join(' ')).not.toContain('فاقد اعتبار')
  })

  it('shows the clerk by code and the way to verify on every page', () => {
    const { footer } = definitionOf(statement)
    const foot = footer ? [footer(1, 2), footer(2, 2)] : []
    const texts = textsOf({ ...definitionOf(statement), content: foot }).join(' ')
    if (footer) expect(texts).toContain('صفحهٔ ۲ از ۲')
    for (const part of ['C-۱۰۴۲', 'BAJEH-07', '۱۴۲۰', 'https://verify.example.ir/d']) {
      expect(textsOf(definitionOf(statement)).join(' ')).toContain(part)
    }
  })
})

it('says amounts alike in digits and in words', async () => {
  const paper = aDeduction()
  const words = new Set(wordsOf(textOf(await paperOf(paper))))
  const { gross, deductions, net, loan, instalment, repayment, guarantee } = paper
  for (const amount of [gross, deductions, net, loan, instalment, repayment, guarantee]) {
    expect(wordsOf(rialInWords(amount)).filter((word) => !words.has(word))).toEqual([])
  }
  const slip = aSlip()
  expect(wordsOf(textOf(await paperOf(slip))).join(' ')).toContain(
    wordsOf(rialInWords(slip.net)).join(' '),
  )
})

it('both halves of a receipt carry the mark', () => {
  const receipt = definitionOf(aReceipt({}, { officeKind: 'demonstration' }))
  expect(receipt.watermark?.text.split('\n')).toHaveLength(2)
})

it('pins the creation date and names the language, the title and nothing of the citizen', async () => {
  const pdf = openedOf(await paperOf(aCertificate()))
  expect(pdf).toContain('(D:20261121070500Z)')
  expect(pdf).toContain('/Lang (fa-IR)')
  expect(pdf).not.toMatch(/\/(JavaScript|JS|Launch|URI|EmbeddedFile|AA|OpenAction)\b/)
})

it('refuses a statement whose net does not follow from its lines', () => {
  expect(() => aCertificate({ net: 1 })).toThrow()
  expect(() => aSlip({ totalPayments: 254125551, net: 224325551 })).toThrow()
})
