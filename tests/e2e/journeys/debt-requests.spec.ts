import { toPersianDigits } from '#core/kernel/digits.ts'
import { formatRial, rial } from '#core/kernel/rial.ts'
import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { EmployerPage } from '../pages/employer.page.ts'
import { RequestPanel } from '../pages/request.panel.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { textOf } from '../../support/pdf-tools.ts'

/** An employer whose debts stand at the edges of their time; signs for three workshops of his own. */
const EMPLOYER = '0000001376'
/** Signatory of a contractor with some three hundred debts. */
const SIGNATORY = '0000001147'
/** Served on the day of the data: open until 1405/09/30. */
const ASSESSED = '9000011003/900/100000305'
/** Served on 1405/08/01: closed yesterday. */
const LATE = '9000011003/900/100000306'
/** The vote was served on the day of the data: open until 1405/09/20. */
const VOTED = '9000011003/900/100000309'
/** The vote was served on 1405/08/11: closed yesterday. */
const LATE_VOTE = '9000011003/900/100000310'

/** Down the list of debts to one of them. */
async function chooseDebt(desk: Desk, request: RequestPanel, debt: string): Promise<void> {
  await desk.goTo(request.field('debt'))
  await desk.keys.press('Home')
  await desk.keys.pressUntil(
    'ArrowDown',
    async () => (await request.field('debt').inputValue()) === debt,
    400,
  )
}

/** What the paper says, whatever its lines. */
async function receiptOf(request: RequestPanel): Promise<string> {
  return textOf(await request.printReceipt()).replace(/\s+/g, ' ')
}

test('an objection to an assessment, then an appeal from a vote', async ({ desk }) => {
  await desk.openFile(EMPLOYER)
  const request = new RequestPanel(desk, 'DEBT_OBJECTION')
  await request.open()
  await expect(request.verdict).toContainText(t('filing.debtObjection.unknown'))
  await expect(request.field('debt')).toBeFocused()
  await chooseDebt(desk, request, ASSESSED)
  await expect(request.verdict).toContainText(t('rules.entitled'))
  await expect(request.verdict).toContainText(t('rules.figure.objection-until'))
  await expect(request.verdict).toContainText('۱۴۰۵/۰۹/۳۰')
  await expect(request.verdict).toContainText('۲۹ روز')
  await expect(request.verdict).toContainText(t('rules.article.SSA-42'))
  await expect(request.verdict).toContainText(formatRial(rial(189_571_444)))
  await picture(desk, 'debt-objection-countdown')

  await desk.keys.press('Tab', 'ArrowDown', 'Tab')
  await desk.keys.type('دستمزد مبنا درست نیست')
  // Papers that are lacking stop it, and nothing is filed.
  await request.submit()
  await expect(request.panel.getByText(t('filing.papersMissing')).first()).toBeVisible()
  await expect(request.filed).toBeHidden()
  await request.receiveAll()
  await inspect(desk, 'debt-objection')
  await request.submit()
  const code = await request.trackingCode()
  const receipt = await receiptOf(request)
  for (const part of [toPersianDigits(code), t('enums.requestKind.DEBT_OBJECTION')])
    expect(receipt).toContain(part)
  await desk.keys.press('Escape', 'Escape')

  // One debt is objected to once; another runs beside it, before the other board.
  await request.open()
  await chooseDebt(desk, request, VOTED)
  await expect(request.verdict).toContainText(t('rules.figure.appeal-until'))
  await expect(request.verdict).toContainText('۱۹ روز')
  await desk.keys.press('Tab', 'ArrowDown', 'Tab')
  await desk.keys.type('رأی بر پایهٔ فهرست نادرست است')
  await request.receiveAll()
  await request.submit()
  expect(await request.trackingCode()).not.toBe(code)
  await desk.keys.press('Escape', 'Escape')
  await request.open()
  await chooseDebt(desk, request, ASSESSED)
  await expect(request.panel).toContainText(t('filing.openRequest'))
  await expect(request.panel).toContainText(toPersianDigits(code))
})

test('after the deadline the reason, its day and its article', async ({ counter }) => {
  await counter.openFile(EMPLOYER)
  const request = new RequestPanel(counter, 'DEBT_OBJECTION')
  await request.open()
  await chooseDebt(counter, request, LATE)
  await expect(request.verdict).toContainText(t('rules.notEntitled'))
  await expect(request.verdict).toContainText(
    t('rules.reason.objection-too-late', { day: '۱۴۰۵/۰۹/۰۱', days: '۱' }),
  )
  await expect(request.verdict).toContainText(t('rules.article.SSA-42'))
  await picture(counter, 'debt-objection-late')
  await chooseDebt(counter, request, LATE_VOTE)
  await expect(request.verdict).toContainText(
    t('rules.reason.appeal-too-late', { day: '۱۴۰۵/۰۹/۰۱', days: '۱' }),
  )
  await expect(request.verdict).toContainText(t('rules.article.SSA-44'))
  await request.submit()
  await expect(request.filed).toBeHidden()
})

test('a debt in execution is looked at again by article 16, or paid in instalments', async ({
  desk,
}) => {
  await desk.openFile(EMPLOYER)
  const review = new RequestPanel(desk, 'DEBT_ARTICLE16')
  await review.open()
  await expect(review.verdict).toContainText(t('rules.entitled'))
  await expect(review.verdict).toContainText('۱۴۰۲/۰۷/۲۸')
  await expect(review.verdict).toContainText(t('rules.article.BOARDS-16'))
  await expect(review.field('defect')).toBeFocused()
  await desk.keys.press('ArrowDown', 'Tab')
  await desk.keys.type('فهرست‌های سال ۱۴۰۱ در هیئت دیده نشد')
  await review.receiveAll()
  await inspect(desk, 'debt-article16')
  await review.submit()
  const code = await review.trackingCode()
  expect(await receiptOf(review)).toContain(toPersianDigits(code))
  await desk.keys.press('Escape', 'Escape')

  const instalments = new RequestPanel(desk, 'DEBT_INSTALMENT')
  await instalments.open()
  await expect(instalments.field('count')).toBeFocused()
  await desk.keys.type('12')
  await expect(instalments.field('firstMonth')).toHaveValue('1405/10')
  // 10,194,746 = 11 × 849,562 + 849,564
  await expect(instalments.verdict).toContainText(formatRial(rial(849_562)))
  await desk.goTo(instalments.verdict.getByText(t('filing.debtInstalment.steps')), 'Shift+Tab')
  await desk.keys.press('Enter')
  await expect(instalments.verdict).toContainText(formatRial(rial(849_564)))
  await expect(instalments.verdict).toContainText('۱۴۰۶/۰۹/۳۰')
  await instalments.receiveAll()
  await inspect(desk, 'debt-instalment')
  await instalments.submit()
  const other = await instalments.trackingCode()
  expect(await receiptOf(instalments)).toContain(toPersianDigits(other))
})

test('the ledger opens the form on its debt; what the draft says is not lost', async ({ desk }) => {
  await desk.openFile(EMPLOYER)
  const request = new RequestPanel(desk, 'DEBT_OBJECTION')
  await request.open()
  await chooseDebt(desk, request, VOTED)
  await desk.goTo(request.field('statement'))
  await desk.keys.type('دستمزد مبنا درست نیست')
  await expect(request.saved).toBeVisible()
  await desk.keys.press('Escape')

  const employer = new EmployerPage(desk)
  await employer.open('ledger')
  await desk.goTo(employer.debts)
  await desk.keys.press('Home')
  const row = employer.chosen(employer.debts)
  await desk.keys.pressUntil('ArrowDown', async () =>
    (await row.innerText()).includes(toPersianDigits(ASSESSED.slice(-9))),
  )
  const button = employer.debt.getByRole('button', { name: t('employers.actions.DEBT_OBJECTION') })
  await desk.goTo(button)
  await desk.keys.press('Enter')
  await expect(request.field('debt')).toHaveValue(ASSESSED)
  await expect(request.field('statement')).toHaveValue('دستمزد مبنا درست نیست')
  await expect(request.verdict).toContainText('۲۹ روز')
  const back = request.panel.getByRole('button', { name: t('filing.backToDraft') })
  await expect(back).toBeVisible()
  await inspect(desk, 'debt-objection-other-draft')
  await desk.goTo(back, 'Shift+Tab')
  await desk.keys.press('Enter')
  await expect(request.field('debt')).toHaveValue(VOTED)
  await expect(request.verdict).toContainText('۱۹ روز')
  await expect(back).toBeHidden()
})

test('of three hundred debts those that fit stand first', async ({ counter }) => {
  await counter.openFile(SIGNATORY)
  const request = new RequestPanel(counter, 'DEBT_INSTALMENT')
  await request.open()
  await expect(request.field('debt')).toBeFocused()
  await counter.keys.press('ArrowDown')
  await expect(request.verdict).toContainText(t('rules.entitled'))
  await counter.goTo(request.field('count'))
  await counter.keys.type('37')
  await request.receiveAll()
  await request.submit()
  await expect(request.panel).toContainText(t('refusals.fault.too-many-instalments'))
  await picture(counter, 'debt-instalment-many')
  await counter.keys.press('Escape')
  const objection = new RequestPanel(counter, 'DEBT_OBJECTION')
  await objection.open()
  await counter.keys.press('End')
  await expect(objection.verdict).toContainText(t('rules.notEntitled'))
  await picture(counter, 'debt-objection-many')
})

test('a signatory whose power does not cover the workshops is refused', async ({ counter }) => {
  await counter.find(SIGNATORY)
  const radio = counter.dialog.getByRole('radio', { name: t('enums.presence.COMPANY_SIGNATORY') })
  await counter.keys.pressUntil('ArrowDown', () => radio.isChecked())
  for (const [label, text] of [
    [t('visits.holderName'), 'سارا امضایی'],
    [t('visits.holderId'), '0000001384'],
    [t('visits.powerNumber'), '1405/88'],
    [t('visits.issuer'), 'روزنامهٔ رسمی نمونه'],
    [t('visits.issuedOn'), '14050101'],
    [t('visits.expiresOn'), '14051229'],
  ] as const) {
    await counter.goTo(counter.dialog.getByLabel(label))
    await counter.keys.type(text)
  }
  await counter.goTo(counter.dialog.getByLabel(t('enums.filePart.EMPLOYER')))
  await counter.keys.press('Space', 'Enter')
  await expect(counter.header).toContainText('سارا امضایی')
  await counter.keys.press('F8')
  const request = new RequestPanel(counter, 'DEBT_OBJECTION')
  await expect(request.service()).toContainText(t('enums.serviceState.OUTSIDE_POWER'))
  await counter.keys.type(t('filing.code.DEBT_OBJECTION'))
  await counter.keys.press('Enter')
  await expect(request.panel.getByRole('alert').first()).toContainText(
    t('refusals.what.outside-power', { part: t('enums.filePart.EMPLOYER') }),
  )
  await expect(request.field('debt')).toBeHidden()
})
