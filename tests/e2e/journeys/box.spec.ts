import { toPersianDigits } from '#core/kernel/digits.ts'
import { LARGEST_FILE } from '#core/kernel/file-carriers.ts'
import { LARGEST_SCAN } from '#core/vault/scan-file.rules.ts'
import { expect, test } from '../app.fixture.ts'
import { BoxPage } from '../pages/box.page.ts'
import type { Desk } from '../pages/desk.page.ts'
import { PapersPanel } from '../pages/papers.panel.ts'
import { RequestPanel } from '../pages/request.panel.ts'
import { picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { VerificationPage } from '../pages/verification.page.ts'
import { aPhotograph, aTiff } from '../../support/pictures.ts'
import { aHeavyPdf, aHeavyPng, aJpeg, aPdf, aPng } from '../../support/scans.ts'

const PERSON = '0000001023'

/** A record certificate with leave to ask for it, by keys alone. */
async function sharedCertificate(desk: Desk): Promise<PapersPanel> {
  await desk.openFile(PERSON)
  const paper = new PapersPanel(desk, 'record-certificate')
  await desk.keys.press('F6')
  await expect(paper.sheet.first()).toBeVisible()
  await desk.keys.type('سپه')
  await desk.keys.press('Enter')
  await desk.keys.type('میدان')
  await desk.goTo(paper.panel.getByRole('radio', { name: t('vault.sharing.none') }))
  await desk.keys.press('ArrowDown', 'ArrowDown')
  await expect(paper.panel.getByRole('radio', { name: t('enums.shareTerm.WEEK') })).toBeChecked()
  await desk.goTo(paper.panel.getByRole('checkbox'))
  await desk.keys.press('Space')
  await paper.ready()
  await picture(desk, 'record-certificate-share')
  await desk.keys.press('Enter')
  return paper
}

test('scans are put in, looked at, refused and taken out', async ({ desk }) => {
  await desk.openFile(PERSON)
  const box = new BoxPage(desk)
  await box.open()
  await expect(desk.page.getByText(t('vault.empty'))).toBeVisible()

  await box.add('MARRIAGE_DEED', 'سند ازدواج، صفحهٔ ۲', 'deed.png', aPng(200, 600, 400))
  await expect(box.chosen).toContainText('سند ازدواج، صفحهٔ ۲')
  await expect(box.chosen).toContainText(t('enums.requestPaper.MARRIAGE_DEED'))
  await expect(box.table).toBeFocused()

  // The same picture for another paper, a program with the name of a picture, and one too large.
  await box.add('NATIONAL_CARD', 'کارت', 'card.png', aPng(200, 600, 400))
  await expect(desk.dialog.getByRole('alert')).toContainText('سند ازدواج')
  const program = Buffer.from(`MZ${'\0'.repeat(300)}`, 'latin1')
  await box.fill('NATIONAL_CARD', 'کارت', 'card.png', program)
  await expect(desk.dialog.getByRole('alert')).toHaveText(t('refusals.what.scan-not-a-picture'))
  await picture(desk, 'box-refused')
  await box.fill('NATIONAL_CARD', 'کارت', 'card.png', aHeavyPng(LARGEST_FILE + 1))
  await expect(desk.dialog.getByRole('alert')).toContainText('۲۰ مگابایت')
  await box.fill('NATIONAL_CARD', 'کارت', 'contract.pdf', aPdf('contract', 200))
  await expect(desk.dialog.getByRole('alert')).toContainText('۲۰۰ صفحه')
  await expect(desk.dialog.getByRole('alert')).toContainText('تا ۲۰ صفحه')
  await picture(desk, 'box-too-many-pages')
  await box.fill('NATIONAL_CARD', 'کارت ملی', 'card.jpg', aJpeg())
  await expect(box.rows).toHaveCount(2)
  await box.add('BANK_STATEMENT', 'گردش حساب', 'account.pdf', aPdf())
  await expect(box.rows).toHaveCount(3)
  await picture(desk, 'box-scans')

  await desk.keys.press('Enter')
  await expect(desk.dialog.locator('canvas')).toBeVisible()
  await desk.keys.press('Escape')
  await expect(box.table).toBeFocused()
  await desk.keys.press('End', 'Enter')
  await expect(desk.dialog.getByRole('img')).toBeVisible()
  await picture(desk, 'box-preview')
  await desk.keys.press('Escape')

  await desk.keys.press('Delete')
  await expect(desk.dialog).toContainText('سند ازدواج، صفحهٔ ۲')
  await desk.goTo(desk.dialog.getByRole('button', { name: t('vault.removal.confirm') }))
  await desk.keys.press('Enter')
  await expect(box.rows).toHaveCount(2)
  await expect(box.table).not.toContainText('سند ازدواج، صفحهٔ ۲')
})

test('what a telephone and a scanner bring is reduced, turned, named and printed', async ({
  desk,
}) => {
  await desk.openFile(PERSON)
  const box = new BoxPage(desk)
  await box.open()
  await box.add('NATIONAL_CARD', 'کارت ملی', 'IMG_0001.jpg', await aPhotograph())
  await expect(box.chosen).toContainText('کارت ملی')
  await expect(desk.page.getByText('ابعاد ۳۰۰۰×۴۰۰۰ به')).toBeVisible()
  await picture(desk, 'box-reduced')
  await expect(box.table).toBeFocused()
  await desk.keys.press('Enter')
  await expect(desk.dialog.getByRole('img')).toBeVisible()
  await expect(desk.dialog).toContainText('ابعاد ۳۰۰۰×۴۰۰۰ به')
  await desk.keys.press('+', 'r')
  await expect(desk.dialog.getByRole('status')).toContainText('۱۵۰٪، چرخش ۹۰ درجه')
  await picture(desk, 'box-turned')
  await desk.keys.press('0', 'Escape')

  await box.add('PAY_SLIPS', 'فیش‌ها', 'scan.tiff', await aTiff('first', 'second', 'third'))
  await expect(box.chosen).toContainText('۳ صفحه')
  await desk.pressButton(t('vault.relabel'))
  await expect(desk.dialog).toContainText('تا ۳ مدرک')
  await desk.keys.press('Control+A')
  await desk.keys.type('فیش‌ها و صورت‌حساب')
  const proves = desk.dialog.getByRole('checkbox', {
    name: t('enums.requestPaper.STAMPED_INVOICE'),
  })
  await desk.goTo(proves)
  await desk.keys.press('Space')
  await picture(desk, 'box-label')
  await desk.keys.press('Enter')
  await expect(box.chosen).toContainText('فیش‌ها و صورت‌حساب')
  await expect(box.chosen).toContainText(t('enums.requestPaper.STAMPED_INVOICE'))
  await desk.goTo(box.table)
  await desk.keys.press('Enter')
  await expect(desk.dialog.locator('canvas')).toHaveCount(3)
  await picture(desk, 'box-pages')
  await desk.keys.press('Escape')
  await expect(box.table).toBeFocused()
  await desk.keys.press('Control+P')
  await expect(
    desk.page.getByText(t('vault.printedScan.ok', { title: 'فیش‌ها و صورت‌حساب' })),
  ).toBeVisible()
})

test('a box that is nearly full says so, and what does not fit is told in both sizes', async ({
  desk,
}) => {
  await desk.openFile(PERSON)
  const box = new BoxPage(desk)
  await box.open()
  for (const [at, title] of ['a', 'b', 'c', 'd'].entries()) {
    await box.add('PREMIUM_LISTS', `فهرست ${title}`, 'list.pdf', aHeavyPdf(LARGEST_SCAN, title))
    await expect(box.rows).toHaveCount(at + 1)
  }
  await box.add('PHOTO', 'عکس', 'photo.png', aPng(77))
  await expect(box.rows).toHaveCount(5)
  await expect(desk.page.getByText(t('vault.roomOf.NEARLY_FULL'))).toBeVisible()
  await picture(desk, 'box-nearly-full')
  await box.add('PREMIUM_LISTS', 'فهرست آخر', 'list.pdf', aHeavyPdf(LARGEST_SCAN, 'e'))
  await expect(desk.dialog.getByRole('alert')).toContainText('۲۰۴۸ کیلوبایت می‌گیرد')
  await picture(desk, 'box-full')
  await desk.keys.press('Escape')
  await desk.goTo(box.table)
  await desk.keys.press('Home', 'Delete')
  await expect(desk.dialog).toContainText(t('vault.removal.reason'))
  await desk.keys.press('ArrowDown')
  await desk.goTo(desk.dialog.getByRole('button', { name: t('vault.removal.confirm') }))
  await picture(desk, 'box-removal')
  await desk.keys.press('Enter')
  await expect(box.rows).toHaveCount(4)
  await box.add('PREMIUM_LISTS', 'فهرست آخر', 'list.pdf', aHeavyPdf(LARGEST_SCAN, 'e'))
  await expect(box.rows).toHaveCount(5)
})

test('a photograph put in from a request is reduced, looked at there, and held by what is filed', async ({
  desk,
}) => {
  await desk.openFile('9750734602')
  const request = new RequestPanel(desk)
  await request.open()
  await request.fillIn()
  const deed = t('enums.requestPaper.MARRIAGE_DEED')
  const box = new BoxPage(desk)
  const put = request.panel.getByRole('button', { name: `${t('vault.add.scan')} ${deed}` })
  await box.choose(put, 'IMG_0002.jpg', await aPhotograph())
  await expect(desk.page.getByText('ابعاد ۳۰۰۰×۴۰۰۰ به')).toBeVisible()
  const look = request.panel.getByRole('button', { name: `${t('vault.open')} ${deed}` })
  await desk.goTo(look, 'Shift+Tab')
  await picture(desk, 'request-with-scan')
  await desk.keys.press('Enter')
  await expect(desk.dialog.getByRole('img')).toBeVisible()
  await desk.keys.press('Escape')
  await expect(look).toBeFocused()
  await desk.keys.press('Control+Enter')
  const code = await request.trackingCode()
  await desk.keys.press('Escape')

  await box.open()
  await desk.goTo(box.table)
  await desk.keys.press('Home')
  await desk.keys.pressUntil('ArrowDown', async () =>
    ((await box.chosen.textContent()) ?? '').includes(deed),
  )
  await expect(box.chosen).toContainText(toPersianDigits(code))
  await desk.keys.press('Delete')
  await expect(
    desk.page.getByText(t('vault.stays', { trackingCode: toPersianDigits(code) })).first(),
  ).toBeVisible()
  await expect(desk.dialog).toBeHidden()
  await picture(desk, 'box-enclosed')
})

test('a certificate is issued into the box with leave, and its recipient sees it', async ({
  desk,
}) => {
  const paper = await sharedCertificate(desk)
  await expect(paper.panel.getByText(t('enums.printState.PRINTED'), { exact: true })).toBeVisible()
  await expect(paper.panel.getByText('اجازهٔ استعلام تا پایان ۱۴۰۵/۰۹/۰۹')).toBeVisible()
  await picture(desk, 'record-certificate-shared')
  const box = new BoxPage(desk)
  const password = await box.password()
  expect(await desk.everything()).not.toContain(password)
  await desk.keys.press('Escape')
  await box.open()
  await expect(box.rows.first()).toContainText(t('enums.paperKind.record-certificate'))
  await expect(box.rows.first()).toContainText('تا ۱۴۰۵/۰۹/۰۹')
  await picture(desk, 'box-shared')
  await desk.endVisit()

  const verification = new VerificationPage(desk)
  await verification.open()
  await verification.part('share')
  const personBox = desk.page.getByLabel(t('verification.share.personId'))
  await desk.goTo(personBox)
  await desk.keys.type(PERSON)
  await desk.keys.press('Tab')
  await desk.keys.type('11111-11111-11111')
  await desk.keys.press('Enter')
  await expect(desk.page.getByRole('alert')).toContainText(t('refusals.what.share-check'))
  await expect(verification.card).toBeHidden()
  await desk.keys.press('Control+A')
  await desk.keys.type(password)
  await desk.keys.press('Enter')
  await verification.expectVerdict('GENUINE')
  await expect(verification.card.getByRole('heading').first()).toBeInViewport()
  await expect(desk.page.locator('canvas').first()).toBeVisible()
  await picture(desk, 'share-check')

  // The person hears who asked, and that one of them did not know the password.
  await desk.openFile(PERSON)
  await box.open()
  await desk.pressButton(t('vault.asked'))
  await expect(desk.dialog.getByText(t('vault.attempts.wrong'))).toBeVisible()
  await expect(desk.dialog.getByText(t('vault.attempts.shown'), { exact: true })).toBeVisible()
  await picture(desk, 'box-attempts')
  await desk.keys.press('Escape')
  await desk.endVisit()
  await desk.command(t('verification.title'))
  await expect(personBox).toBeVisible()

  // Nothing of it is left when the clerk comes back.
  await desk.keys.press('F9')
  await expect(personBox).toBeHidden()
  await desk.command(t('verification.title'))
  await expect(personBox).toHaveValue('')
  await expect(verification.card).toBeHidden()
})

test('leave is taken back, given from the box, and a reprint wants its reason', async ({
  desk,
}) => {
  await sharedCertificate(desk)
  const box = new BoxPage(desk)
  await expect(desk.page.getByText('اجازهٔ استعلام تا پایان ۱۴۰۵/۰۹/۰۹')).toBeVisible()
  await desk.keys.press('Escape')
  await box.open()
  await desk.goTo(box.table)
  await expect(box.chosen).toContainText('تا ۱۴۰۵/۰۹/۰۹')
  await desk.goTo(desk.page.getByRole('button', { name: t('vault.end') }), 'Shift+Tab')
  await desk.keys.press('Enter')
  await desk.goTo(desk.dialog.getByRole('button', { name: t('vault.ending.confirm') }))
  await desk.keys.press('Enter')
  await expect(box.chosen).not.toContainText('تا ۱۴۰۵/۰۹/۰۹')

  await desk.goTo(desk.page.getByRole('button', { name: t('vault.give') }), 'Shift+Tab')
  await desk.keys.press('Enter')
  await expect(desk.dialog).toContainText(t('vault.sharing.lead'))
  await desk.keys.press('ArrowUp')
  await expect(desk.dialog.getByRole('radio', { name: t('enums.shareTerm.DAY') })).toBeChecked()
  await picture(desk, 'box-share-dialog')
  await desk.keys.press('Enter')
  await expect(box.chosen).toContainText('تا ۱۴۰۵/۰۹/۰۳')

  await desk.goTo(box.table)
  await desk.keys.press('Control+P')
  await expect(desk.dialog).toContainText(t('papers.reprintTitle'))
  await desk.keys.type('گم شده است')
  await desk.keys.press('Enter')
  await expect(box.chosen).toContainText('۲')
})

test('every role has the box, and so has a citizen without one', async ({ counter }) => {
  await counter.openFile('0000001015')
  const box = new BoxPage(counter)
  for (const role of ['Alt+1', 'Alt+2', 'Alt+3']) {
    await counter.keys.press(role)
    await box.open()
  }
  await counter.endVisit()
  await counter.openFile('0000001384')
  await box.open()
})
