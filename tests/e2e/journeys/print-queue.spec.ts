import { rm, writeFile } from 'node:fs/promises'
import { expect, test } from '../app.fixture.ts'
import { PapersPanel } from '../pages/papers.panel.ts'
import { picture } from '../pages/screen.ts'
import { t } from '../pages/texts.ts'

test('a paper that could not be printed keeps its number, waits and is printed later', async ({
  desk,
}) => {
  // A file lies where the folder of prints would be: every print fails.
  await writeFile(desk.prints, '')
  await desk.openFile('0000001015')
  const certificate = new PapersPanel(desk, 'salary-certificate')
  await desk.keys.press('F6')
  await certificate.ready()
  await desk.keys.press('Enter')
  await expect(certificate.panel.getByText(t('enums.printReason.failed'))).toBeVisible()
  await expect(certificate.panel).toContainText('۹۰۰-۱۴۰۵-۱-۰۰۰۰۰۱')
  await picture(desk, 'print-failed')
  await desk.keys.press('Escape')

  await desk.command(t('frame.printQueue'))
  const queue = desk.page.getByRole('grid', { name: t('papers.queue.table') })
  await expect(queue).toContainText('۹۰۰-۱۴۰۵-۱-۰۰۰۰۰۱')
  await expect(queue).toContainText(t('enums.printState.FAILED'))
  await picture(desk, 'print-queue')
  await rm(desk.prints)
  await expect(queue).toBeFocused()
  await desk.keys.press('Enter')
  await expect(desk.page.getByText(t('papers.queue.empty'))).toBeVisible()
})
