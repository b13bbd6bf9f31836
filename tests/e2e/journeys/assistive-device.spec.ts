import { DeviceCode } from '#core/benefits/assistive-device-table.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { RequestPanel } from '../pages/request.panel.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { textOf } from '../../support/pdf-tools.ts'

/** The choice that stands at a place in a list that has the focus, 1 the first, and on to the next field. */
async function pick(desk: Desk, place: number): Promise<void> {
  for (let down = 0; down < place; down++) await desk.keys.press('ArrowDown')
  await desk.keys.press('Tab')
}
const pickDevice = (desk: Desk, id: DeviceCode) => pick(desk, DeviceCode.options.indexOf(id) + 1)

/** What stands on the prescription and on the invoice. */
async function fillInPapers(desk: Desk, request: RequestPanel): Promise<void> {
  const written = {
    prescriptionDate: '1405/08/20',
    doctorName: 'پزشک نمونه',
    invoiceNumber: '4711',
    invoiceDate: '1405/08/25',
    invoiceAmount: '45000000',
  }
  for (const [field, text] of Object.entries(written)) {
    await desk.goTo(request.field(field))
    await desk.keys.type(text)
  }
}

test('glasses are filed for the lower of tariff and invoice, and the receipt is printed', async ({
  desk,
}) => {
  await desk.openFile('9327297040')
  const request = new RequestPanel(desk, 'ORTHO_PROSTHESIS')
  await request.open()
  await expect(request.verdict).toContainText(t('rules.article.SSA-54'))
  await expect(request.field('device')).toBeFocused()
  await pickDevice(desk, 'GLASSES')
  await fillInPapers(desk, request)
  await expect(request.verdict).toContainText('۱۰٬۵۰۰٬۰۰۰')
  await request.receiveAll()
  await inspect(desk, 'device-form')
  await request.submit()
  const code = await request.trackingCode()
  const receipt = textOf(await request.printReceipt()).replace(/\s+/g, ' ')
  for (const part of ['لادن بختیاری', toPersianDigits(code), 'اروتز و پروتز'])
    expect(receipt).toContain(part)

  // The same thing again waits for the first; another device may be asked for beside it.
  await desk.keys.press('Escape')
  await request.open()
  await expect(request.field('device')).toBeFocused()
  await pickDevice(desk, 'GLASSES')
  await expect(request.verdict).toContainText(t('rules.notEntitled'))
  await expect(request.verdict).toContainText(new RegExp(`${code}|${toPersianDigits(code)}`))
  await picture(desk, 'device-under-way')
  await desk.goTo(request.field('device'), 'Shift+Tab')
  await desk.keys.press('End')
  await expect(request.verdict).toContainText(t('rules.entitled'))
})

test('teeth are paid by piece and need the opinion of a physician', async ({ counter }) => {
  await counter.openFile('9615580181')
  const request = new RequestPanel(counter, 'ORTHO_PROSTHESIS')
  await request.open()
  await expect(request.field('user')).toBeFocused()
  await pick(counter, 1)
  await pickDevice(counter, 'TOOTH')
  await expect(request.field('count')).toBeFocused()
  await counter.keys.type('4')
  await fillInPapers(counter, request)
  await expect(request.verdict).toContainText('۱۴٬۰۰۰٬۰۰۰')
  await expect(request.panel).toContainText('پزشک معتمد')
  // The centre granted her a device it does not name.
  await expect(request.verdict).toContainText(t('rules.figure.device-request-elsewhere'))
  await picture(counter, 'device-teeth')
  await request.submit()
  await expect(request.faults).toContainText(t('filing.papersMissing'))
  await expect(request.filed).toBeHidden()
})

test('a son whose cover ended is refused with the reason', async ({ counter }) => {
  await counter.openFile('9298392389')
  const request = new RequestPanel(counter, 'ORTHO_PROSTHESIS')
  await request.open()
  await expect(request.field('user')).toBeFocused()
  const users = await request.field('user').locator('option').allInnerTexts()
  await pick(
    counter,
    users.findIndex((name) => name.startsWith('ایمان')),
  )
  await pickDevice(counter, 'CANE')
  await expect(request.verdict).toContainText(t('rules.notEntitled'))
  await expect(request.verdict).toContainText('۱۴۰۳/۰۴/۲۵')
  await expect(request.verdict).toContainText(t('rules.article.SSA-58'))
  await picture(counter, 'device-son-ended')
  await request.submit()
  await expect(request.filed).toBeHidden()
})

test('without an account nothing is filed', async ({ counter }) => {
  await counter.openFile('0000001198')
  const request = new RequestPanel(counter, 'ORTHO_PROSTHESIS')
  await request.open()
  await expect(request.panel).toContainText(t('filing.noAccount'))
  await expect(request.field('device')).toBeHidden()
})

test('a survivor without an insurance number asks as a pensioner', async ({ counter }) => {
  await counter.openFile('0000001120')
  const request = new RequestPanel(counter, 'ORTHO_PROSTHESIS')
  await request.open()
  await expect(request.verdict).toContainText(t('rules.entitled'))
  await expect(request.verdict).toContainText(t('rules.article.SSA-89'))
  await picture(counter, 'device-survivor')
})
