import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { ParametersPage } from '../pages/parameters.page.ts'
import { ENTITLED, RequestPanel } from '../pages/request.panel.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'

const PROMISE = 'PROMISED_DAYS_MARRIAGE'

/** The administrator finds the promise of a marriage request and proposes twenty days from 1405/09/01 on. */
async function propose(desk: Desk): Promise<ParametersPage> {
  await desk.signIn('ADMINISTRATOR')
  const parameters = new ParametersPage(desk)
  await parameters.open()
  await parameters.find(PROMISE)
  await desk.pressButton(t('parameters.propose'))
  await parameters.fill({
    value: '۲۰',
    from: '۱۴۰۵۰۹۰۱',
    source: 'بخشنامهٔ ۱۲ نمونه',
    reason: 'مهلت پیشین کوتاه بود',
  })
  await picture(desk, 'parameter-proposal')
  await desk.keys.press('Enter')
  await expect(desk.dialog).toBeHidden()
  return parameters
}

test('a figure that the administrator proposes counts when the supervisor approved it', async ({
  start,
}) => {
  const desk = await start()
  const proposed = await propose(desk)
  await expect(proposed.waiting).toContainText('۲۰ روز')
  await expect(proposed.waiting).toContainText(t('parameters.waitsForOther'))
  await expect(proposed.table.getByRole('row').nth(1)).toContainText('۱۵ روز')
  // Its author has no way to approve it.
  await expect(desk.page.getByRole('button', { name: t('parameters.approve') })).toHaveCount(0)
  await picture(desk, 'parameter-waiting')
  await desk.close()

  const other = await start({ office: desk.office })
  await other.signIn('SUPERVISOR')
  const parameters = new ParametersPage(other)
  await parameters.open()
  await expect(other.page.getByRole('status').filter({ hasText: 'نفر دوم' })).toBeVisible()
  await parameters.narrow('WAITING')
  await expect(parameters.table.getByRole('row')).toHaveCount(2)
  await other.goTo(parameters.table)
  // Enter leads from the row to what can be done with it.
  await other.keys.press('Enter')
  await expect(other.page.getByRole('button', { name: t('parameters.approve') })).toBeFocused()
  await other.keys.press('Enter')
  await expect(other.dialog).toContainText('۱۵ روز')
  await expect(other.dialog).toContainText('مهلت پیشین کوتاه بود')
  await picture(other, 'parameter-approval')
  await other.keys.press('Enter')
  await expect(other.dialog).toBeHidden()
  await expect(other.page.getByText(t('parameters.none'))).toBeVisible()
  // The button that was pressed is gone; what it led to has the focus.
  await expect(parameters.detail).toBeFocused()
  await expect(parameters.detail).toContainText('۲۰ روز')

  await parameters.narrow('CHANGED')
  const row = parameters.table.getByRole('row').nth(1)
  await expect(row).toContainText('۲۰ روز')
  await expect(row).toContainText(t('parameters.originOf.OFFICE'))
  await other.goTo(parameters.table)
  await expect(parameters.detail).toContainText(t('parameters.stateOf.APPROVED'))
  await picture(other, 'parameter-approved')

  // What the applicant is promised now: twenty days after 1405/09/02.
  await other.openFile(ENTITLED[0])
  const request = new RequestPanel(other)
  await request.open()
  await request.fillIn()
  await request.submit()
  await request.trackingCode()
  await expect(request.panel).toContainText('۱۴۰۵/۰۹/۲۲')
})

test('what is wrong with a proposal is told at its fields', async ({ start }) => {
  const desk = await start()
  await desk.signIn('ADMINISTRATOR')
  const parameters = new ParametersPage(desk)
  await parameters.open()
  await parameters.find('MARRIAGE_RECORD_DAYS')
  await expect(parameters.detail).toContainText(t('parameters.certainReason'))
  await parameters.find('MIN_DAILY_WAGE')
  await desk.pressButton(t('parameters.propose'))
  await parameters.fill({ value: '۰', from: '۱۴۰۴۱۲۳۰', source: '', reason: '' })
  await desk.keys.press('Enter')
  const invalid = desk.dialog.locator('[aria-invalid=true]')
  await expect(invalid).toHaveCount(4)
  await expect(invalid.first()).toBeFocused()
  await expect(desk.dialog).toContainText(t('refusals.fault.parameter-amount'))
  await expect(desk.dialog).toContainText(t('refusals.fault.day'))
  await picture(desk, 'parameter-faults')
  // The wage of this year is published; only a year that is an estimate may be changed.
  await parameters.fill({ value: '۶۰۰۰۰۰۰', from: '۱۴۰۵۰۷۰۱', source: 'نامهٔ ۱', reason: 'آزمون' })
  await desk.keys.press('Enter')
  await expect(desk.dialog).toContainText(t('refusals.what.parameter-certain'))
  await expect(desk.dialog.getByLabel(t('parameters.validFrom'))).toBeFocused()
  await desk.keys.press('Control+A')
  await desk.keys.type('۱۴۰۲۰۱۰۱')
  await expect(desk.dialog).toContainText('۱٬۷۶۹٬۴۲۸')
  await desk.keys.press('Enter')
  await expect(desk.dialog).toBeHidden()
  await expect(parameters.waiting).toContainText('۱۴۰۲/۱۲/۲۹')

  await desk.pressButton(t('parameters.withdraw'))
  await expect(desk.dialog).toContainText(t('parameters.withdrawBody'))
  await desk.keys.press('Enter')
  await expect(desk.dialog).toBeHidden()
  await expect(parameters.detail).toContainText(t('parameters.stateOf.WITHDRAWN'))
  await expect(desk.page.getByRole('button', { name: t('parameters.propose') })).toBeVisible()
})

test('the list, a table and a proposal on every desk', async ({ start }) => {
  test.setTimeout(180_000)
  const desk = await start()
  await desk.signIn('ADMINISTRATOR')
  const parameters = new ParametersPage(desk)
  await parameters.open()
  await desk.goTo(parameters.table)
  await expect(parameters.detail).toBeVisible()
  await inspect(desk, 'parameters')
  await parameters.find('SEVENTH_PLAN_EXTRA_MONTHS')
  await expect(parameters.detail.getByRole('table')).toContainText('۲۸')
  await inspect(desk, 'parameters-table')
  await parameters.find('PENSION_ROUNDING_STEP')
  await desk.pressButton(t('parameters.propose'))
  await expect(desk.dialog).toBeVisible()
  await inspect(desk, 'parameters-propose')
})

test('a clerk reads the list after his own settings, and changes nothing', async ({ desk }) => {
  await desk.command(t('frame.settings'))
  const tabs = desk.page.getByRole('tablist', { name: t('frame.settings') })
  await desk.goTo(tabs.getByRole('tab', { selected: true }))
  await expect(tabs.getByRole('tab', { selected: true })).toHaveText(t('administration.part.desk'))
  await desk.keys.press('ArrowLeft', 'ArrowLeft')
  const parameters = new ParametersPage(desk)
  await parameters.find('MONTH_DAYS')
  await expect(parameters.detail).toContainText('۳۰ روز')
  await expect(desk.page.getByRole('button', { name: t('parameters.propose') })).toHaveCount(0)
})
