import type { Output } from '#core/contract.ts'
import { formatRial, rial } from '#core/kernel/rial.ts'
import { expect, test } from '../app.fixture.ts'
import { DecreesPage } from '../pages/decrees.page.ts'
import type { Desk } from '../pages/desk.page.ts'
import { PapersPanel } from '../pages/papers.panel.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { BROKEN } from '../../support/decree-extract.ts'
import { decreeOffice } from '../../support/decree-office.ts'
import { askOffice } from '../../support/demonstration-office.ts'
import { textOf } from '../../support/pdf-tools.ts'

// Several screens are looked at in every way.
test.describe.configure({ timeout: 240_000 })

const onOneLine = (text: string) => text.replace(/\s+/g, ' ')
const money = (amount: number) => formatRial(rial(amount))

/** What the office itself answers about the decrees of a person, once no window has it open. */
function decreesIn(office: string, personId: string, pensionNumber: string) {
  const { hits } = askOffice(office, 'citizens.search', {
    ...{ text: personId, limit: 1 },
  }) as Output<'citizens.search'>
  const { visit } = askOffice(office, 'visits.begin', {
    citizenId: hits[0]?.citizenId ?? 0,
    presence: { kind: 'SELF', cardSeen: true },
    purpose: 'INQUIRY',
    reason: null,
  }) as Output<'visits.begin'>
  const input = { visitId: visit.visitId, pensionNumber }
  return askOffice(office, 'pensions.decrees', input) as Output<'pensions.decrees'>
}

async function printed(desk: Desk): Promise<string> {
  const paper = new PapersPanel(desk, 'decree')
  await desk.keys.press('F7')
  await paper.ready()
  await desk.keys.press('Enter')
  return onOneLine(textOf(await paper.printed()))
}

test('a widow: the corrected decree of 1404, its arrears, her share; screen, paper, database', async ({
  start,
}) => {
  const desk = await start()
  await desk.signIn()
  const decrees = new DecreesPage(desk)
  await desk.openFile('0000001104')
  await decrees.open()
  const files = desk.page.getByRole('combobox', { name: t('pensions.files') })
  await desk.goTo(files, 'Shift+Tab')
  await desk.keys.pressUntil('ArrowDown', async () => (await files.inputValue()) === '8000109')
  await decrees.choose('1404-8000109-2')
  const detail = decrees.detail('CORRECTED', 1404)
  await expect(detail).toContainText(t('pensions.decree.counts'))
  await expect(detail).toContainText(t('pensions.decree.replaces'))
  await expect(decrees.arrears(1404)).toContainText(money(30_078_465))
  await expect(decrees.arrears(1404).locator('[data-field=ownArrears]')).toContainText(
    money(12_536_704),
  )
  await inspect(desk, 'decrees-survivor')

  const origin = await decrees.explain('افزایش سالانه')
  await expect(origin).toContainText(money(73_483_443))
  await expect(origin).toContainText(t('pensions.decree.differs'))
  await expect(origin).toContainText(t('rules.article.SSA-96'))
  await inspect(desk, 'decrees-explained')

  const text = await printed(desk)
  await expect(detail.getByRole('button', { name: 'در صندوق' })).toBeVisible()
  await picture(desk, 'decrees-in-box')
  const shown = onOneLine(await decrees.lines.innerText())
  await desk.close()

  const all = decreesIn(desk.office, '0000001104', '8000109')
  const corrected = all.find(({ decreeNumber }) => decreeNumber === '1404-8000109-2')
  expect(corrected?.lines).toHaveLength(5)
  const figures = [
    ...[corrected?.totalBefore, corrected?.totalAfter],
    ...(corrected?.lines ?? []).flatMap((line) => [line.amountBefore, line.amountAfter]),
  ]
  for (const amount of figures) {
    expect(text).toContain(money(amount ?? -1))
    expect(shown).toContain(money(amount ?? -1))
  }
  for (const amount of [corrected?.own.after ?? -1, 6_015_693, 30_078_465])
    expect(text).toContain(money(amount))
  expect(text).toContain('حکم اصلاحی مستمری')
})

test('one year alone, and from a replaced decree to the one that took its place', async ({
  counter,
}) => {
  const decrees = new DecreesPage(counter)
  await counter.openFile('0000001112')
  await decrees.open()
  await expect(decrees.list.getByRole('row')).toHaveCount(5)
  await counter.goTo(decrees.year, 'Shift+Tab')
  await counter.keys.pressUntil(
    'ArrowDown',
    async () => (await decrees.year.inputValue()) === '1404',
  )
  await expect(decrees.list.getByRole('row')).toHaveCount(3)
  await expect(decrees.detail('CORRECTED', 1404)).toBeVisible()
  await decrees.choose('1404-8000109-1')
  const provisional = decrees.detail('PROVISIONAL', 1404)
  await expect(provisional).toContainText(t('pensions.decree.replaced'))
  await counter.goTo(provisional.getByRole('button', { name: '۱۴۰۴-۸۰۰۰۱۰۹-۲', exact: true }))
  await counter.keys.press('Enter')
  await expect(decrees.detail('CORRECTED', 1404)).toBeVisible()
})

test('the decree of a person with all roles; lines, totals and percent', async ({ counter }) => {
  const decrees = new DecreesPage(counter)
  await counter.openFile('8000101')
  await decrees.open()
  await decrees.choose('1405-8000101-1')
  await expect(decrees.detail('ANNUAL', 1405)).toBeVisible()
  const total = decrees.lines.getByRole('row').last()
  await expect(total).toContainText(money(192_984_218))
  await expect(total).toContainText(money(301_911_185))
  await expect(total).toContainText(`+${money(108_926_967)}`)
  await expect(total).toContainText('+۵۶٫۴۴٪')
  const origin = await decrees.explain('کمک‌هزینه مسکن')
  await expect(origin).toContainText('مستمری: کمک‌هزینهٔ مسکن')
  await picture(counter, 'decrees-not-published')
})

test('a new pensioner has no decree yet, and is told from when', async ({ counter }) => {
  for (const person of ['0000001074', '0000001082']) {
    const decrees = new DecreesPage(counter)
    await counter.openFile(person)
    await decrees.open()
    await expect(counter.page.getByText(t('pensions.noDecrees'))).toBeVisible()
    await expect(counter.page.getByText('۱۴۰۵/۰۲/۰۱')).toBeVisible()
    await expect(counter.page.getByText(/فروردین ۱۴۰۶/)).toBeVisible()
    await picture(counter, `decrees-none-${person}`)
    await counter.clear()
  }
})

test('broken decrees are shown with what is wrong and not printed as if whole', async ({
  start,
}) => {
  const desk = await start({ office: await decreeOffice() })
  await desk.signIn()
  const decrees = new DecreesPage(desk)
  await desk.openFile('8000101')
  await decrees.open()
  await decrees.choose(BROKEN.withoutLines)
  const detail = decrees.detail('ANNUAL', 1402)
  await expect(detail).toContainText(t('enums.decreeNotice.NO_LINES'))
  await inspect(desk, 'decrees-without-lines')
  await desk.keys.press('F7')
  const paper = new PapersPanel(desk, 'decree')
  await expect(paper.panel).toContainText(t('refusals.what.decree-without-lines'))
  await picture(desk, 'decrees-refused')
  await desk.keys.press('Escape')
  await decrees.choose(BROKEN.issuedEarly)
  const early = decrees.detail('ANNUAL', 1405)
  for (const notice of ['FORMER_DIFFERS', 'ISSUED_BEFORE_YEAR', 'EFFECTIVE_AFTER_ISSUED'] as const)
    await expect(early).toContainText(t(`enums.decreeNotice.${notice}`))
  await picture(desk, 'decrees-notices')
  expect(await printed(desk)).toContain('تاریخ حکم پیش از آغاز سال آن است')

  await desk.endVisit()
  await desk.openFile('0000001074')
  await decrees.open()
  await expect(decrees.detail('ESTABLISHMENT', 1405)).toContainText(money(166_255_500))
  const origin = await decrees.explain('حداقل‌سازی')
  await expect(origin).toContainText(money(6_255_500))
  await expect(origin).toContainText(t('pensions.decree.agrees'))
  await expect(origin).toContainText(t('rules.article.SSA-111'))
  await picture(desk, 'decrees-article-111')
})
