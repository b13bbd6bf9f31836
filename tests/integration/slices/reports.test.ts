import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Clerk } from '#core/access/access.ports.ts'
import type { Output } from '#core/contract.ts'
import { addDays } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { Deed, ReportSheet } from '#core/reports/report.model.ts'
import { definitionOf } from '../../../electron/backend/papers/paper-templates.ts'
import { selectRow } from '../../../electron/backend/database/rows.ts'
import { renderPaper } from '../../papers/renderer.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { codeOfMany, fileMany } from '../../support/many-requests.ts'
import { noPapers } from '../../support/papers.ts'
import { textOf } from '../../support/pdf-tools.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
const today = jalali('1405/09/02')
const COUNT = 240
let office: BranchOffice
let filer: Clerk
let expert: Clerk

/** A step of the n-th request at a time of a day in Tehran. */
async function step(n: number, seq: number, status: string, at: string): Promise<void> {
  const actor = status === '9' ? filer.clerkId : expert.clerkId
  await office.database.transaction(async (tx) => {
    await sql`insert into request_events (request_id, seq, status, at, actor_kind, actor_id)
      select request_id, ${seq}, ${status}, ${at}, 'EXPERT', ${actor} from requests
      where tracking_code = ${codeOfMany(n)}`.execute(tx)
    await sql`update requests set status = ${status} where tracking_code = ${codeOfMany(n)}`.execute(
      tx,
    )
  })
}

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: noPapers, today })
  await office.import(sampleExtract())
  filer = await office.signIn(1, { fullName: 'فرشته متصدی' })
  expert = await office.signIn(2, { fullName: 'کامران کارشناس', duties: ['EXPERT'] })
  await office.signIn(3, { role: 'SUPERVISOR' })
  await fileMany(office.database, { count: COUNT, today, filers: [filer.clerkId], owners: [null] })
  // The n-th was filed n days ago at 10:30 in Tehran.
  await step(0, 2, '19', `${today}T08:00:00.000Z`)
  await step(2, 2, '14', `${today}T08:00:00.000Z`)
  await step(2, 3, '9', `${today}T09:00:00.000Z`)
  await step(2, 4, '16', `${today}T09:30:00.000Z`)
  await step(2, 5, '18', `${today}T10:00:00.000Z`)
  // Late in the evening of UTC it is the next day in Tehran.
  await step(3, 2, '19', `${today}T20:29:59.999Z`)
  await step(4, 2, '19', `${today}T20:30:00.000Z`)
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

const read = (window: number, more: Partial<{ from: typeof today; to: typeof today }> = {}) =>
  office.get(window, 'reports.read', { from: today, to: today, whose: 'BRANCH', ...more })

describe('the report of a day', () => {
  test('counts each deed on its day in Tehran, once', async () => {
    const report = await read(3)
    expect(report.totals).toEqual({
      ...{ FILED: 2, ASKED: 1, RETURNED: 1, PROCESSED: 1, APPROVED: 1, REFUSED: 2, WITHDRAWN: 0 },
    })
    const tomorrow = await read(3, { from: addDays(today, 1), to: addDays(today, 1) })
    expect(tomorrow.totals).toMatchObject({ FILED: 0, REFUSED: 1 })
  })

  test('says how long it took to the first act and to the decision', async () => {
    const report = await read(3)
    // One hour, two days and one hour, three days and half of another.
    expect(report.firstAct).toEqual({ count: 3, median: 2 * 1440 + 60, ninety: 3 * 1440 + 809 })
    expect(report.decision).toEqual({ count: 3, median: 2 * 1440 + 180, ninety: 3 * 1440 + 809 })
  })

  test('of a period is the sum of its days', async () => {
    const from = addDays(today, -5)
    const whole = await read(3, { from, to: today })
    const days = []
    for (let n = -5; n <= 0; n++)
      days.push(await read(3, { from: addDays(today, n), to: addDays(today, n) }))
    for (const deed of Deed.options)
      expect(whole.totals[deed]).toBe(days.reduce((sum, { totals }) => sum + totals[deed], 0))
    const filed = await selectRow<{ count: number }>(
      office.database.reader,
      'select count(*) as count from requests where filed_on between ? and ?',
      [from, today],
    )
    expect(whole.totals.FILED).toBe(filed?.count)
  })

  test('is the branch’s for who may see it, for everybody else his own', async () => {
    expect(
      await office.refusal(1, 'reports.read', { from: today, to: today, whose: 'BRANCH' }),
    ).toMatchObject({ code: 'forbidden' })
    const own = await office.get(1, 'reports.read', { from: today, to: today, whose: 'MINE' })
    expect(own.totals).toMatchObject({ FILED: 2, RETURNED: 1, REFUSED: 0 })
    expect(own.clerks.map(({ clerkId }) => clerkId)).toEqual([filer.clerkId])
    const his = await office.get(2, 'reports.read', { from: today, to: today, whose: 'MINE' })
    expect(his.totals).toMatchObject({ FILED: 0, ASKED: 1, PROCESSED: 1, REFUSED: 2 })
  })

  test('of nothing is empty', async () => {
    const day = jalali('1404/01/05')
    const report = await read(3, { from: day, to: day })
    expect(report).toMatchObject({ kinds: [], clerks: [], firstAct: null, decision: null })
  })
})

describe('its sheet', () => {
  const sheetOf = ({ pdf }: Output<'reports.sheet'>) =>
    ReportSheet.parse(JSON.parse(Buffer.from(pdf, 'base64').toString('utf8')))

  test('says the same figures, read back from the PDF', async () => {
    const query = { from: addDays(today, -5), to: today, whose: 'BRANCH' as const }
    const report = await office.get(3, 'reports.read', query)
    const sheet = sheetOf(await office.get(3, 'reports.sheet', query))
    expect(sheet.report).toEqual(report)
    const text = textOf(await renderPaper(definitionOf(sheet)))
    const onPaper = text.match(/(?<![۰-۹/:])[۰-۹]+(?![۰-۹/:])/g) ?? []
    const lines = [report, ...report.kinds, ...report.clerks]
    const figures = lines.flatMap((line) =>
      Object.values('totals' in line ? line.totals : line.counts),
    )
    const countOf = (all: readonly string[], one: string) => all.filter((n) => n === one).length
    const expected = figures.map(toPersianDigits)
    for (const figure of new Set(expected))
      expect
        .soft(countOf(onPaper, figure), figure)
        .toBeGreaterThanOrEqual(countOf(expected, figure))
    for (const { fullName } of report.clerks)
      expect(text.replace(/\s+/g, '')).toContain(toPersianDigits(fullName).replace(/\s+/g, ''))
    expect(text).toContain('سند رسمی نیست')
  })

  test('is printed by the printer of the desk, and a failure is said', async () => {
    const query = { from: today, to: today, whose: 'MINE' as const }
    expect(await office.get(1, 'reports.print', query)).toMatchObject({ printed: true })
    expect(office.printer.jobs.at(-1)?.title).toContain('report')
    office.printer.outcome = { printed: false, reason: 'no-printer' }
    expect(await office.get(1, 'reports.print', query)).toEqual({
      ...{ printed: false, where: null, reason: 'no-printer' },
    })
  })
})
