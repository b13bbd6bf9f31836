import { expect, test } from '../app.fixture.ts'
import { PapersPanel } from '../pages/papers.panel.ts'
import { RecordsPage } from '../pages/records.page.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { textOf } from '../../support/pdf-tools.ts'
import { LONG_CAREER, NO_RECORD } from '../../support/record-extract.ts'
import { recordOffice } from '../../support/record-office.ts'

// Several screens are looked at in every way.
test.describe.configure({ timeout: 180_000 })

test('the career, its rows and its wages, by keys alone', async ({ desk }) => {
  const records = new RecordsPage(desk)
  await desk.openFile('0000001171')
  await expect(records.months).toBeVisible()
  await records.expectCount('۲۳', '۲۳')
  await records.show('ROWS')
  await expect(records.rows).toHaveAttribute('aria-rowcount', '26')
  await records.toggleWages()
  await desk.goTo(records.rows)
  await desk.keys.press('Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Home')
  // The year of two employers: its sum counts no day twice and says what was recorded.
  await expect(records.chosenCell).toHaveAttribute(
    'aria-label',
    new RegExp(t('insured.cellCapped', { n: '[۰-۹]+' })),
  )
  await expect(records.chosenCell).toContainText('۳۱')
  await expect(desk.page.getByText(t('insured.capped', { n: '' }).slice(-40))).toBeVisible()
  await picture(desk, 'records-overlap')
  await desk.keys.press('ArrowLeft')
  await expect(records.chosenCell).toHaveAttribute('aria-label', /اردیبهشت/)
  await records.show('MONTHS')
  await expect(records.months.locator('[aria-selected=true]')).toHaveAttribute(
    'aria-label',
    /اردیبهشت/,
  )
})

test('a filter narrows both views, tells the totals of both, and one key clears it', async ({
  desk,
}) => {
  const records = new RecordsPage(desk)
  await desk.openFile('0000001351')
  await expect(records.months).toBeVisible()
  await records.choose(records.field('workshop'), '9000011003')
  await records.expectCount('۳۵', '۱۴۰')
  await expect(desk.page.getByText(t('insured.wholeTotal'))).toBeVisible()
  await expect(records.months.locator('.cell-elsewhere').first()).toBeVisible()
  await records.choose(records.field('filter.from'), '1400')
  await records.expectCount('۵', '۱۴۰')
  await records.show('ROWS')
  await expect(records.rows).toHaveAttribute('aria-rowcount', '6')
  await picture(desk, 'records-filtered')
  await desk.keys.press('Escape')
  await records.expectCount('۱۴۰', '۱۴۰')
  await expect(desk.header).toBeVisible()
  await records.choose(records.field('era.label'), 'WAGES')
  await records.expectCount('۷۶', '۱۴۰')
  // Nothing is left: said in words, with the way back.
  await records.choose(records.field('filter.to'), '1385')
  await expect(desk.page.getByText(t('insured.filter.none'))).toBeVisible()
  await desk.keys.press('Escape')
  await records.expectCount('۷۶', '۱۴۰')
})

test('F7 states what stands on the screen', async ({ desk }) => {
  const records = new RecordsPage(desk)
  await desk.openFile('0000001351')
  await expect(records.months).toBeVisible()
  const paper = new PapersPanel(desk, 'record-statement')
  const scope = (name: 'ALL' | 'WAGES' | 'COMBINED') =>
    paper.panel.getByRole('radio', { name: t(`enums.recordScope.${name}`) })
  await desk.keys.press('F7')
  await expect(scope('ALL')).toBeChecked()
  await desk.keys.press('Escape')
  await records.toggleWages()
  await desk.keys.press('F7')
  await expect(scope('COMBINED')).toBeChecked()
  await desk.keys.press('Escape')
  await records.choose(records.field('era.label'), 'WAGES')
  await desk.keys.press('F7')
  await expect(scope('WAGES')).toBeChecked()
  await paper.ready()
  // Beside the panel the sums of the years stay in sight.
  const total = records.months.getByRole('columnheader').last()
  await expect(total).toBeInViewport()
  await picture(desk, 'records-panel')
  await desk.keys.press('Enter')
  const text = textOf(await paper.printed())
  expect(text).toContain('۱۴۰۴')
  expect(text).not.toContain('۱۳۸۵')
})

test('no record at all, and 420 months at five workshops', async ({ start }) => {
  const desk = await start({ office: await recordOffice() })
  await desk.signIn()
  const records = new RecordsPage(desk)
  await desk.openFile(NO_RECORD)
  await expect(desk.page.getByText(t('insured.empty'))).toBeVisible()
  await expect(desk.page.getByRole('button', { name: t('insured.missing') })).toBeVisible()
  await inspect(desk, 'records-none')
  await desk.endVisit()

  await desk.openFile(LONG_CAREER)
  await expect(records.months).toBeVisible()
  await records.expectCount('۱۷۵', '۱۷۵')
  await desk.goTo(records.months.locator('[tabindex="0"]'))
  await desk.keys.press(...Array.from({ length: 34 }, () => 'ArrowDown'), 'Home')
  await expect(records.months.locator('[aria-selected=true]')).toHaveAttribute(
    'aria-label',
    /فروردین ۱۳۷۰/,
  )
  await inspect(desk, 'records-long-months')
  await records.show('ROWS')
  await expect(records.rows).toHaveAttribute('aria-rowcount', '211')
  await desk.goTo(records.rows)
  await desk.keys.press('Control+End')
  await expect(records.chosenCell).toBeInViewport()
  expect(await records.rows.getByRole('row').count()).toBeLessThan(60)
  await inspect(desk, 'records-long-rows')
})

test('the dead, the foreigner and whoever has a guardian have their records shown', async ({
  desk,
}) => {
  const records = new RecordsPage(desk)
  await desk.openFile('0000001090')
  await expect(records.months).toBeVisible()
  await expect(desk.header).toContainText('درگذشته')
  await picture(desk, 'records-deceased')
  await desk.endVisit()
  await desk.openFile('199900000017')
  await expect(records.months).toBeVisible()
  await picture(desk, 'records-foreigner')
  await desk.endVisit()

  await desk.find('0000001171')
  const guardian = desk.dialog.getByRole('radio', { name: t('enums.presence.GUARDIAN') })
  await desk.keys.pressUntil('ArrowDown', () => guardian.isChecked())
  for (const [label, text] of [
    [t('visits.holderName'), 'پروانه قیم نمونه'],
    [t('visits.holderId'), '0000001384'],
    [t('visits.powerNumber'), '1405/88'],
    [t('visits.issuer'), 'دادگاه نمونه'],
    [t('visits.issuedOn'), '14050101'],
  ] as const) {
    await desk.goTo(desk.dialog.getByLabel(label))
    await desk.keys.type(text)
  }
  await desk.keys.press('Enter')
  await expect(desk.header).toContainText('پروانه قیم نمونه')
  await expect(records.months).toBeVisible()
  await picture(desk, 'records-guardian')
})

test('dependants: who is covered, until when, why not', async ({ desk }) => {
  const records = new RecordsPage(desk)
  await desk.openFile('0000001198')
  await records.part('dependants')
  await expect(records.dependants.getByRole('row')).toHaveCount(9)
  await expect(
    desk.page.getByText(
      t('insured.dependants.summary', { covered: '۶', n: '۸', day: '۱۴۰۵/۰۹/۰۲' }),
    ),
  ).toBeVisible()
  await desk.goTo(records.dependants)
  await desk.keys.press('ArrowDown')
  const married = desk.page.getByRole('region', { name: 'عروس عیالوار نمونه، دختر' })
  await expect(married).toContainText(t('insured.dependants.notCovered'))
  await expect(married).toContainText(t('rules.reason.daughter-married'))
  await expect(married).toContainText(t('rules.article.SSA-58'))
  await desk.keys.press('ArrowDown', 'ArrowDown')
  const student = desk.page.getByRole('region', { name: 'دانشجو عیالوار نمونه، پسر' })
  await expect(student).toContainText(t('insured.dependants.ground.STUDIES'))
  await expect(student).toContainText(t('insured.dependants.checks.STUDY_CERTIFICATE'))
  await desk.keys.press('ArrowDown', 'ArrowDown')
  await expect(records.dependants.getByRole('row', { selected: true })).toContainText('۱۴۰۶/۰۲/۱۹')
  await inspect(desk, 'dependants')
  await desk.endVisit()

  await desk.openFile('0000001023')
  await records.part('dependants')
  await expect(desk.page.getByText(t('insured.dependants.empty'))).toBeVisible()
  await inspect(desk, 'dependants-none')
})
