import { rm, writeFile } from 'node:fs/promises'
import { expect, test } from '../app.fixture.ts'
import { AdministrationPage } from '../pages/administration.page.ts'
import type { Desk } from '../pages/desk.page.ts'
import { PapersPanel } from '../pages/papers.panel.ts'
import { picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'

const queueOf = (desk: Desk) => desk.page.getByRole('grid', { name: t('papers.queue.table') })

/** The messages at the edge of the window. */
const noticesOf = (desk: Desk) => desk.page.getByRole('status', { name: t('ui.notices') })

/** A file lies where the folder of prints would be: every print fails until it is gone. */
const blockPrints = (desk: Desk) => writeFile(desk.prints, '')

/** Issues a paper whose print fails. */
async function issueUnprinted(desk: Desk, key: 'F6' | 'F7'): Promise<PapersPanel> {
  const panel = new PapersPanel(desk, key === 'F6' ? 'salary-certificate' : 'pension-slip')
  await desk.keys.press(key)
  await panel.ready()
  await desk.keys.press('Enter')
  await expect(panel.panel.getByText(t('enums.printReason.failed'))).toBeVisible()
  return panel
}

test('a paper that could not be printed keeps its number, waits and is printed later', async ({
  desk,
}) => {
  await blockPrints(desk)
  await desk.openFile('0000001015')
  const certificate = await issueUnprinted(desk, 'F6')
  await expect(certificate.panel).toContainText('۹۰۰-۱۴۰۵-۱-۰۰۰۰۰۱')
  await picture(desk, 'print-failed')
  await desk.keys.press('Escape')

  await desk.command(t('frame.printQueue'))
  const queue = queueOf(desk)
  await expect(queue).toContainText('۹۰۰-۱۴۰۵-۱-۰۰۰۰۰۱')
  const reason = t('enums.printReason.failed')
  await expect(queue).toContainText(t('papers.queue.failed', { reason }))
  await expect(queue).toContainText(t('administration.noPrinter'))
  await expect(queue).toBeFocused()
  await desk.keys.press('Enter')
  await expect(noticesOf(desk)).toContainText(reason)
  await expect(queue).toBeFocused()
  await picture(desk, 'print-queue')
  await rm(desk.prints)
  await desk.keys.press('Control+P')
  await expect(desk.page.getByText(t('papers.queue.empty'))).toBeVisible()
})

test('papers are printed all at once, or taken out and stay issued', async ({ desk }) => {
  await blockPrints(desk)
  await desk.openFile('0000001015')
  for (const key of ['F6', 'F7', 'F6'] as const) {
    await issueUnprinted(desk, key)
    await desk.keys.press('Escape')
  }
  await desk.command(t('frame.printQueue'))
  const queue = queueOf(desk)
  await expect(queue.getByRole('row')).toHaveCount(4)
  await expect(queue).toBeFocused()
  await desk.keys.press('ArrowDown', 'Delete')
  await expect(desk.dialog).toContainText(t('papers.queue.dropTitle'))
  await picture(desk, 'print-queue-drop')
  await desk.keys.press('Enter')
  await expect(queue.getByRole('row')).toHaveCount(3)
  await rm(desk.prints)
  await desk.pressButton(t('papers.queue.printAll'))
  await expect(desk.page.getByText(t('papers.queue.empty'))).toBeVisible()
})

test('a paper whose print nobody saw the end of is asked about before it is printed again', async ({
  desk,
  start,
}) => {
  // Printers that never answer.
  await desk.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      window.webContents.getPrintersAsync = () => new Promise(() => undefined)
  })
  await desk.openFile('0000001015')
  const certificate = new PapersPanel(desk, 'salary-certificate')
  await desk.keys.press('F6')
  await certificate.ready()
  await desk.keys.press('Enter')
  await expect(certificate.panel).toContainText(t('papers.printing'))
  await desk.kill()

  const again = await start({ office: desk.office })
  await again.signIn()
  await again.command(t('frame.printQueue'))
  const queue = queueOf(again)
  await expect(queue).toContainText(t('papers.queue.unknown'))
  await expect(queue).toBeFocused()
  await again.keys.press('Enter')
  await expect(again.dialog).toContainText(t('papers.queue.unknownTitle'))
  await picture(again, 'print-queue-unknown')
  await again.keys.press('Enter')
  await expect(again.page.getByText(t('papers.queue.empty'))).toBeVisible()
})

test('each kind of paper keeps its printer, copies and sides', async ({ desk, start }) => {
  await desk.app.evaluate(({ BrowserWindow }) => {
    const printer = { name: 'slips', displayName: 'slips', description: '', options: {} }
    for (const window of BrowserWindow.getAllWindows())
      window.webContents.getPrintersAsync = () => Promise.resolve([printer])
  })
  await desk.command(t('frame.settings'))
  const administration = new AdministrationPage(desk)
  const slip = administration.printing('pension-slip')
  await desk.goTo(slip.printer)
  await desk.keys.press('ArrowDown')
  await expect(slip.printer).toHaveValue('slips')
  await desk.goTo(slip.copies)
  await desk.keys.press('ArrowDown')
  await desk.goTo(slip.duplex)
  await desk.keys.press('ArrowDown')
  await expect(slip.reset).toBeVisible()
  await picture(desk, 'print-settings')
  await desk.close()

  // The next morning the printer is not there.
  const { office, userDataDir } = desk
  const next = await start({ office, userDataDir })
  await next.signIn()
  await next.command(t('frame.settings'))
  const kept = new AdministrationPage(next).printing('pension-slip')
  await expect(kept.printer).toHaveValue('slips')
  await expect(kept.printer).toContainText(t('administration.printerGone', { name: 'slips' }))
  await expect(kept.copies).toHaveValue('2')
  await expect(kept.duplex).toHaveValue('longEdge')
  await picture(next, 'print-settings-gone')
  await next.goTo(kept.reset)
  await next.keys.press('Enter')
  await expect(kept.reset).toBeHidden()
  await expect(kept.copies).toHaveValue('1')
})
