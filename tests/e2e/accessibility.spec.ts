import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from './app.fixture.ts'
import { AdministrationPage } from './pages/administration.page.ts'
import { BatchPanel } from './pages/batch.panel.ts'
import { BoxPage } from './pages/box.page.ts'
import type { Desk } from './pages/desk.page.ts'
import { PapersPanel } from './pages/papers.panel.ts'
import { ENTITLED, RequestPanel } from './pages/request.panel.ts'
import { inspect } from './pages/screen.ts'
import { t } from './pages/texts.ts'
import { VerificationPage } from './pages/verification.page.ts'
import { copyDemonstrationOffice } from '../support/demonstration-office.ts'
import { codesOf } from '../support/pdf-tools.ts'
import { aPng } from '../support/scans.ts'

test.describe.configure({ mode: 'parallel', timeout: 180_000 })

const grid = (desk: Desk, name: string) => desk.page.getByRole('grid', { name })

/** Opens another tab of the shown role by the arrows on its row of tabs. */
async function openTab(desk: Desk, list: string, name: string): Promise<void> {
  const tabs = desk.page.getByRole('tablist', { name: list, exact: true })
  await desk.goTo(tabs.getByRole('tab', { selected: true }))
  const wanted = tabs.getByRole('tab', { name })
  await desk.keys.pressUntil(
    'ArrowLeft',
    async () => (await wanted.getAttribute('aria-selected')) === 'true',
  )
}

test('before anyone is signed in', async ({ start }) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bajeh-new-'))
  const empty = await start({ empty: true, office: path.join(folder, 'office') })
  await inspect(empty, 'a-set-up')
  await empty.close()

  const office = await copyDemonstrationOffice()
  await rm(path.join(office, 'office.keys'))
  const faulty = await start({ office })
  await inspect(faulty, 'a-faulty')
  await faulty.close()

  const desk = await start()
  await inspect(desk, 'a-sign-in')
  await desk.signIn()
  await inspect(desk, 'b-home')
  await desk.lock()
  await inspect(desk, 'b-locked')
})

test('finding a person and saying who is here', async ({ counter }) => {
  await counter.search('نمونه')
  await expect(counter.hits).toHaveCount(8)
  await inspect(counter, 'c-search')
  await counter.clear()
  await counter.search('0000001016')
  await expect(counter.page.getByText(t('citizens.search.nothing'))).toBeVisible()
  await inspect(counter, 'c-nothing-found')
  await counter.clear()
  await counter.find('0000001015')
  await inspect(counter, 'c-visit')
  await counter.keys.press('ArrowDown')
  await inspect(counter, 'c-visit-representative')
  await counter.keys.press('Escape')
  await counter.clear()
  await counter.keys.press('Control+K')
  await expect(counter.dialog).toBeVisible()
  await inspect(counter, 'c-commands')
  await counter.keys.press('Escape', 'F1')
  await expect(counter.dialog).toContainText(t('frame.keys.title'))
  await inspect(counter, 'c-help')
})

test('the three roles of a file', async ({ counter }) => {
  await counter.openFile('0000001015')
  await expect(grid(counter, t('insured.grid'))).toBeVisible()
  await inspect(counter, 'd-insured')
  await openTab(counter, t('enums.role.INSURED'), t('citizens.profile.tab'))
  await inspect(counter, 'd-profile')
  await counter.keys.press('Alt+2')
  await expect(grid(counter, t('employers.table'))).toBeVisible()
  await inspect(counter, 'd-employer')
  await openTab(counter, t('enums.role.EMPLOYER'), t('requests.tab'))
  await expect(grid(counter, t('requests.table'))).toBeVisible()
  await inspect(counter, 'd-requests')
  await counter.keys.press('Alt+3')
  await expect(grid(counter, t('pensions.slipTable'))).toBeVisible()
  await inspect(counter, 'd-pensioner-slips')
  for (const part of ['status', 'decrees'] as const) {
    await openTab(counter, t('enums.role.PENSIONER'), t(`pensions.${part}`))
    await inspect(counter, `d-pensioner-${part}`)
  }
  await counter.clear()
  await counter.openFile('0000001384')
  await inspect(counter, 'd-no-role')
  await counter.clear()
  await counter.openFile('0000001171')
  await expect(grid(counter, t('insured.grid'))).toBeVisible()
  await inspect(counter, 'd-overlaps')
})

test('papers', async ({ desk }) => {
  await desk.openFile('0000001015')
  const certificate = new PapersPanel(desk, 'salary-certificate')
  await desk.keys.press('F6')
  await certificate.ready()
  await inspect(desk, 'e-certificate')
  await certificate.ready()
  await desk.keys.press('Enter')
  await certificate.printed()
  await inspect(desk, 'e-certificate-issued')
  await desk.keys.press('Escape')
  const slip = new PapersPanel(desk, 'pension-slip')
  await desk.keys.press('F7')
  await slip.ready()
  await inspect(desk, 'e-slip')
  await desk.keys.press('Escape')
  await desk.command(t('frame.printQueue'))
  await expect(desk.page.getByText(t('papers.queue.empty'))).toBeVisible()
  await inspect(desk, 'e-print-queue')
})

test('papers that wait for a printer', async ({ desk }) => {
  await writeFile(desk.prints, '')
  await desk.openFile('0000001015')
  for (const [key, kind] of [
    ['F6', 'salary-certificate'],
    ['F7', 'pension-slip'],
  ] as const) {
    const panel = new PapersPanel(desk, kind)
    await desk.keys.press(key)
    await panel.ready()
    await desk.keys.press('Enter')
    await expect(panel.panel.getByText(t('enums.printReason.failed'))).toBeVisible()
    await desk.keys.press('Escape')
  }
  await desk.command(t('frame.printQueue'))
  await expect(grid(desk, t('papers.queue.table'))).toBeFocused()
  await inspect(desk, 'e-print-queue-failed')
  await desk.goTo(grid(desk, t('papers.queue.table')))
  await desk.keys.press('Delete')
  await expect(desk.dialog).toBeVisible()
  await inspect(desk, 'e-print-queue-drop')
})

test('authenticity', async ({ start }) => {
  const desk = await start()
  await desk.signIn('SUPERVISOR')
  await desk.openFile('0000001015')
  const certificate = new PapersPanel(desk, 'salary-certificate')
  await desk.keys.press('F6')
  await certificate.ready()
  await desk.keys.press('Enter')
  const [code = ''] = codesOf(await certificate.printed())
  await desk.keys.press('Escape')
  const verification = new VerificationPage(desk)
  await verification.open()
  await inspect(desk, 'h-verification')
  await desk.goTo(verification.box)
  await verification.scan('900-1405-1-999999')
  await verification.expectVerdict('NOT_FOUND')
  await inspect(desk, 'h-not-found')
  await desk.goTo(verification.box)
  await desk.keys.press('Control+A')
  await verification.scan(code)
  await verification.expectVerdict('GENUINE')
  await inspect(desk, 'h-genuine')
  await verification.part('keys')
  await expect(verification.keys).toHaveCount(1)
  await inspect(desk, 'h-keys')
  await verification.part('revocations')
  await desk.pressButton(t('verification.revocations.revoke'))
  await expect(desk.dialog).toBeVisible()
  await inspect(desk, 'h-revoke')
  await desk.keys.type('900-1405-1-000001')
  await desk.keys.press('Tab')
  await desk.keys.type('مبلغ نادرست')
  await desk.keys.press('Enter')
  await expect(desk.dialog).toContainText(t('verification.revocations.confirmBody'))
  await inspect(desk, 'h-revoke-confirm')
  await desk.goTo(desk.dialog.getByRole('button', { name: t('verification.revocations.confirm') }))
  await desk.keys.press('Enter')
  await expect(verification.revocations).toBeVisible()
  await inspect(desk, 'h-revocations')
})

test('papers of every other kind', async ({ desk }) => {
  await desk.openFile('0000001015')
  for (const kind of ['deduction-certificate', 'record-certificate', 'decree'] as const) {
    const { sheet, panel } = await PapersPanel.open(desk, kind)
    await expect(kind === 'deduction-certificate' ? panel : sheet.first()).toBeVisible()
    await inspect(desk, `e-${kind}`)
    await desk.keys.press('Escape')
  }
  const faulty = await PapersPanel.open(desk, 'deduction-certificate')
  await expect(faulty.panel.getByRole('combobox').first()).toHaveValue(/بانک/)
  await desk.keys.press('Enter')
  await expect(faulty.field('loan')).toBeFocused()
  await inspect(desk, 'e-deduction-certificate-faults')
  await desk.keys.press('Escape')
  for (const kind of ['record-statement', 'debt-statement', 'access-sheet'] as const) {
    const paper = await PapersPanel.open(desk, kind)
    await paper.ready()
    await inspect(desk, `e-${kind}`)
    await desk.keys.press('Escape')
  }
})

test('papers in lists', async ({ desk }) => {
  await desk.openFile('8000101')
  const batch = await BatchPanel.open(desk)
  await expect(batch.rows.first()).toBeVisible()
  await inspect(desk, 'e-batch')
  await desk.goTo(batch.panel.getByRole('combobox').first())
  await desk.keys.press('Enter')
  await expect(batch.summary).toBeVisible()
  await inspect(desk, 'e-batch-summary')
})

test('requests', async ({ desk }) => {
  const [person] = ENTITLED
  await desk.openFile('0000001031')
  const request = new RequestPanel(desk)
  await desk.keys.press('F8')
  await expect(request.panel).toBeVisible()
  await inspect(desk, 'f-request-kind')
  await desk.keys.press('Escape')
  await request.open()
  await inspect(desk, 'f-request-refused')
  await desk.clear()
  await desk.openFile(person)
  await request.open()
  await expect(request.field('deedNumber')).toBeFocused()
  await desk.keys.press('Control+Enter')
  await expect(request.field('deedNumber')).toHaveAttribute('aria-invalid', 'true')
  await inspect(desk, 'f-request-faults')
  await desk.goTo(request.field('deedNumber'))
  await request.fillIn()
  await desk.keys.press('Control+Enter')
  await request.trackingCode()
  await inspect(desk, 'f-request-filed')
  await desk.keys.press('Escape', 'F9')
  await expect(grid(desk, t('worklist.table'))).toBeVisible()
  await inspect(desk, 'f-worklist')
})

test('the box of a citizen', async ({ desk }) => {
  await desk.openFile('0000001015')
  const certificate = await PapersPanel.open(desk, 'salary-certificate')
  await certificate.ready()
  await desk.keys.press('Enter')
  await certificate.printed()
  await desk.keys.press('Escape')
  const box = new BoxPage(desk)
  await box.open()
  await box.add('MARRIAGE_DEED', 'سند ازدواج', 'deed.png', aPng(180, 600, 400))
  await expect(box.rows).toHaveCount(2)
  // What was just told lies over the screen for a moment.
  await expect(desk.page.getByText(t('vault.add.done', { title: 'سند ازدواج' }))).toBeHidden()
  await inspect(desk, 'i-box')
  await desk.goTo(box.table)
  await desk.keys.press('Enter')
  await expect(desk.dialog.getByRole('img')).toBeVisible()
  await inspect(desk, 'i-box-picture')
  await desk.keys.press('Escape', 'Delete')
  await inspect(desk, 'i-box-removal')
  await desk.keys.press('Escape', 'End')
  await desk.goTo(desk.page.getByRole('button', { name: t('vault.give') }), 'Shift+Tab')
  await desk.keys.press('Enter')
  await inspect(desk, 'i-box-share')
  await desk.keys.press('Escape')
  await desk.pressButton(t('vault.addScan'))
  await box.fill('PHOTO', 'عکس', 'photo.png', Buffer.from('MZ is no picture'))
  await expect(desk.dialog.getByRole('alert')).toBeVisible()
  await inspect(desk, 'i-box-add')
  await desk.keys.press('Escape')
  const verification = new VerificationPage(desk)
  await verification.open()
  await verification.part('share')
  await desk.goTo(desk.page.getByLabel(t('verification.share.personId')))
  await desk.keys.press('Enter')
  await inspect(desk, 'i-share-check')
})

test('administration', async ({ start }) => {
  const desk = await start()
  await desk.signIn('ADMINISTRATOR')
  await expect(grid(desk, t('administration.history'))).toBeVisible()
  await inspect(desk, 'g-import')
  const administration = new AdministrationPage(desk)
  for (const part of ['clerks', 'desk', 'secret'] as const) {
    await administration.part(part)
    await inspect(desk, `g-${part}`)
  }
})
