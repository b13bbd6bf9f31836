import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createPaperRenderer } from '../../../electron/backend/papers/paper-renderer.ts'
import { listPrinters, sendToPrinter } from '../../../electron/standin/printing.ts'
import { codesOf, sheetsOf } from '../../support/pdf-tools.ts'
import { startPrintServer, type PrintServer } from '../../support/print-server.ts'

let server: PrintServer
let jobs = 0

beforeAll(async () => {
  server = await startPrintServer()
  for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value)
  server.addPrinter('laser')
}, 600_000)

afterAll(async () => {
  vi.unstubAllEnvs()
  await server.stop()
})

const CODE = '900-1405-2-000001'

/** A page of a size with a code on it that says which it is. */
async function paper(pageSize: 'A4' | 'A5', pageOrientation: 'portrait' | 'landscape') {
  const render = createPaperRenderer({ fontsFolder: 'resources/fonts' })
  return Buffer.from(
    await render({
      ...{ pageSize, pageOrientation, pageMargins: [40, 40, 40, 40], style: {} },
      info: { title: 'paper', creationDate: new Date(0) },
      content: [{ text: 'سازمان تأمین اجتماعی' }, { qr: CODE, eccLevel: 'M', moduleSize: 4 }],
    }),
  )
}

const microns = {
  A4: { width: 210_000, height: 297_000 },
  'A5 landscape': { width: 210_002, height: 148_001 },
}

describe('a printer of CUPS', () => {
  test('is listed with its trays and its state', async () => {
    expect(await listPrinters()).toMatchObject([
      {
        name: 'laser',
        options: {
          InputSlot: 'Auto Tray1 Tray2',
          'printer-state': '3',
          'printer-is-accepting-jobs': 'true',
        },
      },
    ])
  })

  test('prints an A4 page as it is, on the side, from the tray and as often as told', async () => {
    const { code } = await sendToPrinter(await paper('A4', 'portrait'), {
      ...{ deviceName: 'laser', copies: 2, duplexMode: 'longEdge', inputSlot: 'Tray2' },
      pageSize: microns.A4,
    })
    expect(code).toBe(0)
    const { copies, options, pdf } = await server.printed(++jobs)
    expect(copies).toBe(2)
    expect(options).toContain('InputSlot=Tray2')
    expect(options).toContain('sides=two-sided-long-edge')
    const { width, height } = sheetsOf(pdf)
    expect([width, height].map(Math.round)).toEqual([595, 842])
    expect(codesOf(pdf)).toContain(CODE)
  }, 120_000)

  test('prints an A5 slip on A5, nothing cut off', async () => {
    await sendToPrinter(await paper('A5', 'landscape'), {
      ...{ deviceName: 'laser', pageSize: microns['A5 landscape'] },
    })
    const { options, pdf } = await server.printed(++jobs)
    expect(options).toContain('media=A5')
    const { pages, width, height } = sheetsOf(pdf)
    expect(pages).toBe(1)
    expect([Math.min(width, height), Math.max(width, height)].map(Math.round)).toEqual([421, 595])
    expect(codesOf(pdf)).toContain(CODE)
  }, 120_000)

  test('that is stopped or takes nothing says so', async () => {
    server.run('cupsdisable', 'laser')
    expect(await listPrinters()).toMatchObject([{ options: { 'printer-state': '5' } }])
    server.run('cupsenable', 'laser')
    server.run('cupsreject', 'laser')
    expect(await listPrinters()).toMatchObject([
      { options: { 'printer-state': '3', 'printer-is-accepting-jobs': 'false' } },
    ])
    const { code } = await sendToPrinter(await paper('A4', 'portrait'), { deviceName: 'laser' })
    expect(code).not.toBe(0)
    server.run('cupsaccept', 'laser')
  })

  test('that is gone prints nothing', async () => {
    const { code, errors } = await sendToPrinter(await paper('A4', 'portrait'), {
      deviceName: 'gone',
    })
    expect(code).not.toBe(0)
    expect(errors).toMatch(/does not exist/)
  })
})
