import { toLatinDigits } from '#core/kernel/digits.ts'
import { expect, test } from '../app.fixture.ts'
import { BoxPage } from '../pages/box.page.ts'
import type { Desk } from '../pages/desk.page.ts'
import { PapersPanel } from '../pages/papers.panel.ts'
import { PensionCertificatesTab } from '../pages/pension-certificates.page.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { textOf } from '../../support/pdf-tools.ts'

/** Text of a paper with one space wherever there is any. */
const plain = (pdf: Uint8Array) => textOf(pdf).replace(/\s+/g, ' ')

/** Loan, instalment and count, each field left by Tab. */
async function typeTerms(desk: Desk, paper: PapersPanel, terms: readonly string[]) {
  await desk.goTo(paper.field('loan'))
  for (const text of terms) {
    await desk.keys.press('Control+A')
    await desk.keys.type(text)
    await desk.keys.press('Tab')
  }
}

test('a loan beyond the ceiling is refused with what fits; the one that fits is issued and presented', async ({
  desk,
}) => {
  test.setTimeout(180_000)
  await desk.openFile('0000001341')
  const paper = await PapersPanel.open(desk, 'deduction-certificate')
  const room = paper.panel.getByRole('region', { name: t('papers.deduction.standing.title') })
  // 60 % of 327,293,262, less 19,500,000 of loans and 25,500,000 of three certificates, before anything is typed.
  for (const text of ['۱۹۶٬۳۷۵٬۹۵۷', '۱۹٬۵۰۰٬۰۰۰', '۲۵٬۵۰۰٬۰۰۰', '۱۵۱٬۳۷۵٬۹۵۷', 'برآورد'])
    await expect(room).toContainText(text)
  await inspect(desk, 'n-deduction-room')

  await typeTerms(desk, paper, ['1000000000', '151375958', '36'])
  await expect(paper.panel).toContainText('بیشترین قسطی که می‌گنجد ۱۵۱٬۳۷۵٬۹۵۷ ریال است')
  await expect(room).toContainText(t('papers.deduction.standing.beyond'))
  await picture(desk, 'n-deduction-beyond')
  await desk.keys.press('Enter')
  await expect(paper.field('instalment')).toBeFocused()

  await desk.goTo(paper.field('loan'), 'Shift+Tab')
  await typeTerms(desk, paper, ['600000000', '20000000', '36'])
  await expect(room).toContainText('۱۳۱٬۳۷۵٬۹۵۷')
  await paper.ready()
  await desk.keys.press('Enter')
  const text = plain(await paper.printed())
  for (const part of ['۷۲۰٬۰۰۰٬۰۰۰', '۲۰٬۰۰۰٬۰۰۰', '۳۶', '۳۰۷٬۷۹۳٬۲۶۲'])
    expect(text).toContain(part)
  expect(text).not.toContain('برآورد')
  // The tracking code stands large on the screen and on the paper; the password on a slip of its own.
  const shown = await paper.panel.getByRole('button', { name: /[۰-۹]{10}/ }).innerText()
  const code = toLatinDigits(/[۰-۹]{10}/.exec(shown)?.[0] ?? '')
  expect(code).toHaveLength(10)
  expect(toLatinDigits(text)).toContain(code)
  await expect(paper.panel).toContainText(t('vault.sharing.where'))
  const password = await new BoxPage(desk).password()
  expect(toLatinDigits(text).replace(/\D/g, '')).not.toContain(password.replace(/\D/g, ''))
  await picture(desk, 'n-deduction-issued')
  await desk.keys.press('Escape', 'Alt+3')

  const tab = new PensionCertificatesTab(desk)
  await tab.open()
  await expect(tab.rows).toHaveCount(4)
  await tab.isIn('VALID')
  for (const shown of ['۲۰٬۰۰۰٬۰۰۰', '۳۶ از ۳۶', 'بانک رفاه کارگران'])
    await expect(tab.chosen).toContainText(shown)
  await expect(tab.rows.last()).toContainText(t('enums.certificateState.UNTOLD'))
  await inspect(desk, 'n-certificates')

  // A letter of before the issue is refused at its field.
  await tab.present('۱۲/۳۴۵', '14050901')
  await expect(desk.dialog).toContainText('نامهٔ بانک پیش از صدور گواهی')
  await picture(desk, 'n-certificate-letter')
  await desk.goTo(desk.dialog.locator('[name=letterOn]'))
  await desk.keys.press('Control+A')
  await desk.keys.type('14050902')
  await desk.keys.press('Enter')
  await tab.isIn('USED')
  await expect(tab.table).toBeFocused()
  await expect(desk.page.getByText('۱۲/۳۴۵').first()).toBeVisible()
  await inspect(desk, 'n-certificate-used')

  await desk.keys.press('Enter')
  await expect(desk.dialog.locator('canvas').first()).toBeVisible()
  await picture(desk, 'n-certificate-open')
  await desk.keys.press('Escape')
  await expect(tab.table).toBeFocused()
  await desk.keys.press('Control+P')
  await expect(desk.dialog).toContainText(t('papers.reprintTitle'))
  await desk.keys.type('بانک نسخهٔ دیگر خواست')
  await desk.keys.press('Enter')
  await expect(desk.page.getByText(t('papers.certificates.times', { n: '۲' }))).toBeVisible()
})

test('the borrower of a guaranteed loan is somebody else, of age, and a lost one is told of', async ({
  desk,
}) => {
  test.setTimeout(120_000)
  await desk.openFile('0000001015')
  const paper = await PapersPanel.open(desk, 'deduction-certificate')
  await expect(paper.panel).toContainText('۱۸۰٬۸۷۶٬۷۱۱')
  await desk.goTo(paper.panel.getByRole('radio', { name: t('papers.deduction.own') }))
  await desk.keys.press('ArrowDown', 'Tab')
  for (const text of ['مینا', 'نمونه‌زاده', '0000001015']) {
    await desk.keys.type(text)
    await desk.keys.press('Tab')
  }
  await expect(paper.panel).toContainText(t('refusals.what.borrower-is-pensioner'))
  await desk.keys.press('Shift+Tab', 'Control+A')
  await desk.keys.type('0000001031')
  await desk.keys.press('Tab')
  await desk.keys.type('13900101')
  await desk.keys.press('Tab')
  await expect(paper.panel).toContainText('۱۵ سال دارد')
  await picture(desk, 'n-deduction-guarantor')
  await desk.goTo(paper.field('borrowerBirthDay'), 'Shift+Tab')
  await desk.keys.press('Control+A')
  await desk.keys.type('13650314')
  await typeTerms(desk, paper, ['100000000', '5000000', '24'])
  await paper.ready()
  await desk.keys.press('Enter')
  expect(plain(await paper.printed())).toContain('مینا نمونه‌زاده')
  await desk.keys.press('Escape')

  // The same once more: told, not refused.
  const again = await PapersPanel.open(desk, 'deduction-certificate')
  await expect(again.panel).toContainText('۱۷۵٬۸۷۶٬۷۱۱')
  await typeTerms(desk, again, ['100000000', '5000000', '24'])
  await expect(again.panel).toContainText('گواهی معتبری با همین گیرنده و همین اقساط هست')
  await again.ready()
  await picture(desk, 'n-deduction-alike')
  await desk.keys.press('Escape')
})

test('a salary certificate with the commitments its recipient asked for', async ({ counter }) => {
  await counter.openFile('0000001341')
  const paper = new PapersPanel(counter, 'salary-certificate')
  await counter.keys.press('F6')
  await paper.ready()
  await counter.goTo(paper.panel.getByRole('checkbox', { name: t('papers.salary.commitments') }))
  await counter.keys.press('Space')
  await paper.ready()
  await picture(counter, 'n-salary-commitments')
  await counter.keys.press('Enter')
  const text = plain(await paper.printed())
  for (const part of ['تعهد کسر اقساط', '۲۰٬۰۰۰٬۰۰۰', '۵٬۰۰۰٬۰۰۰', '۵۰۰٬۰۰۰', '۲۳۸'])
    expect(text).toContain(part)
})

test('a supervisor revokes a certificate, and its room is free again', async ({ start }) => {
  test.setTimeout(120_000)
  const desk = await start()
  await desk.signIn('SUPERVISOR')
  await desk.openFile('0000001015')
  const paper = await PapersPanel.open(desk, 'deduction-certificate')
  await typeTerms(desk, paper, ['100000000', '5000000', '24'])
  await paper.ready()
  await desk.keys.press('Enter')
  await paper.printed()
  await desk.keys.press('Escape', 'Alt+3')
  const tab = new PensionCertificatesTab(desk)
  await tab.open()
  await tab.isIn('VALID')
  await desk.pressButton(t('papers.certificates.revoke'))
  await desk.goTo(desk.dialog.getByLabel(t('verification.revocations.revokeReason')))
  await desk.keys.type('مبلغ نادرست')
  await desk.keys.press('Enter')
  const confirm = desk.dialog.getByRole('button', { name: t('verification.revocations.confirm') })
  await desk.goTo(confirm, 'Shift+Tab')
  await desk.keys.press('Enter')
  await tab.isIn('REVOKED')
  await expect(desk.page.getByText('مبلغ نادرست').first()).toBeVisible()
  await picture(desk, 'n-certificate-revoked')
  const next = await PapersPanel.open(desk, 'deduction-certificate')
  await expect(next.panel).toContainText('۱۸۰٬۸۷۶٬۷۱۱')
})
