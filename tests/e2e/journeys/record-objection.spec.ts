import { toPersianDigits } from '#core/kernel/digits.ts'
import { expect, test } from '../app.fixture.ts'
import { RequestPanel } from '../pages/request.panel.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { textOf } from '../../support/pdf-tools.ts'

/** Months that Bajeh finds too short, a gap, and whole months beside them. */
const WITH_GAP = '9560893823'
const ONE_FEW = '9137456261'
/** An objection to missing records of 1405/03/19 was refused. */
const REFUSED_MISSING = '9334722711'

test('a suggestion is a line by one key, and files by Ctrl+Enter', async ({ desk }) => {
  await desk.openFile(WITH_GAP)
  const request = new RequestPanel(desk, 'RECORD_OBJECTION')
  await request.open()
  await expect(request.verdict).toContainText(t('rules.entitled'))
  await expect(request.verdict).toContainText(t('rules.article.SSA-36'))
  const suggestions = request.panel.getByRole('region', { name: t('filing.findings.title') })
  await expect(suggestions.getByRole('listitem')).toHaveCount(4)
  await expect(suggestions.getByRole('listitem').nth(0).getByRole('button')).toBeFocused()
  await inspect(desk, 'objection-before')

  await desk.keys.press('Enter')
  const lines = request.panel.getByRole('region', { name: t('filing.recordObjection.lines') })
  await expect(lines.getByRole('listitem')).toHaveCount(1)
  await expect(suggestions.getByRole('listitem').nth(1).getByRole('button')).toBeFocused()
  await request.submit()
  await expect(request.panel.getByText(t('refusals.fault.evidence-missing')).first()).toBeVisible()
  await request.receiveAll()
  await picture(desk, 'objection-line')
  await request.submit()
  const code = await request.trackingCode()
  await picture(desk, 'objection-filed')
  const receipt = textOf(await request.printReceipt()).replace(/\s+/g, ' ')
  expect(receipt).toContain(toPersianDigits(code))

  await desk.keys.press('Escape')
  const missing = new RequestPanel(desk, 'RECORD_MISSING')
  await missing.open()
  await expect(missing.panel).toContainText(t('filing.openRequest'))
  await expect(missing.panel).toContainText(toPersianDigits(code))
})

test('all suggestions are lines by one key', async ({ counter }) => {
  await counter.openFile(WITH_GAP)
  const request = new RequestPanel(counter, 'RECORD_OBJECTION')
  await request.open()
  await expect(request.panel.getByText(t('filing.findings.add'), { exact: true })).toHaveCount(4)
  await counter.keys.press('Alt+A')
  const lines = request.panel.getByRole('region', { name: t('filing.recordObjection.lines') })
  await expect(lines.getByRole('listitem')).toHaveCount(4)
  await expect(request.panel.getByText(t('filing.findings.added'))).toHaveCount(4)
  await expect(request.saved).toBeVisible()
})

test('a month is picked from the record by the arrows and Space', async ({ counter }) => {
  await counter.openFile(ONE_FEW)
  const request = new RequestPanel(counter, 'RECORD_OBJECTION')
  await request.open()
  const grid = request.panel.getByRole('grid', { name: t('filing.recordObjection.grid') })
  await counter.goTo(grid.locator('[tabindex="0"]'))
  await counter.keys.press('ArrowDown', 'ArrowLeft', 'ArrowLeft', 'Space')
  await expect(grid.getByRole('gridcell', { selected: true })).toHaveCount(1)
  const field = (part: string) => request.field(`lines.0.${part}`)
  await counter.goTo(field('claimedDays'))
  await counter.keys.type('35')
  await counter.keys.press('Tab')
  await expect(request.panel).toContainText(
    t('filing.lineFault.claimed-days-beyond-month', { length: '۳۱' }),
  )
  await inspect(counter, 'objection-faults')
  await counter.goTo(grid.locator('[tabindex="0"]'), 'Shift+Tab')
  await counter.keys.press('Space')
  await expect(grid.getByRole('gridcell', { selected: true })).toHaveCount(0)
  await request.submit()
  await expect(request.faults).toContainText(t('filing.recordObjection.lines'))
})

test('missing work is typed row by row, and follows the refused request', async ({ desk }) => {
  await desk.openFile(REFUSED_MISSING)
  const request = new RequestPanel(desk, 'RECORD_MISSING')
  await request.open()
  await expect(request.verdict).toContainText(t('rules.figure.missing-last-end'))
  await expect(request.field('referenceCode')).toHaveValue('2500000090')
  const field = (part: string) => request.field(`lines.0.${part}`)
  await expect(field('branchCode')).not.toHaveValue('')
  await inspect(desk, 'missing-before')
  await desk.goTo(field('workshopName'))
  await expect(request.panel.locator('[aria-invalid]')).toHaveCount(0)
  await request.typeInOrder(['کارگاه آزمون', 'کارفرمای آزمون', 'تهران، خیابان آزمون، پلاک ۱'])
  await desk.keys.press('Tab')
  await request.typeInOrder(['1405/07/01', '1405/08/01'])
  await desk.keys.press('Tab')
  await expect(field('days')).toHaveValue('۳۱')
  await expect(request.panel).toContainText(
    t('filing.lineFault.work-end-too-late', { day: '۱۴۰۵/۰۷/۰۲' }),
  )
  await picture(desk, 'missing-fault')
  await desk.goTo(field('from'), 'Shift+Tab')
  await desk.keys.press('Control+A')
  await desk.keys.type('1370/01/01')
  await desk.keys.press('Tab', 'Control+A')
  await desk.keys.type('1370/02/31')
  await desk.keys.press('Tab', 'Control+A')
  await desk.keys.type('62')
  await request.receiveAll()
  await picture(desk, 'missing-row')
  await request.submit()
  const code = await request.trackingCode()
  await desk.keys.press('Escape')
  const objection = new RequestPanel(desk, 'RECORD_OBJECTION')
  await objection.open()
  await expect(objection.panel).toContainText(t('filing.openRequest'))
  await expect(objection.panel).toContainText(toPersianDigits(code))
})

test('an open objection of either kind is shown before anything is typed', async ({ counter }) => {
  for (const [person, kind] of [
    ['0000001392', 'RECORD_OBJECTION'],
    ['0000001392', 'RECORD_MISSING'],
    ['9096441494', 'RECORD_OBJECTION'],
  ] as const) {
    await counter.openFile(person)
    const request = new RequestPanel(counter, kind)
    await request.open()
    await expect(request.panel).toContainText(t('filing.openRequest'))
    await expect(request.field('lines')).toBeHidden()
    await counter.clear()
  }
})

test('a pensioner and a person without an insurance number are told why not', async ({
  counter,
}) => {
  for (const [person, reason] of [
    ['9480425769', 'records-settled'],
    ['0000001376', 'no-insurance-number'],
  ] as const) {
    await counter.openFile(person)
    const request = new RequestPanel(counter, 'RECORD_OBJECTION')
    await request.open()
    await expect(request.verdict).toContainText(t('rules.notEntitled'))
    await expect(request.verdict).toContainText(t(`rules.reason.${reason}`))
    await picture(counter, `objection-${reason}`)
    await counter.clear()
  }
})
