import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { MandatesPage } from '../pages/mandates.page.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'

/** The contractor's company, its signatory in the centre's data, and a person without any role. */
const COMPANY = '99100100023'
const SIGNATORY = '0000001147'
const NEWCOMER = '0000001384'

/** The newcomer shows the gazette that names him: the whole dialog by the keys. */
async function bringGazette(desk: Desk): Promise<void> {
  const mandates = new MandatesPage(desk)
  await desk.openFile(NEWCOMER)
  await expect(desk.page.getByText(t('mandates.selfPrompt'))).toBeVisible()
  await desk.pressButton(t('mandates.selfTitle'))
  await mandates.fill(t('mandates.companyId'), '۹۹۱۰۰۱۰۰۰۲۴')
  await mandates.fill(t('mandates.position'), 'مدیرعامل')
  await expect(desk.dialog).toContainText(t('refusals.fault.checksum'))
  await picture(desk, 'mandate-checksum')
  await mandates.fill(t('mandates.companyId'), '۹۹۱۰۰۱۰۰۰۲۳')
  await mandates.fill(t('mandates.number'), '۲۲۸۰۱')
  await mandates.fill(t('mandates.day'), '۱۴۰۵۰۸۲۵')
  await mandates.fill(t('mandates.untilLabel'), '۱۴۰۵۰۹۱۰')
  await inspect(desk, 'mandate-dialog')
  await mandates.save()
}

test('a signatory from the gazette has the workshops after a second person, until the last day', async ({
  start,
}) => {
  test.setTimeout(180_000)
  const desk = await start()
  await desk.signIn()
  await bringGazette(desk)
  // Nothing is open yet, and the paper stands there as waiting.
  await expect(desk.tab(t('enums.role.EMPLOYER'))).toBeDisabled()
  await desk.command(t('mandates.selfTitle'))
  await expect(desk.dialog).toContainText(t('mandates.stateOf.WAITING'))
  await picture(desk, 'mandate-own')
  await desk.keys.press('Escape')
  await desk.endVisit()
  await desk.close()

  const other = await start({ office: desk.office })
  await other.signIn('SUPERVISOR')
  const queue = new MandatesPage(other)
  // The worklist tells him, and leads there.
  await other.keys.press('F9')
  await expect(other.page.getByText(t('mandates.queue.notice', { n: '۱' }))).toBeVisible()
  await picture(other, 'mandate-worklist')
  await other.pressButton(t('mandates.queue.open'))
  await inspect(other, 'mandate-queue')
  await queue.confirmFirst('۲۲۸۰۱', '۹۹۱۰۰۱۰۰۰۲۳', '۱۴۰۵/۰۹/۱۰', t('mandates.scopeAll'))
  await expect(other.page.getByText(t('mandates.queue.empty'))).toBeVisible()

  // The legal ID leads to him, and to every workshop of the company.
  await other.search(COMPANY)
  await expect(other.hits).toHaveCount(2)
  await picture(other, 'mandate-search')
  await other.keys.press('Escape')
  await other.openFile(NEWCOMER)
  const mandates = new MandatesPage(other)
  await expect(mandates.workshops.getByRole('row')).toHaveCount(2)
  await expect(mandates.workshops).toContainText('شرکت پیمانکاری نمونه سیصد بدهی')
  await mandates.openPeople()
  await expect(mandates.people).toContainText('مدیرعامل')
  await expect(mandates.people).toContainText(t('mandates.noScope'))
  await expect(mandates.people).toContainText('۱۴۰۵/۰۹/۱۰')
  await expect(mandates.company).toContainText(t('mandates.acts'))
  await inspect(other, 'workshop-mandates')
  await other.endVisit()

  // Whom the gazette does not name sees a notice, and keeps his workshops.
  await other.openFile(SIGNATORY)
  await mandates.chooseLast()
  await mandates.openPeople()
  await expect(other.page.getByRole('status').filter({ hasText: '۲۲۸۰۱' })).toBeVisible()
  await picture(other, 'mandate-newer-gazette')
  await other.close()

  // The day after the last: the workshops are gone, and so is the role.
  const later = await start({ office: desk.office, today: '1405/09/11' })
  await later.signIn()
  await later.openFile(NEWCOMER)
  await expect(later.tab(t('enums.role.EMPLOYER'))).toBeDisabled()
  await later.command(t('mandates.selfTitle'))
  await expect(later.dialog).toContainText(t('mandates.stateOf.EXPIRED'))
})

test('a representative sees what is owed and gets no statement; ended, he sees nothing', async ({
  start,
}) => {
  test.setTimeout(180_000)
  const desk = await start()
  await desk.signIn()
  const mandates = new MandatesPage(desk)
  await desk.openFile(SIGNATORY)
  await mandates.chooseLast()
  await mandates.openPeople()
  await desk.pressButton(t('mandates.addLetter'))
  await mandates.fill(t('mandates.personId'), NEWCOMER)
  await mandates.fill(t('mandates.issuer'), 'مدیرعامل')
  await mandates.fill(t('mandates.letterNumber'), '۱۴۰')
  await mandates.fill(t('mandates.letterDay'), '۱۴۰۵۰۸۳۰')
  await mandates.toggle('PAPERS')
  await mandates.toggle('REQUESTS')
  await picture(desk, 'mandate-letter')
  await mandates.save()
  await expect(mandates.people).toContainText(t('mandates.stateOf.WAITING'))
  await desk.endVisit()
  await desk.close()

  const other = await start({ office: desk.office })
  await other.signIn('SUPERVISOR')
  const second = new MandatesPage(other)
  await second.openQueue()
  await second.confirmFirst('۱۴۰', t('mandates.scopeShort.DEBTS'))

  await other.openFile(NEWCOMER)
  await expect(second.workshops.getByRole('row')).toHaveCount(2)
  // F7 says why there is no statement, and no request is offered.
  await other.keys.press('F7')
  await expect(other.page.getByText(t('employers.noPapers')).first()).toBeVisible()
  await picture(other, 'mandate-no-papers')

  await second.openPeople()
  await other.goTo(second.people)
  const own = second.people.getByRole('row').filter({ hasText: t('mandates.own') })
  await other.keys.pressUntil(
    'ArrowDown',
    async () => (await own.getAttribute('aria-selected')) === 'true',
  )
  await other.keys.press('Enter')
  await expect(other.dialog).toContainText(t('mandates.endTitle'))
  await other.keys.type('به درخواست خود او')
  await picture(other, 'mandate-end')
  await other.keys.press('Enter')
  await expect(other.dialog).toBeHidden()
  await other.endVisit()
  await other.openFile(NEWCOMER)
  await expect(other.tab(t('enums.role.EMPLOYER'))).toBeDisabled()
})
