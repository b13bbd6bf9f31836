import { toPersianDigits } from '#core/kernel/digits.ts'
import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { RequestPanel } from '../pages/request.panel.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { textOf } from '../../support/pdf-tools.ts'

/** A man of 54 with more than 35 years of record. */
const LONG_RECORD = '0000001351'
/** A man of 47 with 25 years of record: no path is open by itself. */
const MIDDLE_AGED = '0000001198'
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
  await request.verdict.evaluate((verdict) => {
    verdict.scrollIntoView()
  })
  await picture(desk, 'retirement-paths')
  await request.submit()
  const code = await request.trackingCode()
  const receipt = textOf(await request.printReceipt()).replace(/\s+/g, ' ')
  for (const part of [toPersianDigits(code), 'درخواست بازنشستگی', 'نامهٔ ترک کار'])
    expect(receipt).toContain(part)
})

test('hazardous work opens a path that the file does not show', async ({ desk }) => {
  await desk.openFile(MIDDLE_AGED)
  const request = panelOf(desk)
  await request.open()
  await expect(request.verdict).toContainText(t('rules.notEntitled'))
  await expect(request.verdict).toContainText(t('rules.reason.no-retirement-path'))
  await request.verdict.evaluate((verdict) => {
    verdict.scrollIntoView()
  })
  await picture(desk, 'retirement-refused')

  await desk.goTo(request.field('work'))
  await desk.keys.press('ArrowDown', 'Tab')
  await expect(request.field('hazardousYears')).toBeFocused()
  await desk.keys.type('20')
  await expect(request.verdict).toContainText(t('rules.entitled'))

  // A path that is not open is told at its field.
  await desk.keys.press('Tab', 'ArrowDown')
  await request.receiveAll()
  await request.submit()
  await expect(request.panel.getByText(t('refusals.fault.path-not-open')).first()).toBeVisible()
  await expect(request.filed).toBeHidden()
  await desk.goTo(request.field('path'), 'Shift+Tab')
  await desk.keys.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown')
  await expect(request.field('path')).toHaveValue('HAZARDOUS')
  await picture(desk, 'retirement-hazardous')
  await request.submit()
  await expect(request.filed).toBeVisible()
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
  await expect(request.verdict).toContainText(toPersianDigits('8000107'))
})

test('a request that waits for the letter is shown with the open path', async ({ counter }) => {
  await counter.openFile('0000001295')
  const request = panelOf(counter)
  await request.open()
  await expect(request.panel).toContainText(t('filing.openRequest'))
  await expect(request.panel).toContainText(toPersianDigits('1048400160'))
})
