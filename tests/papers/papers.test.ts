import { describe, expect, it } from 'vitest'
import { formatRial } from '#core/kernel/rial.ts'
import { rialInWords } from '#core/kernel/words.ts'
import type { PaperStatement } from '#core/certificates/paper.model.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import { verificationText } from '../../electron/backend/papers/verification.ts'
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
import { paperOf } from './renderer.ts'
import { aCertificate, aLongSlip, aReceipt, aSlip } from './statements.ts'
import { wordRecallOf } from './word-recall.ts'

const A4 = { width: 595.28, height: 841.89 }
const A5_LANDSCAPE = { width: 595.28, height: 419.53 }
const LONG_NAME = 'سیدمحمدرضا عبدالرحمن‌زادگان حسینی طباطبایی‌نژاد اصفهانی فرد قهفرخی بختیاری'

const papers: { name: string; statement: PaperStatement; sheet: typeof A4; pages: number }[] = [
  { name: 'salary certificate', statement: aCertificate(), sheet: A4, pages: 1 },
  {
    name: 'salary certificate with a long name, little known, commitments and a reprint',
    statement: aCertificate(
      {
        person: {
          fullName: LONG_NAME,
          fatherName: null,
          nationalId: '0000001341',
          birthDay: null,
          birthCertificateNumber: null,
          birthCertificatePlace: null,
        },
        insuranceNumber: null,
        commitments: [{ recipientName: 'بانک رفاه', instalment: 20000000, remainingCount: 18 }],
      },
      { reprint: { firstNumber: '9002-1405-000101', count: 2, reason: 'مفقود شدن نسخهٔ نخست' } },
    ),
    sheet: A4,
    pages: 1,
  },
  { name: 'pension slip', statement: aSlip(), sheet: A5_LANDSCAPE, pages: 1 },
  { name: 'pension slip of 40 lines', statement: aLongSlip(40), sheet: A5_LANDSCAPE, pages: 3 },
  { name: 'request receipt', statement: aReceipt(), sheet: A4, pages: 1 },
  {
    name: 'request receipt of a representative with many papers',
    statement: aReceipt({
      fullName: LONG_NAME,
      representative: { name: LONG_NAME, kind: 'LAWYER', powerNumber: '1404/12-345' },
      papers: Array.from({ length: 14 }, (_, i) => ({
        title: `مدرک شمارهٔ ${i + 1} با عنوانی بلند`,
        form: 'COPY' as const,
      })),
    }),
    sheet: A4,
    pages: 2,
  },
]

describe.each(papers)('$name', ({ statement, sheet, pages }) => {
  it('comes back from pdftotext word by word, in real letters', async () => {
    const text = markedTextOf(await paperOf(statement))
    expect(text).not.toMatch(/[\ufb50-\ufdff\ufe70-\ufefc\ufffd]/)
    const { share, missing } = wordRecallOf(await paperOf(statement), definitionOf(statement))
    expect(share, missing.join(' ')).toBeGreaterThanOrEqual(0.99)
  })

  it('keeps the order of words and the digits of numbers', async () => {
    const pdf = await paperOf(statement)
    const texts = textsOf(definitionOf(statement), pages)
    const words = wordsOf(markedTextOf(pdf)).join(' ')
    const oneLine = texts.filter((part) => part.length < 40)
    expect(oneLine.filter((part) => !words.includes(wordsOf(part).join(' ')))).toEqual([])
    const text = textOf(pdf)
    const numbers = texts.flatMap((part) => part.match(/\p{Nd}[\p{Nd}٬/:]*\p{Nd}/gu) ?? [])
    expect(numbers.filter((number) => !text.includes(number))).toEqual([])
  })

  it('is a clean file of its size with embedded subsets of both fonts', async () => {
    const pdf = await paperOf(statement)
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
    expect(pdf.length).toBeLessThan(80_000)
  })

  it('carries a code that a 100 dpi scan reads, without personal data', async () => {
    const code = verificationText(statement)
    const codes = codesOf(await paperOf(statement))
    expect(code).toMatch(/^https:\/\/verify\.example\.ir\/d\/[\w%-]+\?c=[0-9a-f]{12}$/)
    expect(codes.length).toBeGreaterThan(0)
    expect(new Set(codes)).toEqual(new Set([code]))
  })

  it('gives the same bytes for the same statement', async () => {
    expect(Buffer.compare(await paperOf(statement), await paperOf(statement))).toBe(0)
  })
})

it('says amounts alike in digits and in words', async () => {
  const paper = aCertificate()
  const text = wordsOf(textOf(await paperOf(paper))).join(' ')
  for (const amount of [paper.gross, paper.deductions, paper.net]) {
    const parts = wordsOf(rialInWords(amount)).join(' ')
    expect(text).toContain(wordsOf(formatRial(amount)).join(' '))
    // Words may break over two lines of their cell, with the next cell between them for a reader.
    expect(parts.split(' ').every((word) => text.includes(word))).toBe(true)
  }
  const slip = aSlip()
  expect(wordsOf(textOf(await paperOf(slip))).join(' ')).toContain(
    wordsOf(rialInWords(slip.net)).join(' '),
  )
})

describe('a paper that does not count says so', () => {
  const marks = [
    { name: 'preview', change: { number: null }, mark: 'پیش‌نمایش – فاقد اعتبار' },
    {
      name: 'demonstration office',
      change: { officeKind: 'demonstration' as const },
      mark: 'نمایشی – فاقد اعتبار',
    },
    { name: 'test office', change: { officeKind: 'test' as const }, mark: 'آزمایشی – فاقد اعتبار' },
  ]
  it.each(marks)('$name', async ({ change, mark }) => {
    const pdf = await paperOf(aCertificate({}, change))
    expect(textOf(pdf)).toContain(mark)
    expect(definitionOf(aCertificate({}, change)).watermark?.text).toBe(mark)
    expect(structureFaultsOf(pdf)).toBe('')
  })

  it('a preview has no number and no code; a real paper has no mark', async () => {
    expect(codesOf(await paperOf(aCertificate({}, { number: null })))).toEqual([])
    const genuine = definitionOf(aCertificate())
    expect(genuine.watermark).toBeUndefined()
    expect(textsOf(genuine).join(' ')).not.toContain('فاقد اعتبار')
  })

  it('both halves of a receipt carry the mark', () => {
    const receipt = definitionOf(aReceipt({}, { officeKind: 'demonstration' }))
    expect(receipt.watermark?.text.split('\n')).toHaveLength(2)
  })
})

it('a reprint names its first number, count and reason and keeps the check code', async () => {
  const reprint = { firstNumber: '9002-1405-000101', count: 2, reason: 'مفقود شدن' }
  const again = aCertificate({}, { reprint })
  const text = textOf(await paperOf(again))
  expect(text).toContain('المثنی')
  expect(text).toContain('۹۰۰۲-۱۴۰۵-۰۰۰۱۰۱')
  expect(text).toContain('مفقود شدن')
  expect(verificationText(again)).toBe(verificationText(aCertificate()))
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
