import { toPersianDigits } from '#core/kernel/digits.ts'
import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { RequestPanel } from '../pages/request.panel.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { textOf } from '../../support/pdf-tools.ts'

/** Insured, eight dependants, no account. */
const PERSON = '0000001198'
/** Has a current account and one that was closed. */
const HOLDER = '0000001015'

/** The tab of the account, at one of its parts. */
async function openPart(desk: Desk, part: 'identity' | 'bank' | 'dependants'): Promise<void> {
  await desk.command(t('citizens.profile.tab'))
  const parts = desk.page.getByRole('tablist', { name: t('account.parts') })
  const wanted = parts.getByRole('tab', { name: t(`account.part.${part}`) })
  await desk.goTo(parts.getByRole('tab', { selected: true }))
  await desk.keys.pressUntil(
    'ArrowDown',
    async () => (await wanted.getAttribute('aria-selected')) === 'true',
  )
  await expect(wanted).toBeFocused()
}

/** Down a list to the choice that begins with a text. */
async function choose(desk: Desk, request: RequestPanel, field: string, text: string) {
  const box = request.field(field)
  await desk.goTo(box)
  await desk.keys.press('Home')
  await desk.keys.pressUntil('ArrowDown', async () =>
    (await box.locator('option:checked').innerText()).startsWith(text),
  )
}

/** Goes back to a field and types it anew. */
async function retype(desk: Desk, request: RequestPanel, field: string, text: string) {
  await expect(request.field(field)).toBeFocused()
  await desk.keys.press('Control+A')
  await desk.keys.type(text)
}

test('an account is filed past every mistake, waits for another clerk, and its receipt is printed', async ({
  desk,
}) => {
  await desk.openFile(PERSON)
  await openPart(desk, 'bank')
  await expect(desk.page.getByText(t('account.bank.none'))).toBeVisible()
  await inspect(desk, 'account-none')
  await desk.pressButton(t('filing.fileAccount'))
  const request = new RequestPanel(desk, 'BANK_ACCOUNT')
  await expect(request.field('bankCode')).toBeFocused()
  const fault = (code: Parameters<typeof t>[0], values = {}) =>
    expect(request.panel).toContainText(t(code, values))

  // Merged into another bank: told as soon as the field is left.
  await choose(desk, request, 'bankCode', 'انصار')
  await desk.keys.press('Tab')
  await fault('refusals.fault.bank-merged', { bank: 'انصار', into: 'سپه' })
  await desk.goTo(request.field('bankCode'), 'Shift+Tab')
  await choose(desk, request, 'bankCode', 'رفاه')
  await desk.keys.press('Tab', 'ArrowDown', 'Tab')
  await desk.keys.type('12345678')
  await desk.keys.press('Tab')
  await fault('refusals.fault.account-digits', { bank: 'رفاه کارگران', digits: '۹', typed: '۸' })
  await desk.keys.type('14040101')
  await desk.goTo(request.field('iban'))
  await desk.keys.type('IR060130123456789012345687')
  await request.receiveAll()
  await request.submit()
  await inspect(desk, 'account-faults')

  // One after the other, from the first that is wrong.
  await retype(desk, request, 'accountNumber', '123456789')
  await request.submit()
  await fault('refusals.fault.checksum')
  await retype(desk, request, 'iban', 'IR980170000000105874203006')
  await request.submit()
  await fault('refusals.fault.iban-other-bank', { bank: 'ملی', chosen: 'رفاه کارگران' })
  await retype(desk, request, 'iban', 'ir06 0130 1234 5678 9012 3456 78')
  await desk.goTo(request.field('openedOn'), 'Shift+Tab')
  await desk.keys.press('Control+A')
  await desk.keys.type('14050903')
  await request.submit()
  await fault('refusals.fault.future')
  await retype(desk, request, 'openedOn', '14040101')
  await request.submit()
  const code = await request.trackingCode()
  const receipt = textOf(await request.printReceipt()).replace(/\s+/g, ' ')
  for (const part of [toPersianDigits(code), t('enums.requestKind.BANK_ACCOUNT')])
    expect(receipt).toContain(part)
  expect(receipt).not.toContain('۱۲۳۴۵۶۷۸۹')
  await picture(desk, 'account-filed')
  await desk.keys.press('Escape', 'Escape')

  const table = desk.page.getByRole('grid', { name: t('account.bank.history') })
  await expect(table).toContainText(t('enums.accountState.UNDER_REVIEW'))
  await expect(desk.page.getByText(t('account.bank.noneUnderReview'))).toBeVisible()
  await inspect(desk, 'account-under-review')
  await request.open()
  await expect(request.panel).toContainText(t('filing.openRequest'))
  await expect(request.panel).toContainText(toPersianDigits(code))
})

test('the current account is masked until it is asked for', async ({ desk }) => {
  await desk.openFile(HOLDER)
  await openPart(desk, 'identity')
  await inspect(desk, 'account-identity')
  await openPart(desk, 'bank')
  const part = desk.page.getByRole('region', { name: t('account.part.bank') })
  await expect(part).toContainText(t('enums.accountState.CURRENT'))
  await expect(part).not.toContainText('۰۰۹۰۰۰۰۰۰')
  await desk.pressButton(t('ui.reveal', { label: t('account.bank.number') }))
  await expect(part).toContainText('۰۰۹۰۰۰۰۰۰')
  await inspect(desk, 'account-current')
})

test('who lacks an account is led to filing it', async ({ desk }) => {
  await desk.openFile('0000001066')
  const request = new RequestPanel(desk, 'MARRIAGE')
  await desk.keys.press('F8')
  await expect(request.service()).toContainText(t('enums.serviceState.NO_ACCOUNT'))
  await desk.keys.type(t('filing.code.MARRIAGE'))
  await desk.keys.press('Enter')
  await expect(request.panel).toContainText(t('filing.noAccount'))
  await expect(request.panel.getByRole('button', { name: t('filing.fileAccount') })).toBeFocused()
  await picture(desk, 'account-lacking')
  await desk.keys.press('Enter')
  const account = new RequestPanel(desk, 'BANK_ACCOUNT')
  await expect(account.field('bankCode')).toBeFocused()
  await desk.keys.press('Escape')
  await desk.goTo(desk.header.getByRole('button', { name: t('enums.alert.NO_ACCOUNT') }))
  await desk.keys.press('Enter')
  await expect(account.field('bankCode')).toBeFocused()
})

test('a dependant is added, another one ended', async ({ desk }) => {
  await desk.openFile(PERSON)
  await openPart(desk, 'dependants')
  await desk.pressButton(t('account.dependants.add'))
  const request = new RequestPanel(desk, 'DEPENDANT_ADD')
  await expect(request.field('relation')).toBeFocused()
  await choose(desk, request, 'relation', t('enums.relation.DAUGHTER'))
  await desk.keys.press('Tab')
  // Already one of his dependants.
  await desk.keys.type('0000001252')
  await expect(request.field('fullName')).toHaveValue('دختر عیالوار نمونه')
  await expect(request.verdict).toContainText(t('rules.notEntitled'))
  await expect(request.verdict).toContainText('از ۱۳۹۰/۱۱/۱۲ فرد تبعی همین بیمه‌شده است')
  await desk.keys.press('Control+A')
  await desk.keys.type('0000001384')
  await expect(request.field('fullName')).toHaveValue('بی‌نقش نمونه')
  await expect(request.verdict).toContainText(t('rules.entitled'))
  await expect(request.verdict).toContainText(t('rules.article.SSA-58'))
  await request.submit()
  await expect(request.panel).toContainText(t('filing.answerMissing'))
  await desk.goTo(request.panel.getByLabel(t('filing.dependantAdd.noJob')))
  await desk.keys.press('Space')
  await request.receiveAll()
  await expect(request.field('insuranceNumber').locator('option:checked')).toHaveText('۰۰۹۰۰۰۰۱۱۹')
  await inspect(desk, 'dependant-add')
  await request.submit()
  const code = await request.trackingCode()
  const receipt = textOf(await request.printReceipt()).replace(/\s+/g, ' ')
  expect(receipt).toContain(toPersianDigits(code))
  await desk.keys.press('Escape', 'Escape')
  const pending = desk.page.getByRole('region', { name: t('account.dependants.pending') })
  await expect(pending).toContainText(t('account.dependants.underReview'))
  await expect(pending).toContainText('بی‌نقش نمونه')

  await desk.pressButton(t('account.dependants.end'))
  const end = new RequestPanel(desk, 'DEPENDANT_END')
  await expect(end.field('dependant')).toBeFocused()
  await choose(desk, end, 'dependant', 'دختر عیالوار')
  await choose(desk, end, 'reason', t('filing.dependantEnd.reasonChoice.DIVORCE'))
  await desk.keys.press('Tab')
  await desk.keys.type('14050901')
  await end.receiveAll()
  await end.submit()
  await expect(end.panel).toContainText(t('refusals.fault.not-of-relation'))
  await expect(end.field('reason')).toBeFocused()
  await choose(desk, end, 'reason', t('filing.dependantEnd.reasonChoice.MARRIAGE'))
  const deed = t('enums.requestPaper.MARRIAGE_DEED')
  await expect(end.panel.getByRole('checkbox', { name: deed })).toBeVisible()
  await end.receiveAll()
  await end.submit()
  const other = await end.trackingCode()
  expect(textOf(await end.printReceipt()).replace(/\s+/g, ' ')).toContain(toPersianDigits(other))
  await desk.keys.press('Escape', 'Escape')
  await expect(pending.getByRole('listitem')).toHaveCount(2)
  await inspect(desk, 'dependants-pending')
})
