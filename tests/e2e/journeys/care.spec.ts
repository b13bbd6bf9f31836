import { toPersianDigits } from '#core/kernel/digits.ts'
import { expect, test } from '../app.fixture.ts'
import { CarePage } from '../pages/care.page.ts'
import { PapersPanel } from '../pages/papers.panel.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { textOf } from '../../support/pdf-tools.ts'

const FATHER = '0000001198'
/** A husband and father of four under age; eight rows of his own, six of the children. */
const PARENT = '9216362847'
const SECRET = 'karshenas-1405'
/** Born in 1404, standing here by himself. */
const CHILD = '9764406191'
/** A prescription of the three-role person, in Persian digits as the list shows it. */
const PRESCRIPTION = toPersianDigits('1048400022')

/** Text of a paper with one space wherever there is any. */
const plain = (pdf: Uint8Array) => textOf(pdf).replace(/\s+/g, ' ')

test('entitlement of a family on another day, and the paper of that day', async ({ desk }) => {
  await desk.openFile(FATHER)
  const care = new CarePage(desk)
  await care.openByService('ENTITLEMENT')
  await expect(care.family.getByRole('row')).toHaveCount(10)
  await expect(care.rowOf('عروس')).toContainText(t('care.stateOf.NOT_COVERED'))
  await expect(care.rowOf('عروس')).toContainText('ازدواج')
  await expect(care.rowOf('نوزده‌ساله')).toContainText('۱۴۰۶/۰۲/۱۹')
  await inspect(desk, 'care-entitlement')

  await care.askFor('1403/12/30')
  await expect(care.rowOf('عروس')).toContainText('۱۴۰۳/۱۲/۳۰')
  await expect(care.rowOf('عروس')).toContainText(t('care.stateOf.COVERED'))
  await care.choose('عروس')
  await expect(care.detail).toContainText(t('rules.article.SSA-54'))
  await expect(care.detail).toContainText(t('rules.article.SSA-58'))
  // The one day that is no day keeps the answer in sight and says what is wrong.
  await care.type('1404/12/30')
  await expect(care.day).toHaveAttribute('aria-invalid', 'true')
  await care.askFor('1403/12/30')

  await desk.keys.press('F7')
  const paper = new PapersPanel(desk, 'care-statement')
  await paper.ready()
  await inspect(desk, 'care-statement-panel')
  await paper.ready()
  await desk.keys.press('Enter')
  const text = plain(await paper.printed())
  for (const said of ['گواهی استحقاق درمان', '۱۴۰۳/۱۲/۳۰', 'عروس عیالوار نمونه', 'برخوردار'])
    expect(text).toContain(said)
  await desk.keys.press('Escape')
  await desk.command(t('vault.tab'))
  await expect(desk.page.getByRole('main')).toContainText(t('enums.paperKind.care-statement'))
})

test('who has no insurance number, an heir, and the dead are told so in any role', async ({
  counter,
}) => {
  const care = new CarePage(counter)
  await counter.openFile('0000001384')
  await care.openByService('ENTITLEMENT')
  await expect(care.detail).toContainText(t('rules.reason.coverage-no-number'))
  await counter.clear()
  await counter.openFile('0000001112')
  await care.openByCommand('ENTITLEMENT')
  await expect(care.detail).toContainText('۱۴۰۸/۰۲/۲۷')
  await counter.clear()
  await counter.openFile('0000001147')
  await counter.keys.press('Alt+2')
  await care.openByCommand('ENTITLEMENT')
  await expect(care.family).toBeVisible()
})

test('a list opens with a reason, is filtered, and is gone with the lock', async ({ start }) => {
  const desk = await start()
  await desk.page.getByText(SECRET).waitFor()
  await desk.keys.press('4')
  await expect(desk.searchBox).toBeFocused()
  await desk.openFile(PARENT)
  const care = new CarePage(desk)
  await care.openByService('HEALTH')
  await inspect(desk, 'care-health-closed')
  await desk.goTo(care.reason)
  await desk.keys.press('Enter')
  await expect(care.reason).toHaveAttribute('aria-invalid', 'true')
  await expect(care.reason).toBeFocused()
  await desk.keys.type('پیگیری نسخه به درخواست خود او')
  await desk.keys.press('Enter')
  await expect(care.list).toBeFocused()
  await expect(care.list.getByRole('row')).toHaveCount(15)
  await expect(care.panel).toContainText(t('care.health.closedOf.ADULT'))
  await inspect(desk, 'care-health-open')

  // One child of his, then one kind, then one centre; Esc takes all away.
  const rows = care.list.getByRole('row')
  await desk.goTo(care.filterOf('whose'), 'Shift+Tab')
  await desk.keys.press('ArrowDown', 'ArrowDown')
  await expect(rows).not.toHaveCount(15)
  await desk.keys.press('Escape')
  await expect(rows).toHaveCount(15)
  await desk.goTo(care.filterOf('text'))
  await desk.keys.type('هیچ‌کس')
  await expect(care.panel).toContainText(t('care.health.noneLeft'))
  await desk.keys.press('Escape')
  await expect(rows).toHaveCount(15)

  const seen = await care.list.getByRole('row').nth(1).innerText()
  const code = /[۰-۹]{10}/.exec(seen)?.[0] ?? 'no code'
  // What is selected does not go to other programs.
  await desk.goTo(care.list)
  await desk.keys.press('Control+A')
  expect(await desk.page.evaluate(() => getSelection()?.toString())).not.toContain(code)

  expect(await desk.everything()).toContain(code)
  await desk.lock()
  expect(await desk.everything()).not.toContain(code)
  await desk.keys.type(SECRET)
  await desk.keys.press('Enter')
  await expect(care.reason).toBeFocused()
  await expect(care.panel).toContainText(t('care.health.closedBy.LOCK'))
  expect(await desk.everything()).not.toContain(code)

  // Nor is it there after the part was left.
  await desk.keys.type('پیگیری دوباره')
  await desk.keys.press('Enter')
  await expect(care.list).toBeVisible()
  await desk.command(t('vault.tab'))
  await expect(care.list).toBeHidden()
  expect(await desk.everything()).not.toContain(code)
  await care.openByCommand('HEALTH')
  await expect(care.reason).toBeVisible()

  // The person asks who has seen it: named in words, twice, with no row of it.
  const sheet = await PapersPanel.open(desk, 'access-sheet')
  await sheet.ready()
  await desk.keys.press('Enter')
  const text = plain(await sheet.printed())
  expect(text.match(/فهرست/g)).toHaveLength(2)
  expect(text).not.toContain(code)
  // The search does not know what was just on the screen.
  await desk.keys.press('Escape')
  await desk.endVisit()
  await desk.search(code)
  await expect(desk.page.getByText(t('citizens.search.nothing'))).toBeVisible()
  await expect(desk.hits).toHaveCount(0)
})

test('a clerk without the duty sees why it is closed, and who opens it', async ({ counter }) => {
  await counter.openFile('0000001015')
  const care = new CarePage(counter)
  await care.openByService('HEALTH')
  await expect(care.panel).toContainText(t('care.health.noDuty'))
  await expect(care.panel).toContainText(t('care.health.noDutyReason'))
  await expect(care.reason).toBeHidden()
  await picture(counter, 'care-health-no-duty')
  expect(await counter.everything()).not.toContain(PRESCRIPTION)

  // A child alone is outside what this visit opens: the parent comes, or a guardian whose power names it.
  await counter.clear()
  await counter.openFile(CHILD)
  await care.openByService('HEALTH')
  await expect(care.panel).toContainText(t('care.health.outside'))
  await expect(care.panel).toContainText(t('care.health.outsideReason'))
  await expect(care.reason).toBeHidden()
})
