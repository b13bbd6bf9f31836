import { toPersianDigits } from '#core/kernel/digits.ts'
import { formatRial, rial } from '#core/kernel/rial.ts'
import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { RequestPanel } from '../pages/request.panel.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { textOf } from '../../support/pdf-tools.ts'

/** A man whose 21 months of service are in the register and not in his record. */
const SOLDIER = '0000001155'

function panelOf(desk: Desk): RequestPanel {
  return new RequestPanel(desk, 'MILITARY_SERVICE')
}

test('21 months of service are bought in twelve instalments', async ({ desk }) => {
  await desk.openFile(SOLDIER)
  const request = panelOf(desk)
  await request.open()
  await expect(request.verdict).toContainText(t('rules.entitled'))
  await expect(request.verdict).toContainText(formatRial(rial(278_687_743)))
  await expect(request.verdict).toContainText(t('rules.option.MILITARY_FREE'))
  await expect(request.verdict).toContainText('۱۴۰۵/۱۲/۲۹')
  await expect(request.field('serviceFrom')).toHaveValue('۱۳۸۴/۰۴/۰۱')
  await expect(request.field('serviceTo')).toHaveValue('۱۳۸۶/۰۱/۰۱')

  await expect(request.field('card')).toBeFocused()
  await desk.keys.press('ArrowDown')
  await desk.goTo(request.field('instalments'))
  await desk.keys.press('Control+A')
  await desk.keys.type('12')
  await desk.goTo(request.verdict.getByText(t('rules.steps')), 'Shift+Tab')
  await desk.keys.press('Enter')
  // 278,687,743 = 11 × 23,223,978 + 23,223,985
  await expect(request.verdict).toContainText(formatRial(rial(23_223_978)))
  await expect(request.verdict).toContainText(formatRial(rial(23_223_985)))
  await request.receiveAll()
  await inspect(desk, 'military-service')
  await request.submit()
  const code = await request.trackingCode()
  const receipt = textOf(await request.printReceipt()).replace(/\s+/g, ' ')
  for (const part of [toPersianDigits(code), 'احتساب سابقهٔ خدمت سربازی'])
    expect(receipt).toContain(part)
})

test('the older card is refused below fifty', async ({ desk }) => {
  await desk.openFile(SOLDIER)
  const request = panelOf(desk)
  await request.open()
  await expect(request.field('card')).toBeFocused()
  await desk.keys.press('ArrowDown', 'ArrowDown')
  await expect(request.verdict).toContainText(t('rules.notEntitled'))
  await expect(request.verdict).toContainText('۵۰ سال')
  await desk.keys.press('ArrowUp')
  await expect(request.verdict).toContainText(t('rules.entitled'))

  // Papers that are lacking stop it, and nothing is filed.
  await request.submit()
  await expect(request.panel.getByText(t('filing.papersMissing')).first()).toBeVisible()
  await expect(request.filed).toBeHidden()
})

test('a request under way is shown with what it would cost', async ({ counter }) => {
  await counter.openFile('0000001066')
  const request = panelOf(counter)
  await request.open()
  await expect(request.verdict).toContainText(formatRial(rial(308_700_000)))
  await expect(request.panel).toContainText(t('filing.openRequest'))
  await expect(request.panel).toContainText('۱۰۴۸۴۰۰۰۴۲')
  await expect(request.field('card')).toBeHidden()
  await picture(counter, 'military-service-open')
})

test('days that the record has already are not bought', async ({ counter }) => {
  await counter.openFile('0000001198')
  const request = panelOf(counter)
  await request.open()
  await expect(request.verdict).toContainText(t('rules.notEntitled'))
  await expect(request.verdict).toContainText('۳۶۵ روز')
  await expect(request.verdict).toContainText(t('rules.article.SSA-95'))
  await picture(counter, 'military-service-overlap')
})
