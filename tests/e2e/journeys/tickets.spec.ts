import { expect, test } from '../app.fixture.ts'
import { printedPaper } from '../pages/papers.panel.ts'
import { inspect, picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'
import { TicketsPage } from '../pages/tickets.page.ts'
import { textOf } from '../../support/pdf-tools.ts'
import { aPng } from '../../support/scans.ts'
import { aWav } from '../../support/sounds.ts'

const PERSON = '0000001023'

test('a ticket in person, with an enclosure and a receipt; found by its code', async ({ desk }) => {
  test.setTimeout(120_000)
  const tickets = new TicketsPage(desk)
  await desk.openFile(PERSON)
  await desk.command(t('tickets.tab'))
  await expect(desk.page.getByText(t('tickets.emptyReason'))).toBeVisible()
  await inspect(desk, 'tickets-none')

  // F8 and two letters; nothing is sent as long as something is missing, and the keys go there.
  await desk.keys.press('F8')
  await expect(desk.page.getByRole('combobox', { name: t('filing.choose') })).toBeFocused()
  await desk.keys.type(t('filing.code.TICKET'))
  await desk.keys.press('Enter')
  await expect(desk.dialog).toContainText(t('tickets.new.leadVisit'))
  await desk.keys.press('Control+Enter')
  await expect(desk.dialog.getByLabel(t('tickets.subject'))).toBeFocused()
  await tickets.write('BRANCH', 'RECORD_MISSING', 'سابقهٔ سال ۱۳۸۹ من در سامانه نیست')
  const program = Buffer.from(`MZ${'\0'.repeat(300)}`, 'latin1')
  await tickets.chooseFile(t('tickets.new.enclose'), 'card.png', program)
  await expect(desk.dialog.getByRole('alert')).toHaveText(t('refusals.what.scan-not-a-picture'))
  await tickets.chooseFile(t('tickets.new.enclose'), 'contract.png', aPng(200, 600, 400))
  await expect(desk.dialog).toContainText('contract.png')
  await inspect(desk, 'tickets-new')
  await tickets.send()

  await expect(tickets.pane).toContainText(t('enums.ticketStatus.REGISTERED'))
  await expect(tickets.pane).toContainText('سابقهٔ سال ۱۳۸۹')
  const code = await tickets.pane
    .getByRole('button', { name: t('tickets.trackingCode') })
    .innerText()
  const digits = /[۰-۹]{10}/.exec(code)?.[0] ?? ''
  expect(digits).toHaveLength(10)
  // The receipt has the keys.
  const receipt = desk.page.getByRole('button', { name: t('tickets.receipt.print') })
  await expect(receipt).toBeFocused()
  await inspect(desk, 'tickets-registered')
  await desk.keys.press('Enter')
  await expect(desk.dialog).toContainText(t('enums.printState.PRINTED'))
  await picture(desk, 'tickets-receipt')
  const paper = textOf(await printedPaper(desk, desk.dialog))
  for (const said of [digits, '۰۰۰****۰۲۳', '۱۴۰۵/۰۹/۰۵']) expect(paper).toContain(said)
  await desk.keys.press('Escape')
  await desk.endVisit()

  await desk.search(digits)
  await expect(desk.hits).toHaveCount(1)
  await expect(desk.hits).toContainText(t('enums.searchKind.TICKET_CODE'))
  await picture(desk, 'tickets-search')
  await desk.keys.press('Enter', 'Enter')
  await expect(tickets.ofCitizen).toContainText(digits)
  await expect(tickets.pane).toContainText('سابقهٔ سال ۱۳۸۹')
})

test('a voice message by telephone is heard, referred, answered, rated and closed by two', async ({
  start,
}) => {
  test.setTimeout(240_000)
  const desk = await start()
  await desk.signIn()
  const tickets = new TicketsPage(desk)
  await tickets.open()
  await expect(desk.page.getByText(t('tickets.board.empty'))).toBeVisible()
  await desk.keys.press('Alt+n')
  await expect(desk.dialog).toContainText(t('tickets.new.leadBoard'))
  await tickets.choose(t('tickets.channel'), 'VOICE')
  const program = Buffer.from(`MZ${'\0'.repeat(300)}`, 'latin1')
  await tickets.chooseFile(t('tickets.new.voice'), 'message.wav', program)
  await expect(desk.dialog.getByRole('alert')).toHaveText(t('refusals.what.voice-not-audio'))
  await tickets.chooseFile(t('tickets.new.voice'), 'message.wav', aWav(3))
  await expect(desk.dialog).toContainText('message.wav')
  await tickets.choose(t('tickets.subject'), 'PENSION_PAYMENT')
  // Matched by number: only what tells two people apart is seen, and no file opens.
  const caller = desk.dialog.getByRole('combobox', { name: t('tickets.new.caller') })
  await desk.goTo(caller, 'Shift+Tab')
  await desk.keys.type('0000001104')
  const found = desk.dialog.getByRole('listbox').getByRole('option')
  await expect(found).toContainText('۰۰۰****۱۰۴')
  await desk.keys.press('Enter')
  await tickets.fill(t('tickets.text'), 'می‌پرسد چرا فیش مهر نیامده است')
  await inspect(desk, 'tickets-voice')
  await tickets.send()
  await expect(tickets.pane).toContainText(t('tickets.receipt.needsFile'))
  await expect(tickets.pane).toContainText('۰۰۰****۱۰۴')
  await expect(desk.header).toBeHidden()
  expect(await desk.everything()).not.toContain('۰۰۰۰۰۰۱۱۰۴')

  await desk.keys.press('Control+Space')
  await expect
    .poll(() => tickets.sound.evaluate((one) => (one as HTMLAudioElement).currentTime))
    .toBeGreaterThan(0)
  await desk.keys.press('Control+Space')
  await expect(tickets.pane.getByRole('button', { name: t('tickets.play') })).toBeVisible()
  await inspect(desk, 'tickets-board')
  await desk.close()

  const other = await start({ office: desk.office })
  await other.signIn('SUPERVISOR')
  const second = new TicketsPage(other)
  await second.open()
  await other.goTo(second.list)
  await other.keys.press('Enter')
  await expect(second.pane).toBeFocused()
  await other.keys.press('Alt+r')
  await second.choose(t('tickets.deed.to'), 'UNIT PENSIONS')
  await second.fill(t('tickets.deed.text.REFER'), 'فیش مهر را ببینید')
  await picture(other, 'tickets-refer')
  await second.send()
  await expect(second.pane).toContainText(t('enums.ticketStatus.REFERRED'))
  await other.keys.press('Alt+t')
  await expect(second.pane).toContainText(t('enums.ticketStatus.IN_REVIEW'))
  await other.keys.press('Alt+a')
  await expect(other.dialog).toContainText('می‌پرسد چرا')
  await other.keys.type('فیش مهر صادر شده و در برنامه دیده می‌شود.')
  await picture(other, 'tickets-answer')
  await second.send()
  await expect(second.pane).toContainText(t('enums.ticketStatus.ANSWERED'))
  // Who answered is not asked how good the answer was.
  await expect(second.pane.getByRole('button', { name: t('enums.ticketDeed.RATE') })).toBeHidden()
  await other.close()

  const again = await start({ office: desk.office })
  await again.signIn()
  const third = new TicketsPage(again)
  await third.open()
  await again.goTo(third.list)
  await again.keys.press('Enter')
  await expect(third.pane).toContainText('فیش مهر صادر شده')
  await again.keys.press('Alt+s')
  const scores = again.dialog.getByRole('radio')
  await again.goTo(scores.first())
  await again.keys.press('Space', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
  await expect(scores.nth(3)).toBeChecked()
  await picture(again, 'tickets-rate')
  await third.send()
  await expect(third.pane).toContainText(t('tickets.scored', { n: '۴' }))
  await again.keys.press('Alt+c')
  await expect(third.pane).toContainText(t('enums.ticketStatus.CLOSED'))
  await expect(again.page.getByText(t('tickets.board.empty'))).toBeVisible()
  await picture(again, 'tickets-closed')
})

test('what is late is told in words, in the rail and in the matrix', async ({ start }) => {
  test.setTimeout(120_000)
  const desk = await start()
  await desk.signIn()
  const tickets = new TicketsPage(desk)
  await tickets.open()
  for (const subject of ['E_PRESCRIPTION', 'WORKSHOP_DEBT']) {
    await desk.keys.press('Alt+n')
    await tickets.write('PHONE', subject, 'تماس گرفت و پرسید')
    const stranger = desk.dialog.getByRole('radio', { name: t('tickets.new.whoOf.STRANGER') })
    await desk.goTo(
      desk.dialog.getByRole('radio', { name: t('tickets.new.whoOf.CITIZEN') }),
      'Shift+Tab',
    )
    await desk.keys.press('ArrowDown')
    await expect(stranger).toBeChecked()
    await tickets.fill(t('tickets.new.name'), 'آقای نوری')
    await tickets.send()
  }
  await expect(tickets.rail).toHaveText(t('tickets.title'))
  await desk.close()

  const later = await start({ office: desk.office, today: '1405/09/07' })
  await later.signIn()
  const board = new TicketsPage(later)
  await expect(board.rail).toHaveAccessibleName(
    t('tickets.rail.name', { overdue: '۲', nearly: '۰' }),
  )
  await board.open()
  await expect(later.page.getByText(t('tickets.board.alarm', { n: '۲', soon: '۰' }))).toBeVisible()
  await expect(board.list).toContainText(t('enums.ticketDue.OVERDUE'))
  const cell = later.page.getByRole('button', {
    name: t('tickets.board.cell', {
      age: t('enums.ticketAge.OVER'),
      group: t('enums.ticketGroup.CARE'),
      n: '۱',
    }),
  })
  await later.goTo(later.page.locator('.matrix button[tabindex="0"]'), 'Shift+Tab')
  await later.keys.press('ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
  await expect(cell).toBeFocused()
  // Two numbers stand apart: «۱ (۱ دیر)», never «۱۱ دیر».
  await expect(cell).toHaveText('۱ (۱ دیر)')
  await later.keys.press('Enter')
  await expect(board.list.locator('tbody tr')).toHaveCount(1)
  await expect(board.list).toContainText('نسخهٔ الکترونیک')
  await inspect(later, 'tickets-late')
})
