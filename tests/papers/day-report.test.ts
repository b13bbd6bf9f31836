import { expect, test } from 'vitest'
import { Deed, ReportSheet } from '#core/reports/report.model.ts'
import type { RequestKind } from '#core/requests/request.model.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import { openedOf, sheetsOf, structureFaultsOf, textOf } from '../support/pdf-tools.ts'
import { renderPaper } from './renderer.ts'

const counts = (n: number) => Object.fromEntries(Deed.options.map((deed, at) => [deed, n + at]))
const spread = { count: 12, median: 1500, ninety: 4380 }

const sheetOf = (lines: number, name = 'زهرا متصدی نمونه', kind = 'real') =>
  ReportSheet.parse({
    office: { kind, branchCode: '900', branchName: 'شعبه تهران', province: 'تهران' },
    at: '2026-11-23T08:00:00.000Z',
    clerk: { fullName: name, clerkCode: 'S01' },
    report: {
      ...{ from: '2026-11-23', to: '2026-11-23', whose: 'BRANCH', totals: counts(120) },
      ...{ firstAct: spread, decision: lines === 0 ? null : spread },
      clerks: Array.from({ length: lines }, (_, n) => ({
        ...{ clerkId: `c${n}`, fullName: name, clerkCode: `T${n}`, counts: counts(n) },
      })),
      kinds: (['MARRIAGE', 'RETIREMENT', 'RECORD_MISSING'] as const)
        .slice(0, lines)
        .map((kind: RequestKind, n) => ({
          ...{ kind, counts: counts(40 * n), firstAct: spread, decision: spread },
        })),
    },
    kindNames: { MARRIAGE: 'کمک‌هزینهٔ ازدواج', RETIREMENT: 'بازنشستگی' },
  })

const read = async (sheet: ReportSheet) =>
  textOf(await renderPaper(definitionOf(sheet))).replace(/\s+/g, '')

test('every figure, duration and name stands on the sheet', async () => {
  const text = await read(sheetOf(3))
  for (const part of ['کمک‌هزینهٔ ازدواج', 'زهرا متصدی نمونه', '۱ روز و ۱ ساعت', '۳ روز و ۱ ساعت'])
    expect(text).toContain(part.replace(/\s+/g, ''))
  for (const n of ['۱۲۰', '۱۲۶', '۸۶']) expect(text).toContain(n)
})

test('a day without work says so', async () => {
  expect(await read(sheetOf(0))).toContain('کاریثبتنشدهاست')
})

test('hundreds of clerks go over several pages, and nothing of a name is interpreted', async () => {
  const pdf = await renderPaper(definitionOf(sheetOf(300, '{{7*7}} <b>نام</b>')))
  expect(sheetsOf(pdf).pages).toBeGreaterThan(3)
  expect(openedOf(pdf)).not.toMatch(/\/(JavaScript|JS|Launch|URI|OpenAction)\b/)
  expect(structureFaultsOf(pdf)).toBe('')
})

test('a report of an office that does not count says so', async () => {
  expect(await read(sheetOf(2, 'نام', 'demonstration'))).toContain('نمایشی')
})
