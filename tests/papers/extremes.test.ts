import { describe, expect, it } from 'vitest'
import { PaperKind } from '#core/certificates/paper.model.ts'
import type { PaperStatement } from '#core/certificates/paper.model.ts'
import { formatRial, rial } from '#core/kernel/rial.ts'
import { PaperFault } from '../../electron/backend/papers/persian-text/paper-fault.ts'
import { codesOf, drawnTextOf, placedWordsOf, sheetsOf, textOf } from '../support/pdf-tools.ts'
import { anAccessSheet } from './access-sheets.ts'
import { aDebtStatement } from './debt-statements.ts'
import { fullSamples } from './full-samples.ts'
import { aBareDecree, aDecree, aDeduction } from './pension-statements.ts'
import { aRecord } from './record-statements.ts'
import { paperOf, plainPaper, renderPaper } from './renderer.ts'
import { sealOf } from './statement-parts.ts'
import { aCertificate, aLongSlip, aReceipt, aSlip, samples } from './statements.ts'
import { filledWith, textFieldsOf } from './text-fields.ts'

const NAME = 'سیدمحمدرضا عبدالرحمن‌زادگان حسینی طباطبایی‌نژاد '.repeat(5).slice(0, 200).trim()
const HUGE = 1_000_000_000_000_000

/** Words that stand outside the sheet, and codes that were lost. */
async function faultsOf(statement: PaperStatement): Promise<string[]> {
  const pdf = await paperOf(statement)
  const { width, height } = sheetsOf(pdf)
  const outside = placedWordsOf(pdf).filter(
    ({ left, right, top, bottom }) => left < 0 || top < 0 || right > width || bottom > height,
  )
  const code = codesOf(pdf).includes(statement.issue.seal ?? '') ? [] : ['no code']
  return [...outside.map(({ text, page }) => `${text} on page ${page}`), ...code]
}

const visible = (text: string): string => text.replace(/[\s-]+/g, '')

describe.each(PaperKind.options)('a %s', (kind) => {
  it('with names of 200 characters keeps to its sheets and says them whole', async () => {
    const fields = textFieldsOf(fullSamples[kind])
    const { statement, filled } = filledWith(fullSamples[kind], fields, [NAME])
    expect(await faultsOf(statement)).toEqual([])
    const back = visible(drawnTextOf(await paperOf(statement)))
    const letters = NAME.split('ط').length - 1
    const whole = filled.filter(({ text }) => text.length > 100).length
    expect(back.split('ط').length - 1).toBeGreaterThanOrEqual(whole * letters)
  })

  it('with little known keeps to its sheets', async () => {
    for (const { statement } of samples[kind]) expect(await faultsOf(statement)).toEqual([])
  })
})

describe('amounts of a thousand million million rial', () => {
  const amount = rial(HUGE)
  const line = { title: 'مستمری', amount: HUGE, remainingCount: null }
  const debts = aDebtStatement(2, 0).debts.map((debt) => ({ ...debt, remaining: amount }))
  const record = aRecord(2, 'WAGES', { firstWage: HUGE / 100 })
  const papers: readonly PaperStatement[] = [
    aCertificate({ gross: HUGE, deductions: 0, net: HUGE }),
    aDeduction({
      ...{ gross: HUGE, deductions: 0, net: HUGE, loan: HUGE },
      ...{ instalment: HUGE, count: 1, repayment: HUGE, guarantee: HUGE },
    }),
    aSlip({
      ...{ payments: [line], deductions: [line], loans: [] },
      ...{ totalPayments: HUGE, totalDeductions: HUGE, totalLoans: 0, net: 0 },
    }),
    aDecree({
      lines: [{ title: 'مستمری', before: HUGE, after: HUGE }],
      ...{ totalBefore: HUGE, totalAfter: HUGE, payable: HUGE, averageWage: HUGE },
    }),
    { ...aDebtStatement(2, 0), debts, pending: amount, total: amount },
    { ...record, rows: record.rows.map((row) => ({ ...row, yearWage: amount })) },
  ]
  it.each(papers.map((paper) => [paper.kind, paper] as const))(
    'stand on one line in a %s',
    async (_, paper) => {
      expect(await faultsOf(paper)).toEqual([])
      expect(textOf(await paperOf(paper))).toContain(formatRial(amount))
    },
  )
})

describe('long lists', () => {
  it.each([
    ['a slip of 1,000 lines', aLongSlip(1000), 57],
    ['a record of 1 row', aRecord(1), 1],
    ['a record of 140 rows', aRecord(140), 7],
    ['300 debts with their documents', aDebtStatement(300, 3), 48],
    ['500 entries of a trail', anAccessSheet(500), 15],
  ] as const)('%s', async (_, statement, pages) => {
    const pdf = await paperOf(statement)
    const drawn = sheetsOf(pdf).pages
    expect(drawn).toBeGreaterThanOrEqual(pages * 0.8)
    expect(drawn).toBeLessThanOrEqual(pages * 1.2)
    expect(await faultsOf(statement)).toEqual([])
  })

  it('repeat the head on every page and part no row', async () => {
    const words = placedWordsOf(await paperOf(aRecord(120, 'ALL')))
    const pages = new Set(words.map(({ page }) => page))
    expect(pages.size).toBe(4)
    for (const page of pages) {
      const onPage = words.filter((word) => word.page === page)
      expect(onPage.filter(({ text }) => text === 'اسفند').length).toBeGreaterThan(0)
      // The year and the days of a year open and close a row: as many of one as of the other.
      const years = onPage.filter(
        ({ text, right }) => /^۱[۳۴]\p{Nd}\p{Nd}$/u.test(text) && right > 790,
      )
      expect(years.length).toBeGreaterThan(10)
    }
    const rows = words.filter(({ text, right }) => /^۱[۳۴]\p{Nd}\p{Nd}$/u.test(text) && right > 790)
    expect(rows).toHaveLength(120)
  })

  it('a receipt of very many papers is parted rather than cut off', async () => {
    const papers = Array.from({ length: 60 }, (_, i) => ({
      title: `${NAME.slice(0, 120)} ${i + 1}`,
      form: 'COPY' as const,
    }))
    const receipt = aReceipt({ papers })
    expect(await faultsOf(receipt)).toEqual([])
    const back = textOf(await paperOf(receipt))
    expect(back).toContain('۶۰')
    expect(back).toContain('نسخهٔ شعبه')
  })
})

it('a block that is taller than its page is refused, where pdfmake would leave it out', async () => {
  const tall = { stack: Array.from({ length: 80 }, () => ({ text: 'سطر' })) }
  const row = { table: { widths: ['*' as const], dontBreakRows: true, body: [[tall], [tall]] } }
  for (const node of [{ ...tall, unbreakable: true }, row]) {
    await expect(renderPaper(plainPaper([node]))).rejects.toThrow(PaperFault)
  }
  const footer = () => tall
  await expect(renderPaper(plainPaper([{ text: 'سطر' }], { footer }))).rejects.toThrow(PaperFault)
})

// A code of version n holds exactly so many digits; pdfmake's encoder spoils one that is full.
it.each([255, 256, 293, 365, 366, 432, 433, 700])('a seal of %i digits is read', async (digits) => {
  const seal = sealOf(digits)
  expect(codesOf(await paperOf(aCertificate({}, { seal })))).toEqual([seal])
})

it('nothing at all is a result too', async () => {
  const none = { payments: [], deductions: [], loans: [] }
  const totals = { totalPayments: 0, totalDeductions: 0, totalLoans: 0, net: 0 }
  expect(await faultsOf(aSlip({ ...none, ...totals }))).toEqual([])
  expect(await faultsOf(aBareDecree())).toEqual([])
  expect(textOf(await paperOf(aDebtStatement(0)))).toContain('بدون بدهی')
  expect(textOf(await paperOf(aReceipt({ papers: [] })))).toContain('بدون مدرک')
  expect(textOf(await paperOf(aRecord(0)))).toContain('هیچ سابقه‌ای ثبت نشده')
  expect(textOf(await paperOf(anAccessSheet(0)))).toContain('باز نکرده است')
})
