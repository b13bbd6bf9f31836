import { toPersianDigits } from '#core/kernel/digits.ts'
import { expect, test } from '../app.fixture.ts'
import { PapersPanel } from '../pages/papers.panel.ts'
import { PensionStatusPage } from '../pages/pension-status.page.ts'
import { inspect } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { textOf } from '../../support/pdf-tools.ts'

const WIDOW = '0000001104'
const [OWN, SHARED] = [toPersianDigits('8000110'), toPersianDigits('8000109')]
/** A retirement pension that the centre has suspended without a word why. */
const SUSPENDED = '9444095436'
const NOBODY = '0000001384'

/** Text of a paper with one space wherever there is any. */
const plain = (pdf: Uint8Array) => textOf(pdf).replace(/\s+/g, ' ')

test('a widow with two files: how each stands, and the shares of one', async ({ desk }) => {
  await desk.openFile(WIDOW)
  const status = new PensionStatusPage(desk)
  await status.open()
  await expect(status.files.getByRole('row')).toHaveCount(3)
  await expect(status.standing).toContainText(t('pensions.standing.SHARE.ACTIVE'))
  await expect(status.standing).toContainText('۱۴۰۴/۰۱/۰۱')
  await expect(status.shares).toBeHidden()

  await status.choose(SHARED)
  await expect(status.standing).toContainText('۱۴۰۲/۰۳/۱۷')
  await expect(status.shares.getByRole('row')).toHaveCount(6)
  const own = status.heir('سیده فاطمه')
  await expect(own).toContainText(t('pensions.survivors.own'))
  await expect(own).toContainText('۴۱٫۶۸')
  await expect(own).toContainText('۱۹۱٬۵۵۸٬۶۴۴')
  for (const [name, share] of [
    ['آرش', '۲۰٫۸۳'],
    ['نازنین‌زهرا', '۲۰٫۸۳'],
    ['ماه‌منیر', '۱۶٫۶۶'],
  ] as const) {
    await expect(status.heir(name)).toContainText(share)
    await expect(status.heir(name)).not.toContainText('٬')
  }
  const sum = status.shares.getByRole('row').last()
  await expect(sum).toContainText('۱۰۰ درصد')
  await expect(status.shares).toContainText(t('rules.uncertain'))
  await expect(status.shares).toContainText(t('rules.article.SSA-83'))
  await expect(status.condition).toContainText(t('pensions.condition.ground.NO_REMARRIAGE'))
  await inspect(desk, 'pension-status-widow')

  // The paper of both files, as the screen has them; it lies in the box afterwards.
  await desk.keys.press('F7')
  const paper = new PapersPanel(desk, 'pension-status')
  await paper.ready()
  await inspect(desk, 'pension-status-paper')
  await paper.ready()
  await desk.keys.press('Enter')
  const text = plain(await paper.printed())
  for (const part of [OWN, SHARED, '۴۱٫۶۸', 'جمشید درگذشته نمونه', '۱۴۰۲/۰۳/۱۷', 'برقرار'])
    expect(text).toContain(part)
  expect(text).not.toContain('۱۹۱٬۵۵۸٬۶۴۴')
  await desk.keys.press('Escape', 'Control+K')
  await desk.keys.type(t('vault.tab'))
  await desk.keys.press('Enter')
  await expect(desk.page.getByRole('main')).toContainText(t('enums.paperKind.pension-status'))
})

test.describe('heirs of one file, each with the own condition', () => {
  for (const [id, ground] of [
    ['0000001112', 'آخرین روز این حق: ۱۴۰۸/۰۲/۲۷'],
    ['0000001120', t('pensions.condition.ground.NO_HUSBAND_NO_JOB')],
    ['0000001139', t('pensions.condition.ground.MAINTENANCE')],
  ] as const)
    test(id, async ({ counter }) => {
      await counter.openFile(id)
      const status = new PensionStatusPage(counter)
      await status.open()
      await expect(status.condition).toContainText(ground)
      await expect(status.condition).toContainText(t('rules.article.SSA-81'))
      await expect(status.shares.getByRole('row').filter({ hasText: '٬' })).toHaveCount(1)
    })
})

test('a suspended file says what can be done, and has a paper', async ({ counter }) => {
  await counter.openFile(SUSPENDED)
  await expect(counter.header).toContainText('قطع موقت')
  const status = new PensionStatusPage(counter)
  await status.open()
  await expect(status.standing).toContainText(t('pensions.standing.FILE.SUSPENDED'))
  await expect(status.standing).toContainText(t('pensions.standing.noReason'))
  await expect(status.standing).toContainText(t('pensions.standing.next.SHOW_LIFE'))
  await inspect(counter, 'pension-status-suspended')
  await counter.keys.press('F7')
  const paper = new PapersPanel(counter, 'pension-status')
  await paper.ready()
  await counter.keys.press('Enter')
  expect(plain(await paper.printed())).toContain('قطع موقت')
})

test('who draws no pension is told so, and may have it on paper', async ({ counter }) => {
  await counter.openFile(NOBODY)
  await expect(counter.page.getByRole('main')).toContainText(t('pensions.notPensionerHere'))
  await inspect(counter, 'pension-status-nobody')
  await counter.pressButton(t('pensions.statusPaper'))
  const paper = new PapersPanel(counter, 'pension-status')
  await paper.ready()
  await counter.keys.press('Enter')
  expect(plain(await paper.printed())).toContain('مستمری‌بگیر نیست')

  // Also for whoever has another role, from the palette; the role itself says why it is closed.
  await counter.clear()
  await counter.openFile('0000001023')
  await expect(
    counter.header.getByRole('tab', { name: t('enums.roleReason.NO_PENSION') }),
  ).toBeVisible()
  const other = await PapersPanel.open(counter, 'pension-status')
  await other.ready()
})
