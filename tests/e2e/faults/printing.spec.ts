import { expect, test } from '../app.fixture.ts'
import { PapersPanel } from '../pages/papers.panel.ts'
import { t } from '../pages/texts.ts'

test('the backend dies while a paper is at the printer: it is found in the queue and printed again', async ({
  desk,
}) => {
  // A printer that never answers.
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
  process.kill(await desk.backendProcess(), 'SIGKILL')
  await expect(desk.page.getByRole('heading', { name: t('access.locked') })).toBeVisible()
  await desk.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      window.webContents.getPrintersAsync = () => Promise.resolve([])
  })
  await desk.unlock()

  await desk.keys.press('Escape')
  await desk.command(t('frame.printQueue'))
  const queue = desk.page.getByRole('grid', { name: t('papers.queue.table') })
  await expect(queue).toContainText('۹۰۰-۱۴۰۵-۱-۰۰۰۰۰۱')
  await expect(queue).toContainText(t('papers.queue.unknown'))
  await expect(queue).toBeFocused()
  await desk.keys.press('Enter')
  await expect(desk.dialog).toContainText(t('papers.queue.unknownTitle'))
  await desk.keys.press('Enter')
  await expect(desk.page.getByText(t('papers.queue.empty'))).toBeVisible()
})
