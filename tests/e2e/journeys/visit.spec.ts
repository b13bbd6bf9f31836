import type { Locator } from '@playwright/test'
import { expect, test } from '../app.fixture.ts'
import type { Desk } from '../pages/desk.page.ts'
import { picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import {
  copyDemonstrationOffice,
  demonstrationSignIn,
  runOffice,
} from '../../support/demonstration-office.ts'

/** A clerk who is a citizen himself: one of the showcase persons. */
const COLLEAGUE = { userName: 'hamkar', secret: 'hamkar-1405', nationalId: '0000001171' } as const

async function officeWithColleague(): Promise<string> {
  const office = await copyDemonstrationOffice()
  const administrator = demonstrationSignIn('ADMINISTRATOR')
  const clerk = { ...COLLEAGUE, fullName: 'همکار نمونه', role: 'CLERK' }
  const words = ['call', 'access.addClerk', JSON.stringify(clerk)]
  runOffice([...words, '--office', office, '--as', administrator.userName], administrator.secret)
  return office
}

/** Moves the choice of who is here to a kind of representative. */
async function choosePresence(desk: Desk, label: string): Promise<void> {
  const radio = desk.dialog.getByRole('radio', { name: label })
  await desk.keys.pressUntil('ArrowDown', () => radio.isChecked())
}

test('a representative opens what his power covers, nothing else', async ({ counter }) => {
  await counter.find('0000001015')
  await choosePresence(counter, t('enums.presence.ATTORNEY'))
  const { dialog, keys } = counter
  const field = (label: string) => dialog.getByLabel(label)
  const goTo = (label: string) => counter.goTo(field(label))

  await goTo(t('visits.holderName'))
  await keys.press('Enter')
  await expect(field(t('visits.holderName'))).toHaveAttribute('aria-invalid', 'true')
  await keys.type('سارا وکیلی')
  await goTo(t('visits.holderId'))
  await keys.type('0000001384')
  await goTo(t('visits.powerNumber'))
  await keys.type('1405/88')
  await goTo(t('visits.issuer'))
  await keys.type('دفتر ۱۲ نمونه')
  await goTo(t('visits.issuedOn'))
  await keys.type('14050101')
  await goTo(t('visits.expiresOn'))
  await keys.type('14051229')
  for (const part of ['EMPLOYER', 'PENSION'] as const) {
    await goTo(t(`enums.filePart.${part}`))
    await keys.press('Space')
  }
  await picture(counter, 'visit-representative')
  await keys.press('Enter')
  await expect(counter.header).toContainText('سارا وکیلی')
  for (const role of ['EMPLOYER', 'PENSIONER'] as const) {
    const tab = counter.tab(t(`enums.role.${role}`))
    await expect(tab).toBeDisabled()
    await expect(tab).toContainText(t('enums.roleReason.OUTSIDE_POWER'))
  }
  await expect(counter.page.getByRole('grid', { name: t('insured.grid') })).toBeVisible()
})

test('a power that has run out opens nothing', async ({ counter }) => {
  await counter.find('0000001015')
  await choosePresence(counter, t('enums.presence.LAWYER'))
  const { dialog, keys } = counter
  for (const [label, text] of [
    [t('visits.holderName'), 'سارا وکیلی'],
    [t('visits.holderId'), '0000001384'],
    [t('visits.powerNumber'), '12'],
    [t('visits.issuer'), 'کانون وکلای نمونه'],
    [t('visits.issuedOn'), '14030101'],
    [t('visits.expiresOn'), '14050901'],
  ] as const) {
    await counter.goTo(dialog.getByLabel(label))
    await keys.type(text)
  }
  await keys.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText(
    t('refusals.what.power-expired', { day: '۱۴۰۵/۰۹/۰۱' }),
  )
  await expect(counter.header).toBeHidden()
})

test('nobody opens the own file; a colleague’s needs a reason', async ({ start }) => {
  const desk = await start({ office: await officeWithColleague() })
  await desk.signInAs(COLLEAGUE.userName, COLLEAGUE.secret)
  await expect(desk.searchBox).toBeFocused()
  await desk.find(COLLEAGUE.nationalId)
  await desk.keys.press('Enter')
  await expect(desk.dialog.getByRole('alert')).toContainText(t('refusals.what.own-file'))
  await desk.keys.press('Escape')
  await expect(desk.header).toBeHidden()
  await desk.close()

  const other = await start({ office: desk.office })
  await other.signIn()
  await other.find(COLLEAGUE.nationalId)
  await other.keys.press('Enter')
  await other.goTo(other.dialog.getByLabel(t('visits.reason')))
  await other.keys.type('پیگیری پرونده')
  await picture(other, 'visit-colleague')
  await other.keys.press('Enter')
  await expect(other.header).toContainText(t('enums.alert.COLLEAGUE'))
})

test('F12 leaves nothing of the citizen in the window', async ({ desk }) => {
  await desk.openFile('0000001015')
  await desk.keys.press('Alt+2')
  await expect(desk.page.getByRole('grid', { name: t('employers.table') })).toBeVisible()
  await desk.keys.press('Alt+3')
  await expect(desk.page.getByRole('grid', { name: t('pensions.slipTable') })).toBeVisible()
  await desk.keys.press('F6')
  await expect(desk.panel(t('enums.paperKind.salary-certificate')).locator('canvas')).toBeVisible()
  const traces = ['سه‌نقش', '۰۰۰۰۰۰۱۰۱۵', '0000001015', '۸۰۰۰۱۰۱', '۳۰۱٬۴۶۱٬۱۸۵', 'بهمن']
  const before = await desk.everything()
  expect(traces.filter((trace) => before.includes(trace))).toHaveLength(5)

  await desk.endVisit()
  await expect(desk.searchBox).toBeFocused()
  await expect(desk.panel(t('enums.paperKind.salary-certificate'))).toBeHidden()
  const after = await desk.everything()
  expect(traces.filter((trace) => after.includes(trace))).toEqual([])

  await desk.keys.press('F6')
  await expect(desk.page.getByText(t('frame.needsFile'))).toBeVisible()
})

test('keys typed right after F12 are the next search', async ({ counter }) => {
  await counter.openFile('0000001015')
  await counter.keys.press('F12')
  await counter.keys.type('0000001163')
  await expect(counter.searchBox).toHaveValue('0000001163')
  await expect(counter.hits).toHaveCount(1)
})

test('Ctrl+Shift+T opens the last file again, with the question first', async ({ counter }) => {
  await counter.openFile('0000001384')
  const name = await counter.header.getByRole('heading').innerText()
  await counter.endVisit()
  await counter.keys.press('Control+Shift+T')
  await expect(counter.dialog).toContainText(name)
  await counter.keys.press('Enter')
  await expect(counter.header).toContainText(name)
})

/** The powers of the open file, by keyboard. */
async function openPowers(desk: Desk): Promise<Locator> {
  const { keys, page } = desk
  await desk.command(t('citizens.profile.tab'))
  const parts = page.getByRole('tablist', { name: t('account.parts') })
  await desk.goTo(parts.getByRole('tab', { selected: true }))
  await keys.press('End')
  await expect(parts.getByRole('tab', { name: t('account.part.powers') })).toBeFocused()
  return page.getByRole('region', { name: t('visits.powers.title') })
}

test('a paper that was seen opens the file with two keys, until it is ended', async ({ desk }) => {
  const { dialog, keys } = desk
  await desk.find('0000001015')
  await choosePresence(desk, t('enums.presence.ATTORNEY'))
  for (const [label, text] of [
    [t('visits.holderName'), 'سارا وکیلی'],
    [t('visits.holderId'), '0000001384'],
    [t('visits.powerNumber'), '1405/88'],
    [t('visits.issuer'), 'دفتر ۱۲ نمونه'],
    [t('visits.issuedOn'), '14050101'],
  ] as const) {
    await desk.goTo(dialog.getByLabel(label))
    await keys.type(text)
  }
  await keys.press('Enter')
  await expect(desk.header).toContainText('سارا وکیلی')
  await desk.endVisit()

  await desk.find('0000001015')
  const known = dialog.getByRole('radio', { name: 'سارا وکیلی' })
  await expect(known).toBeVisible()
  await keys.press('ArrowDown')
  await expect(known).toBeChecked()
  await expect(dialog).toContainText('دفتر ۱۲ نمونه')
  await picture(desk, 'visit-known-power')
  await keys.press('Enter')
  await expect(desk.header).toContainText('سارا وکیلی')
  await desk.endVisit()

  // The person himself takes it back.
  await desk.openFile('0000001015')
  const powers = await openPowers(desk)
  await expect(powers).toContainText('سارا وکیلی')
  await picture(desk, 'powers')
  await desk.goTo(desk.page.getByRole('button', { name: t('visits.powers.end') }))
  await keys.press('Enter')
  await keys.press('Enter')
  await expect(dialog.getByLabel(t('visits.powers.endReason'))).toHaveAttribute(
    'aria-invalid',
    'true',
  )
  await keys.type('وکیل عزل شد')
  await picture(desk, 'power-end')
  await keys.press('Enter')
  await expect(powers).toContainText(t('enums.powerState.ENDED'))
  await desk.endVisit()

  await desk.find('0000001015')
  await expect(dialog.getByRole('radio', { name: t('visits.self') })).toBeChecked()
  await expect(known).toBeHidden()
})
