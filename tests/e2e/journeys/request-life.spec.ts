import { toPersianDigits } from '#core/kernel/digits.ts'
import type { FileableKind } from '#core/requests/request.model.ts'
import { expect, test } from '../app.fixture.ts'
import { ENTITLED, RequestPanel } from '../pages/request.panel.ts'
import { picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'

const [, , , PERSON] = ENTITLED

/** Something of each form, right or wrong. */
const TYPED: Readonly<Record<FileableKind, readonly [field: string, text: string]>> = {
  MARRIAGE: ['deedNumber', '۱۲'],
  MATERNITY: ['birthDate', '۱۴۰۵/۱۳/۴۰'],
  ORTHO_PROSTHESIS: ['doctorName', 'دکتر نمونه'],
  STUDENT_CONTRACT: ['university', 'دانشگاه نمونه'],
  MILITARY_SERVICE: ['serviceFrom', '۱۳۹۶/۰۲/۳۲'],
  RETIREMENT: ['note', 'به یاد بماند'],
  RECORD_OBJECTION: ['note', 'به یاد بماند'],
  RECORD_MISSING: ['note', 'به یاد بماند'],
  DEBT_OBJECTION: ['statement', 'به یاد بماند'],
  DEBT_ARTICLE16: ['defectNote', 'به یاد بماند'],
  DEBT_INSTALMENT: ['count', '۱۲'],
  INSURANCE_NUMBER: ['job', 'خیاط'],
  BANK_ACCOUNT: ['iban', 'IR۰۶'],
  DEPENDANT_ADD: ['fullName', 'دختر نمونه'],
  DEPENDANT_END: ['note', 'به یاد بماند'],
}
const kinds = Object.keys(TYPED) as readonly FileableKind[]

test('what was typed for any service outlives the death of the whole program', async ({
  start,
}) => {
  const first = await start()
  await first.signIn()
  await first.openFile(PERSON)
  for (const kind of kinds) {
    const request = new RequestPanel(first, kind)
    const [field, text] = TYPED[kind]
    await request.open()
    await first.goTo(request.field(field))
    await first.keys.press('Control+A')
    await first.keys.type(text)
    await expect(request.saved).toBeVisible()
    await first.keys.press('Escape')
  }
  await first.kill()

  const { office, userDataDir } = first
  const second = await start({ office, userDataDir })
  await second.signIn()
  await second.openFile(PERSON)
  for (const kind of kinds) {
    const request = new RequestPanel(second, kind)
    const [field, text] = TYPED[kind]
    await request.open()
    await expect(request.panel).toContainText(t('filing.restored'))
    await expect(request.field(field)).toHaveValue(text)
    await second.keys.press('Escape')
  }
})

test('a filed request is withdrawn with its reason, and filed anew', async ({ desk }) => {
  await desk.openFile(PERSON)
  const request = new RequestPanel(desk)
  await request.open()
  await request.fillIn()
  await request.submit()
  const code = await request.trackingCode()
  await desk.keys.press('Escape')
  await desk.goTo(desk.tab(t('insured.title')))
  await desk.keys.pressUntil('ArrowLeft', () =>
    desk.tab(t('requests.tab')).evaluate((tab) => tab.ariaSelected === 'true'),
  )
  await desk.pressButton(t('requests.withdraw'))
  await expect(desk.dialog.getByRole('textbox')).toBeFocused()
  await desk.keys.press('Control+Enter')
  await expect(desk.dialog).toContainText(t('requests.withdrawReasonMissing'))
  await desk.keys.type('تاریخ اشتباه بود')
  await picture(desk, 'request-withdraw')
  await desk.keys.press('Control+Enter')
  await expect(desk.dialog).toBeHidden()
  const row = desk.page
    .getByRole('grid', { name: t('requests.table') })
    .getByRole('row', { name: toPersianDigits(code) })
  await expect(row).toContainText(t('enums.requestStatus.CANCELLED'))
  await expect(desk.page.getByRole('region', { name: t('requests.history') })).toContainText(
    'تاریخ اشتباه بود',
  )
  await picture(desk, 'request-withdrawn')
  await request.open()
  await request.fillIn()
  await request.submit()
  expect(await request.trackingCode()).not.toBe(code)
})

test('F8 tells how every service stands; what is not filed is opened', async ({ counter }) => {
  await counter.openFile(PERSON)
  const request = new RequestPanel(counter)
  await counter.keys.press('F8')
  await expect(request.service('MATERNITY')).toContainText(t('enums.serviceState.NOT_ENTITLED'))
  await expect(request.service('MARRIAGE')).toContainText(t('enums.serviceState.ENTITLED'))
  await picture(counter, 'services')
  await counter.keys.type(t('filing.code.RECORD_CERTIFICATE'))
  await counter.keys.press('Enter')
  await expect(counter.panel(t('enums.paperKind.record-certificate'))).toBeVisible()
  await counter.keys.press('Escape', 'F8')
  await counter.keys.type(t('filing.code.DEPENDANTS'))
  await counter.keys.press('Enter')
  await expect(counter.tab(t('insured.dependants.tab'))).toHaveAttribute('aria-selected', 'true')
  await counter.keys.press('F8')
  await counter.keys.type(t('filing.code.RECORDS'))
  await counter.keys.press('Enter')
  await expect(counter.tab(t('insured.title'))).toHaveAttribute('aria-selected', 'true')
})
