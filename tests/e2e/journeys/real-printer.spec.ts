import { readSealText } from '#core/verification/seal-text.rules.ts'
import { expect, test as base } from '../app.fixture.ts'
import { PapersPanel } from '../pages/papers.panel.ts'
import { t } from '../pages/texts.ts'
import { found } from '../../support/launch.ts'
import { codesOf, sheetsOf } from '../../support/pdf-tools.ts'
import { startPrintServer, type PrintServer } from '../../support/print-server.ts'

/** The stand-in prints through CUPS; what Electron itself does with a printer is not ours to test. */
const test = base.extend<object, { readonly server: PrintServer }>({
  server: [
    async ({}, use) => {
      const server = await startPrintServer()
      server.addPrinter('laser')
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 600_000 },
  ],
})

/** What the code on a printed page vouches for. */
function sealedOn(pdf: Uint8Array): object | undefined {
  const [code = ''] = codesOf(pdf)
  return readSealText(code)?.facts
}

test('papers come out of a printer as they were issued; a stopped printer keeps none', async ({
  start,
  server,
}) => {
  expect(found.kind).toBe('standin')
  const desk = await start({ printers: server.env })
  await desk.signIn()
  await desk.openFile('0000001015')
  const printed = desk.page.getByText(t('enums.printState.PRINTED'), { exact: true })

  const certificate = new PapersPanel(desk, 'salary-certificate')
  await desk.keys.press('F6')
  await certificate.ready()
  await desk.keys.press('Enter')
  await expect(printed).toBeVisible()
  await expect(certificate.panel).toContainText('laser')
  const letter = await server.printed(1)
  expect(sheetsOf(letter.pdf)).toMatchObject({ pages: 1 })
  expect(sheetsOf(letter.pdf).height).toBeCloseTo(842, 0)
  expect(sealedOn(letter.pdf)).toMatchObject({
    ...{ kind: 'salary-certificate', number: '900-1405-1-000001' },
    figures: expect.arrayContaining([{ name: 'net', value: '301461185' }]),
  })
  await desk.keys.press('Escape')

  server.run('cupsdisable', 'laser')
  const slip = new PapersPanel(desk, 'pension-slip')
  await desk.keys.press('F7')
  await slip.ready()
  await desk.keys.press('Enter')
  await expect(slip.panel.getByText(t('enums.printReason.failed'))).toBeVisible()
  await desk.keys.press('Escape')
  server.run('cupsenable', 'laser')

  await desk.command(t('frame.printQueue'))
  const queue = desk.page.getByRole('grid', { name: t('papers.queue.table') })
  await expect(queue).toBeFocused()
  await desk.keys.press('Enter')
  await expect(desk.page.getByText(t('papers.queue.empty'))).toBeVisible()
  const half = sheetsOf((await server.printed(2)).pdf)
  expect(half.pages).toBe(1)
  expect(Math.round(Math.min(half.width, half.height))).toBe(421)
  expect(sealedOn((await server.printed(2)).pdf)).toMatchObject({ number: '900-1405-2-000001' })
})
