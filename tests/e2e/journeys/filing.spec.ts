import { toPersianDigits } from '#core/kernel/digits.ts'
import { expect, test } from '../app.fixture.ts'
import { RequestPanel } from '../pages/request.panel.ts'
import { picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { codesOf, textOf } from '../../support/pdf-tools.ts'

test('a marriage allowance is filed and its receipt on paper in at most 24 keys @smoke', async ({
  desk,
}) => {
  await desk.openFile('9750734602')
  const request = new RequestPanel(desk)
  await request.open()
  await expect(request.verdict).toContainText(t('rules.entitled'))
  await expect(request.field('spouseId')).toHaveValue('۹۴۱۹۸۷۵۲۱۰')
  await request.fillIn()
  await picture(desk, 'request-form')
  await desk.keys.press('Control+Enter')
  const code = await request.trackingCode()
  await picture(desk, 'request-filed')
  const receipt = await request.printReceipt()
  expect(desk.keys.count).toBeLessThanOrEqual(24)

  const text = textOf(receipt).replace(/\s+/g, ' ')
  for (const part of ['عبدالله قادری', toPersianDigits(code), 'کمک‌هزینهٔ ازدواج'])
    expect(text).toContain(part)
  expect(text).not.toContain('۹۷۵۰۷۳۴۶۰۲')
  // One seal on both copies: signed digits.
  expect([...new Set(codesOf(receipt))]).toEqual([expect.stringMatching(/^\d{100,}$/)])

  await desk.keys.press('Escape', 'F9')
  const table = desk.page.getByRole('grid', { name: t('worklist.table') })
  const line = table.getByRole('row', { name: toPersianDigits(code) })
  await expect(line).toContainText('عبدالله قادری')
  await expect(line).toContainText(t('enums.requestStatus.9'))
  await expect(table).toBeFocused()
  await picture(desk, 'worklist')
})

test('the worklist opens a file at the request, for the request', async ({ desk }) => {
  await desk.openFile('9321051120')
  const request = new RequestPanel(desk)
  await request.open()
  await request.fillIn()
  await desk.keys.press('Control+Enter')
  const code = await request.trackingCode()
  await desk.keys.press('Escape')
  await desk.endVisit()
  await desk.keys.press('F9')
  await expect(desk.page.getByRole('grid', { name: t('worklist.table') })).toBeFocused()
  await desk.keys.press('Enter')
  await expect(desk.dialog).toContainText(t('visits.title'))
  await desk.keys.press('Enter')
  await expect(desk.header).toContainText(t('enums.presence.OPEN_REQUEST'))
  const requests = desk.page.getByRole('grid', { name: t('requests.table') })
  await expect(requests.getByRole('row', { selected: true })).toContainText(toPersianDigits(code))
})

test('719 days are refused before anything is typed, with reason and article', async ({
  counter,
}) => {
  await counter.openFile('0000001031')
  const request = new RequestPanel(counter)
  await request.open()
  await expect(request.verdict).toContainText(t('rules.notEntitled'))
  await expect(request.verdict).toContainText(t('rules.article.SSA-85'))
  await expect(request.verdict).toContainText('۷۱۹ روز')
  await picture(counter, 'request-refused')
})

test('720 days are enough, and an open request of the same kind is shown first', async ({
  counter,
}) => {
  await counter.openFile('0000001023')
  const request = new RequestPanel(counter)
  await request.open()
  await expect(request.verdict).toContainText(t('rules.entitled'))
  await expect(request.verdict).toContainText('۷۲۰ روز')
  await expect(request.panel).toContainText(t('filing.openRequest'))
  await expect(request.panel).toContainText('۱۰۴۸۴۰۰۰۳۵')
  await expect(request.field('deedNumber')).toBeHidden()
  await picture(counter, 'request-open-already')
})

test('what is wrong is listed, and the first of it has the focus', async ({ counter }) => {
  await counter.openFile('9190581148')
  const request = new RequestPanel(counter)
  await request.open()
  await expect(request.field('deedNumber')).toBeFocused()
  await counter.keys.press('Control+Enter')
  await expect(request.field('deedNumber')).toBeFocused()
  for (const name of ['deedNumber', 'registryOffice'] as const)
    await expect(request.field(name)).toHaveAttribute('aria-invalid', 'true')
  await expect(request.panel.getByRole('alert').first()).toContainText(
    t('filing.marriage.registryOffice'),
  )
  await expect(request.panel.getByText(t('filing.papersMissing')).first()).toBeVisible()
  await picture(counter, 'request-faults')
  await expect(request.filed).toBeHidden()
})

test('a draft survives Esc, the lock and a new start, invalid as it was typed', async ({
  start,
}) => {
  const first = await start()
  await first.signIn()
  await first.openFile('0005908043')
  const request = new RequestPanel(first)
  await request.open()
  await expect(request.field('deedNumber')).toBeFocused()
  await first.keys.type('۱۲')
  await first.keys.press('Shift+Tab')
  await first.keys.press('Shift+Tab')
  await expect(request.field('spouseId')).toBeFocused()
  await first.keys.press('End', 'Backspace')
  await expect(request.saved).toBeVisible()

  await first.keys.press('Escape')
  await expect(request.panel).toBeHidden()
  await request.open()
  await expect(request.field('deedNumber')).toHaveValue('۱۲')
  await expect(request.panel).toContainText(t('filing.restored'))

  await first.lock()
  expect(await first.page.locator('body').innerText()).not.toContain('وطن‌خواه')
  await first.unlock()
  await expect(request.field('deedNumber')).toHaveValue('۱۲')
  await expect(request.field('spouseId')).toHaveValue('۹۲۸۷۸۴۳۷۵')
  await first.close()

  const { office, userDataDir } = first
  const second = await start({ office, userDataDir })
  await second.signIn()
  await second.openFile('0005908043')
  const again = new RequestPanel(second)
  await again.open()
  await expect(again.field('deedNumber')).toHaveValue('۱۲')
  await expect(again.field('spouseId')).toHaveValue('۹۲۸۷۸۴۳۷۵')
})
