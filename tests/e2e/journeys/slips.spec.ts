import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Output } from '#core/contract.ts'
import { formatRial, rial, type Rial } from '#core/kernel/rial.ts'
import { rialInWords } from '#core/kernel/words.ts'
import { expect, test } from '../app.fixture.ts'
import { BatchPanel } from '../pages/batch.panel.ts'
import { PapersPanel } from '../pages/papers.panel.ts'
import { SlipsPage } from '../pages/slips.page.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { askOffice } from '../../support/demonstration-office.ts'
import { textOf } from '../../support/pdf-tools.ts'
import { slipOffice } from '../../support/slip-office.ts'

// Several screens are looked at in every way.
test.describe.configure({ timeout: 240_000 })

const NET = rial(224_325_550)

/** What the office itself answers for a person, once no window has it open. */
function fileIn(office: string, personId: string) {
  const { hits } = askOffice(office, 'citizens.search', {
    ...{ text: personId, limit: 1 },
  }) as Output<'citizens.search'>
  const { visit } = askOffice(office, 'visits.begin', {
    citizenId: hits[0]?.citizenId ?? 0,
    presence: { kind: 'SELF', cardSeen: true },
    purpose: 'INQUIRY',
    reason: null,
  }) as Output<'visits.begin'>
  return (method: string, input: object) =>
    askOffice(office, method, { visitId: visit.visitId, ...input })
}

const onOneLine = (text: string) => text.replace(/\s+/g, ' ')

test('the worked slip: screen, paper and database say the same', async ({ start }) => {
  const desk = await start()
  await desk.signIn()
  const slips = new SlipsPage(desk)
  await desk.openFile('8000134')
  await slips.expectCount('۱۶', '۱۶')
  await slips.goToSlip(/اردیبهشت ۱۴۰۵\s+ماهانه \(۲\)/)
  const detail = slips.detail(2, 1405)
  await expect(detail).toContainText(formatRial(NET))
  await expect(detail).toContainText(rialInWords(NET))
  for (const block of ['PAYMENT', 'DEDUCTION', 'LOAN'] as const)
    await expect(detail.getByRole('table', { name: t(`enums.slipBlock.${block}`) })).toBeVisible()
  await picture(desk, 'slips-worked')

  const paper = new PapersPanel(desk, 'pension-slip')
  await desk.keys.press('F7')
  await paper.ready()
  await desk.keys.press('Enter')
  const text = onOneLine(textOf(await paper.printed()))
  await desk.close()

  const ask = fileIn(desk.office, '0000001341')
  const list = ask('pensions.slips', { pensionNumber: '8000134' }) as Output<'pensions.slips'>
  const second = list.find(({ year, month, seq }) => year === 1405 && month === 2 && seq === 2)
  const slip = ask('pensions.slip', { slipNumber: second?.slipNumber }) as Output<'pensions.slip'>
  expect(slip.net).toBe(NET)
  const figures: readonly Rial[] = [
    ...[slip.net, slip.totalPayments, slip.totalDeductions, slip.totalLoans],
    ...slip.lines.map(({ amount }) => amount),
  ]
  for (const amount of figures) expect(text).toContain(formatRial(amount))
  expect(text).toContain(rialInWords(NET))
})

test('two slips against each other: the month before, and any other by Space', async ({
  start,
}) => {
  const desk = await start()
  await desk.signIn()
  const slips = new SlipsPage(desk)
  await desk.openFile('8000101')
  await expect(slips.list).toBeVisible()
  await desk.keys.press('F4')
  const same = slips.comparison('مهر ۱۴۰۵', 'آبان ۱۴۰۵')
  await expect(same).toContainText(t('slips.compare.equal'))
  await slips.goToSlip(/فروردین ۱۴۰۵/)
  const decree = slips.comparison('اسفند ۱۴۰۴', 'فروردین ۱۴۰۵')
  await expect(slips.reasons).toHaveCount(1)
  await expect(slips.reasons.first()).toContainText('۱۴۰۵-۸۰۰۰۱۰۱-۱')
  await expect(slips.reasons.first()).toContainText('۱۴۰۵/۰۱/۰۱')
  await inspect(desk, 'slips-compare-decree')
  const shown = onOneLine(await decree.innerText())
  // Another role and back: all of it is still there.
  await desk.keys.press('Alt+1')
  await expect(decree).toBeHidden()
  await desk.keys.press('Alt+3')
  await expect(decree).toBeVisible()

  // Esc ends it; Space marks the second slip, and the arrows bring the first.
  await desk.goTo(slips.list)
  await desk.keys.press('Escape')
  await expect(decree).toBeHidden()
  await slips.goToSlip(/عیدی/)
  await desk.keys.press('Space', 'ArrowDown')
  const eid = slips.comparison('بهمن ۱۴۰۴', 'بهمن ۱۴۰۴ عیدی')
  await expect(eid.or(slips.comparison('بهمن ۱۴۰۴ عیدی', 'بهمن ۱۴۰۴'))).toBeVisible()
  await expect(slips.reasons.first()).toContainText('عیدی')
  await picture(desk, 'slips-compare-eid')
  await desk.close()

  const ask = fileIn(desk.office, '0000001015')
  const list = ask('pensions.slips', { pensionNumber: '8000101' }) as Output<'pensions.slips'>
  const at = (year: number, month: number) =>
    list.find((one) => one.year === year && one.month === month && one.paymentType === 'MONTHLY')
  const [from, to] = [at(1404, 12), at(1405, 1)]
  const found = ask('pensions.compareSlips', {
    ...{ from: from?.slipNumber, to: to?.slipNumber },
  }) as Output<'pensions.compareSlips'>
  expect(found.net.difference).toBe((to?.net ?? 0) - (from?.net ?? 0))
  for (const { difference } of [...found.lines, found.net])
    if (difference > 0) expect(shown).toContain(`+${formatRial(rial(difference))}`)
})

test('filters leave what is asked for, and Esc takes them away', async ({ counter }) => {
  const slips = new SlipsPage(counter)
  await counter.openFile('8000101')
  await slips.expectCount('۱۶', '۱۶')
  await counter.goTo(slips.list)
  await slips.choose('pensions.paymentType', 'ARREARS')
  await slips.expectCount('۱', '۱۶')
  await expect(slips.detail(3, 1405)).toContainText('۱۲۰٬۷۶۴٬۴۷۴')
  await slips.choose('slips.year', '1404')
  await expect(counter.page.getByText(t('slips.noneLeft'))).toBeVisible()
  await picture(counter, 'slips-none-left')
  await counter.keys.press('Escape')
  await slips.expectCount('۱۶', '۱۶')
  await slips.choose('slips.year', '1404')
  await slips.expectCount('۷', '۱۶')
})

test('a year at a glance, and its slips in one batch', async ({ start }) => {
  const desk = await start()
  await desk.signIn()
  const slips = new SlipsPage(desk)
  await desk.openFile('8000101')
  await expect(slips.list).toBeVisible()
  await desk.goTo(slips.list)
  await slips.show('GLANCE')
  await expect(slips.chart(1405)).toBeVisible()
  await slips.choose('slips.year', '1404')
  await expect(slips.chart(1404)).toBeVisible()
  await expect(slips.months(1404).getByRole('row').nth(1)).toContainText(
    t('slips.months.short.MISSING'),
  )
  await desk.goTo(slips.months(1404))
  await desk.keys.press(...Array.from({ length: 10 }, () => 'ArrowDown'))
  await expect(slips.months(1404).getByRole('row', { selected: true })).toContainText('بهمن')
  await inspect(desk, 'slips-glance')
  await desk.page.emulateMedia({ forcedColors: 'active' })
  await picture(desk, 'slips-glance-forced')
  await desk.page.emulateMedia({ forcedColors: null })
  const shown = onOneLine(await slips.months(1404).innerText())
  const drawn = onOneLine((await slips.chart(1404).textContent()) ?? '')

  await desk.keys.press('Shift+F7')
  const panel = desk.panel(t('papers.batch.title'))
  await expect(panel).toBeVisible()
  const batch = new BatchPanel(desk)
  await expect(batch.rows).toHaveCount(7)
  await expect(panel.getByRole('combobox', { name: t('papers.batch.year') })).toHaveValue('1404')
  await desk.keys.press('Enter')
  await expect(batch.summary).toContainText(t('papers.batch.over'))
  await desk.keys.press('Enter')
  await expect(batch.panel.getByText(t('enums.printState.PRINTED'), { exact: true })).toHaveCount(7)
  const papers = await Promise.all(
    (await readdir(desk.prints)).map(async (name) =>
      onOneLine(textOf(await readFile(path.join(desk.prints, name)))),
    ),
  )
  await desk.keys.press('Escape')
  // What was chosen is still there, and Enter leads to the slips of the month.
  await desk.goTo(slips.months(1404))
  await desk.keys.press('Enter')
  await expect(slips.detail(11, 1404)).toBeVisible()
  await desk.close()

  const ask = fileIn(desk.office, '0000001015')
  const year = ask('pensions.slipYear', {
    ...{ pensionNumber: '8000101', year: 1404 },
  }) as Output<'pensions.slipYear'>
  expect(year.paidMonths).toBe(6)
  expect(papers).toHaveLength(year.whole.slips)
  for (const amount of [year.monthly.net, year.eid.net, year.whole.net, year.monthly.payments])
    expect(shown).toContain(formatRial(amount))
  for (const { monthly, eid } of year.months.filter(({ slipNumbers }) => slipNumbers.length > 0)) {
    expect(drawn).toContain(formatRial(rial(monthly.net + eid.net)))
    expect(papers.some((text) => text.includes(formatRial(monthly.net)))).toBe(true)
  }
})

test('thirty years of slips: the marks of what is wrong stay in sight', async ({ start }) => {
  const desk = await start({ office: await slipOffice() })
  await desk.signIn()
  const slips = new SlipsPage(desk)
  await desk.openFile('8000107')
  await slips.expectCount('۴۲۰', '۴۲۰')
  expect(await slips.list.getByRole('row').count()).toBeLessThan(60)
  await desk.goTo(slips.list)
  await slips.choose('slips.year', '1390')
  await slips.expectCount('۱۴', '۴۲۰')
  await slips.goToSlip(/مرداد/)
  await expect(slips.list.getByRole('row', { selected: true })).toContainText(
    t('pensions.mismatch'),
  )
  await expect(slips.detail(5, 1390)).toContainText(t('enums.slipNotice.PAID_BEFORE_MONTH'))
  await desk.keys.press('F4')
  await expect(slips.comparison('تیر ۱۳۹۰', 'مرداد ۱۳۹۰')).toContainText(
    t('enums.slipNotice.PAID_BEFORE_MONTH'),
  )
  await picture(desk, 'slips-long-notice')
  await slips.show('GLANCE')
  await expect(slips.months(1390).getByRole('row', { name: /مرداد/ })).toContainText(
    t('pensions.mismatch'),
  )
  await inspect(desk, 'slips-long-glance')
})
