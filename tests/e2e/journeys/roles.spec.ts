import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { EmployerPage } from '../pages/employer.page.ts'
import { RequestPanel } from '../pages/request.panel.ts'
import { inspect } from '../pages/screen.ts'
import { SlipsPage } from '../pages/slips.page.ts'
import { t } from '../pages/texts.ts'

// Several screens are looked at in every way.
test.describe.configure({ timeout: 180_000 })

/** A person of all three roles, and the workshop of a contractor with 300 debts. */
const ALL_ROLES = '0000001015'
const CONTRACTOR = '9000151002'

const overview = (desk: Desk) =>
  desk.page.getByRole('region', { name: t('frame.overview.title'), exact: true })
const role = (desk: Desk, name: 'INSURED' | 'EMPLOYER' | 'PENSIONER') =>
  desk.page
    .getByRole('tablist', { name: t('citizens.header.roles') })
    .getByRole('tab', { name: t(`enums.role.${name}`) })

test('three roles side by side, with the figures that each role itself shows', async ({ desk }) => {
  await desk.openFile(ALL_ROLES)
  await desk.keys.press('Alt+0')
  const cards = overview(desk).getByRole('listitem')
  await expect(cards).toHaveCount(3)
  await expect(cards.nth(0)).toContainText(t('frame.overview.lastMonth'))
  const definitive = cards.nth(1).getByRole('definition').nth(1)
  await expect(definitive).toContainText(t('ui.rial'))
  const owed = (await definitive.locator('.amount').textContent()) ?? ''
  const net = (await cards.nth(2).locator('.amount').last().textContent()) ?? ''
  await inspect(desk, 'roles-overview')

  await desk.keys.press('Alt+2')
  await expect(overview(desk)).toBeHidden()
  await expect(desk.page.getByRole('region', { name: t('enums.role.EMPLOYER') })).toContainText(
    owed,
  )
  await desk.keys.press('Alt+3')
  await expect(new SlipsPage(desk).list.getByRole('row').nth(1)).toContainText(net)
})

test('who has one role is told so, and stays where he is', async ({ desk }) => {
  await desk.openFile('0000001023')
  await desk.keys.press('Alt+0')
  await expect(desk.page.getByText(t('frame.overview.oneRole'))).toBeVisible()
  await expect(overview(desk)).toBeHidden()
  await expect(role(desk, 'INSURED')).toHaveAttribute('aria-selected', 'true')
})

test('a role that is left keeps its choice, its scroll and what was typed', async ({ desk }) => {
  const employer = new EmployerPage(desk)
  await desk.openFile(CONTRACTOR)
  await employer.open('ledger')
  await desk.goTo(employer.debts)
  await desk.keys.press('End')
  const last = employer.chosen(employer.debts)
  await expect(last).toHaveAttribute('aria-rowindex', '301')
  const debt = await last.textContent()
  const scroll = await employer.debts.evaluate((grid) => grid.scrollTop)
  expect(scroll).toBeGreaterThan(1000)

  await desk.keys.press('Alt+1')
  await expect(role(desk, 'INSURED')).toHaveAttribute('aria-selected', 'true')
  const request = new RequestPanel(desk, 'MILITARY_SERVICE')
  await desk.keys.press('Alt+2')
  await expect(last).toHaveText(debt ?? '')
  await expect.poll(() => employer.debts.evaluate((grid) => grid.scrollTop)).toBe(scroll)

  await employer.open('premium')
  const pay = desk.page.getByLabel(t('employers.premium.pay'))
  await desk.goTo(pay)
  await desk.keys.type('223255500')
  await desk.keys.press('Alt+1', 'Alt+2')
  await expect(pay).toHaveValue('۲۲۳٬۲۵۵٬۵۰۰')
  await expect(request.panel).toBeHidden()
})

test('F8 begins with the services of the role in use', async ({ desk }) => {
  await desk.openFile(ALL_ROLES)
  const first = new RequestPanel(desk, 'DEBT_OBJECTION').panel.getByRole('option').first()
  await desk.keys.press('Alt+2', 'F8')
  await expect(first).toContainText(t('filing.service.DEBT_INQUIRY'))
  await desk.keys.press('Escape', 'Alt+3', 'F8')
  await expect(first).toContainText(t('filing.service.PENSION_STATUS'))
  await desk.keys.type(t('filing.code.DEBT_LEDGER'))
  await desk.keys.press('Enter')
  await expect(new EmployerPage(desk).debts).toBeVisible()
  await expect(role(desk, 'EMPLOYER')).toHaveAttribute('aria-selected', 'true')
})

test('what a list costs, what waiting adds, and what was typed wrong', async ({ desk }) => {
  await desk.openFile(ALL_ROLES)
  await new EmployerPage(desk).open('premium')
  const field = (name: string) => desk.page.locator(`[data-field^="${name}"] input`)
  const result = desk.page.getByRole('status', { name: t('employers.premium.total') })
  await expect(result).toContainText(t('employers.premium.askFirst'))
  await inspect(desk, 'premium-empty')

  await desk.goTo(field('from'))
  await desk.keys.type('۱۴۰۵/۰۱')
  await desk.keys.press('Tab')
  await desk.keys.type('۱۴۰۵/۰۱')
  await desk.keys.press('Tab')
  await desk.keys.type('۱۴۰۵/۰۷/۳۰')
  await desk.goTo(field('pay-'))
  await desk.keys.type('223255500')
  await desk.goTo(desk.page.getByLabel(t('employers.premium.listsInTime')))
  await desk.keys.press('Space')
  // The worked example of the law's own figures: 30 % of the pay, 10 % for the list, 2 % for each of five months.
  const amounts = result.locator('.amount')
  await expect(amounts).toHaveText(['۶۶٬۹۷۶٬۶۵۰', '۶٬۶۹۷٬۶۶۵', '۶٬۶۹۷٬۶۶۵', '۸۰٬۳۷۱٬۹۸۰'])
  const table = desk.page.getByRole('grid', { name: t('employers.premium.table') })
  await expect(table).toContainText('۱۵٬۶۲۷٬۸۸۵')
  await expect(table).toContainText('۴۴٬۶۵۱٬۱۰۰')
  await expect(table).toContainText('۱۴۰۵/۰۲/۳۱')
  await desk.page.getByText(t('employers.premium.rates')).last().click()
  await inspect(desk, 'premium')

  // A second group above the ceiling, then a month that runs backwards.
  await desk.pressButton(t('employers.premium.add'))
  await desk.keys.type('2000000000')
  await expect(desk.page.getByText(t('employers.premium.capped'))).toBeVisible()
  await desk.goTo(field('to'), 'Shift+Tab')
  await desk.keys.type('۱۴۰۴/۱۲')
  await desk.keys.press('Tab')
  await expect(desk.page.getByText(t('employers.premium.fault.reversed'))).toBeVisible()
  await expect(result).toContainText(t('employers.premium.askFirst'))
})
