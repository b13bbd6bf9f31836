import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { toLatinDigits } from '#core/kernel/digits.ts'
import { messageService } from '../../support/message-centre.ts'
import { textOf } from '../../support/pdf-tools.ts'
import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'

const PERSON = '0000001023'
const OTHER = '0000001015'
const NEW_NUMBER = '09708000001'

async function openMobile(desk: Desk): Promise<void> {
  await desk.command(t('citizens.profile.tab'))
  const parts = desk.page.getByRole('tablist', { name: t('account.parts') })
  const wanted = parts.getByRole('tab', { name: t('account.part.mobile') })
  await desk.goTo(parts.getByRole('tab', { selected: true }))
  await desk.keys.pressUntil(
    'ArrowDown',
    async () => (await wanted.getAttribute('aria-selected')) === 'true',
  )
}

/** The code on the last slip that the desk printed into a file. */
async function codeOnSlip(desk: Desk, slips: number): Promise<string> {
  const names = async () =>
    (await readdir(desk.prints)).filter((name) => name.includes('one-time code')).sort()
  await expect.poll(async () => (await names()).length).toBe(slips)
  const texts = await Promise.all(
    (await names()).map(async (name) => textOf(await readFile(path.join(desk.prints, name)))),
  )
  const said = texts.join('\n')
  expect(said.replace(/[\s\u200c\u2066-\u2069]+/g, '')).toContain('درگاهمیز:پیامکفرستادهنشد')
  const code = toLatinDigits(said)
    .match(/(?<!\d)\d{6}(?!\d)/g)
    ?.at(-1)
  if (code === undefined) throw new Error('no code on the slip')
  return code
}

const part = (desk: Desk) => desk.page.getByRole('region', { name: t('account.part.mobile') })
const field = (desk: Desk, name: Parameters<typeof t>[0]) =>
  desk.dialog.getByRole('textbox', { name: t(name) })

/** Fills the first step from its first field on. */
async function order(desk: Desk, number: string): Promise<void> {
  await expect(field(desk, 'account.mobile.new')).toBeFocused()
  await desk.keys.press('Control+A')
  await desk.keys.type(number)
}

test('a mobile is changed with the code on the printed slip, past every mistake', async ({
  desk,
}) => {
  await desk.openFile(OTHER)
  await desk.pressButton(t('ui.reveal', { label: t('citizens.header.mobile') }))
  const NUMBER = /۰۹۷[۰-۹]{8}/
  await expect(desk.header).toContainText(NUMBER)
  const shown = NUMBER.exec(await desk.header.innerText())?.[0] ?? ''
  const others = toLatinDigits(shown)
  expect(others).toMatch(/^097\d{8}$/)
  await desk.endVisit()

  await desk.openFile(PERSON)
  await openMobile(desk)
  await expect(part(desk)).toContainText(t('account.mobile.noHistory'))
  await inspect(desk, 'mobile-none')
  await desk.pressButton(t('account.mobile.change'))
  await order(desk, '0912345')
  await desk.keys.press('Enter')
  await expect(desk.dialog).toContainText(t('refusals.fault.format'))
  await order(desk, others)
  await desk.keys.press('Enter')
  await expect(desk.dialog).toContainText(t('account.mobile.cardNeeded'))
  await expect(desk.dialog.getByRole('checkbox')).toBeFocused()
  await inspect(desk, 'mobile-card')
  await desk.keys.press('Space', 'Enter')
  await expect(desk.dialog).toContainText(t('refusals.what.mobile-of-other'))
  await picture(desk, 'mobile-of-other')
  await order(desk, NEW_NUMBER)
  await desk.keys.press('Enter')

  await expect(field(desk, 'account.mobile.code')).toBeFocused()
  const code = await codeOnSlip(desk, 1)
  expect(await desk.everything()).not.toContain(code)
  await inspect(desk, 'mobile-code')
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  await desk.keys.type(wrong)
  await desk.keys.press('Enter')
  await expect(desk.dialog).toContainText(t('refusals.what.code-wrong', { left: '۴' }))
  await expect(field(desk, 'account.mobile.code')).toBeFocused()
  await picture(desk, 'mobile-code-wrong')

  // The dialog is closed, and the change continued while its code lives.
  await desk.keys.press('Escape')
  await expect(part(desk)).toContainText('۰۹۷۰***۰۰۰۱')
  await desk.pressButton(t('account.mobile.continue'))
  await expect(field(desk, 'account.mobile.code')).toBeFocused()
  await desk.keys.type(code)
  await desk.keys.press('Enter')
  await expect(desk.dialog).toBeHidden()
  await expect(part(desk)).toContainText(t('enums.codeChannel.DESK'))
  await expect(desk.header).toContainText('۰۹۷۰***۰۰۰۱')
  await inspect(desk, 'mobile-changed')
  await desk.endVisit()
  await desk.search(NEW_NUMBER)
  await expect(desk.hits).toHaveCount(1)
})

test('the administrator sets a service of the web, tries it, and sees what waits leave', async ({
  start,
}) => {
  const service = await messageService()
  const clerk = await start()
  await test.step('a change leaves a notice that waits', async () => {
    await clerk.signIn()
    await clerk.openFile(PERSON)
    await openMobile(clerk)
    await clerk.pressButton(t('account.mobile.change'))
    await order(clerk, NEW_NUMBER)
    await clerk.keys.press('Tab', 'Space', 'Enter')
    await expect(field(clerk, 'account.mobile.code')).toBeFocused()
    await clerk.keys.type(await codeOnSlip(clerk, 1))
    await clerk.keys.press('Enter')
    await expect(clerk.dialog).toBeHidden()
    await clerk.endVisit()
    await clerk.close()
  })
  const desk = await start({ office: clerk.office })
  await desk.signIn('ADMINISTRATOR')
  await desk.command(t('frame.administration'))
  const tabs = desk.page.getByRole('tablist', { name: t('frame.administration') })
  const wanted = tabs.getByRole('tab', { name: t('administration.part.messages') })
  await desk.goTo(tabs.getByRole('tab', { selected: true }))
  await desk.keys.pressUntil(
    'ArrowLeft',
    async () => (await wanted.getAttribute('aria-selected')) === 'true',
  )
  const view = desk.page.getByRole('region', { name: t('messages.title') })
  await expect(view).toContainText(t('messages.waiting', { n: '۱' }))
  await expect(view).toContainText(t('messages.waitsForGateway'))
  await inspect(desk, 'messages-desk')

  await desk.pressButton(t('messages.set'))
  await expect(desk.dialog).toContainText(t('messages.dialogLead'))
  const kind = desk.dialog.getByRole('radio', { name: t('enums.gatewayKind.HTTP') })
  await desk.keys.pressUntil('ArrowLeft', () => kind.isChecked())
  await desk.goTo(field(desk, 'messages.address'))
  await desk.keys.type('http://sms.example/send')
  await desk.keys.press('Enter')
  await expect(desk.dialog).toContainText(t('refusals.fault.https'))
  await expect(field(desk, 'messages.address')).toBeFocused()
  await inspect(desk, 'messages-faults')
  await desk.keys.press('Control+A')
  await desk.keys.type(service.address)
  await desk.goTo(desk.dialog.getByLabel(t('messages.secret')))
  await desk.keys.type('secret-of-the-service')
  await picture(desk, 'messages-http')
  await desk.keys.press('Enter')
  await expect(desk.dialog).toBeHidden()
  await expect(view).toContainText(service.address)
  expect(await desk.everything()).not.toContain('secret-of-the-service')

  await desk.goTo(view.getByRole('textbox', { name: t('messages.testNumber') }))
  await desk.keys.type('09708000002')
  await desk.keys.press('Enter')
  await expect(desk.page.getByText(t('messages.testOk'))).toBeVisible()
  expect(service.posts.map(({ headers }) => headers['authorization'])).toContain(
    'secret-of-the-service',
  )
  await desk.pressButton(t('messages.retry'))
  await expect(view).toContainText(t('messages.noUnsent'))
  await expect(view).toContainText(t('messages.sent', { n: '۱' }))
  expect(service.posts).toHaveLength(2)
  await inspect(desk, 'messages-sent')
  await service.close()
})
