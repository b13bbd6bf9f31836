import { toPersianDigits } from '#core/kernel/digits.ts'
import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { RequestPanel } from '../pages/request.panel.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { textOf } from '../../support/pdf-tools.ts'

/** A man of 54 with more than 35 years of record. */
const LONG_RECORD = '0000001351'
/** A young man: every path is far. */
const YOUNG = '0000001041'
const RETIRED = '0000001074'

function panelOf(desk: Desk): RequestPanel {
  return new RequestPanel(desk, 'RETIREMENT')
}

test('retirement after 35 years, with every path and its first day', async ({ desk }) => {
  await desk.openFile(LONG_RECORD)
  const request = panelOf(desk)
  await request.open()
  await expect(request.verdict).toContainText(t('rules.entitled'))
  for (const path of ['AGE', 'SERVICE', 'FULL_SERVICE', 'HAZARDOUS', 'PROPORTIONAL'] as const)
    await expect(request.verdict).toContainText(t(`rules.option.${path}`))
  // Sixty on 1411/01/01, by the path of age.
  await expect(request.verdict).toContainText('۱۴۱۱/۰۱/۰۱')
  await expect(request.verdict).toContainText(t('rules.figure.amount-after-a-year'))
  await expect(request.field('path')).not.toHaveValue('')

  // The letter of leaving work is not required to file.
  await request.submit()
  await expect(request.panel.getByText(t('filing.papersMissing')).first()).toBeVisible()
  await expect(request.filed).toBeHidden()
  await request.receiveAll()
  await inspect(desk, 'retirement')
  await request.submit()
  const code = await request.trackingCode()
  const receipt = textOf(await request.printReceipt()).replace(/\s+/g, ' ')
  for (const part of [toPersianDigits(code), 'درخواست بازنشستگی', 'نامهٔ ترک کار'])
    expect(receipt).toContain(part)
})

test('a path that is not open is not filed; hazardous work opens another', async ({ desk }) => {
  await desk.openFile(YOUNG)
  const request = panelOf(desk)
  await request.open()
  await expect(request.verdict).toContainText(t('rules.notEntitled'))
  await expect(request.verdict).toContainText(t('rules.reason.no-retirement-path'))
  await picture(desk, 'retirement-refused')
  await request.receiveAll()
  await request.submit()
  await expect(request.filed).toBeHidden()
})

test('an employer asks five years after the age', async ({ counter }) => {
  await counter.openFile(LONG_RECORD)
  const request = panelOf(counter)
  await request.open()
  await expect(request.field('applicant')).toBeFocused()
  await counter.keys.press('ArrowDown')
  await expect(request.field('workshopCode')).toBeVisible()
  await expect(request.verdict).toContainText('۱۴۱۶/۰۱/۰۱')
})

test('who draws a retirement pension is refused with its number', async ({ counter }) => {
  await counter.openFile(RETIRED)
  const request = panelOf(counter)
  await request.open()
  await expect(request.verdict).toContainText(t('rules.notEntitled'))
  await expect(request.verdict).toContainText('8000107')
})

test('a request that waits for the letter is shown with the open path', async ({ counter }) => {
  await counter.openFile('0000001295')
  const request = panelOf(counter)
  await request.open()
  await expect(request.panel).toContainText(t('filing.openRequest'))
  await expect(request.panel).toContainText(toPersianDigits('1048400160'))
})
