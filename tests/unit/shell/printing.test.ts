import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fileNameOf } from '../../../electron/shell/new-file.ts'
import type { PrintJob } from '#core/kernel/desk.ts'
import { createPrinting, pageSize } from '../../../electron/shell/printing.ts'
import { createPrintShelf, type PrintShelf } from '../../../electron/shell/protocol.ts'

type Printed = (done: boolean, reason: string) => void

const machine = vi.hoisted(() => ({
  printers: [] as { name: string; options: Record<string, string> }[],
  print: vi.fn<(options: unknown, printed: Printed) => void>(),
  loaded: [] as string[],
  open: 0,
}))
vi.mock('electron', () => {
  class BrowserWindow {
    static getAllWindows(): readonly BrowserWindow[] {
      return []
    }

    readonly webContents = {
      getPrintersAsync: () => Promise.resolve(machine.printers),
      print: machine.print,
    }

    constructor() {
      machine.open++
    }

    loadURL(address: string): Promise<void> {
      machine.loaded.push(address)
      return Promise.resolve()
    }

    destroy(): void {
      machine.open--
    }
  }
  return { BrowserWindow, protocol: {} }
})

let folder = ''
let shelf: PrintShelf = createPrintShelf()
const office = { name: 'office', options: {} }
const usual = {
  name: 'usual',
  options: { 'printer-is-default': 'true', InputSlot: 'Auto Tray1 Tray2' },
}
const pdf = Buffer.from('%PDF-1.7 /MediaBox [0 0 595.28 841.89]')
const job: PrintJob = {
  ...{ pdf, title: 'گواهی ۱/۲', printer: null, tray: null },
  ...{ copies: 2, duplex: 'longEdge', fileAllowed: false },
}

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'prints-'))
  shelf = createPrintShelf()
  machine.printers = [office, usual]
  machine.loaded = []
  machine.print.mockReset().mockImplementation((_options, printed) => printed(true, ''))
})

describe('printing', () => {
  it('lists the printers and which one is usual', async () => {
    expect(await createPrinting(shelf, folder).list()).toEqual([
      { name: 'office', isDefault: false, trays: [] },
      { name: 'usual', isDefault: true, trays: ['Auto', 'Tray1', 'Tray2'] },
    ])
  })

  it.each([
    [null, 'usual'],
    ['office', 'office'],
  ])('on printer %s goes to %s, without a dialog', async (printer, deviceName) => {
    const outcome = await createPrinting(shelf, folder).print({ ...job, printer })
    expect(outcome).toEqual({ printed: true, where: deviceName })
    expect(machine.print.mock.calls[0]?.[0]).toMatchObject({
      silent: true,
      deviceName,
      copies: 2,
      duplexMode: 'longEdge',
      pageSize: { width: 210_002, height: 297_000 },
    })
  })

  it('tells the tray to what can choose one, and nothing where none was chosen', async () => {
    await createPrinting(shelf, folder).print({ ...job, tray: 'Tray2' })
    expect(machine.print.mock.calls[0]?.[0]).toMatchObject({ inputSlot: 'Tray2' })
    await createPrinting(shelf, folder).print(job)
    expect(machine.print.mock.calls[1]?.[0]).not.toHaveProperty('inputSlot')
  })

  it.each([{ 'printer-state': '5' }, { 'printer-is-accepting-jobs': 'false' }])(
    'gives nothing to a printer that would only keep it: %o',
    async (options) => {
      machine.printers = [{ name: 'stopped', options: { ...options } }]
      const outcome = await createPrinting(shelf, folder).print(job)
      expect(outcome).toEqual({ printed: false, reason: 'failed' })
      expect(machine.print).not.toHaveBeenCalled()
    },
  )

  it('leaves neither a window nor the paper behind', async () => {
    await createPrinting(shelf, folder).print(job)
    expect(machine.open).toBe(0)
    expect(shelf.find(new URL(machine.loaded[0] ?? '').pathname)).toBeUndefined()
  })

  it.each([
    ['Print job canceled', 'cancelled'],
    ['Print job failed', 'failed'],
  ])('says when it did not happen: %s', async (reason, expected) => {
    machine.print.mockImplementation((_options, printed) => printed(false, reason))
    const outcome = await createPrinting(shelf, folder).print(job)
    expect(outcome).toEqual({ printed: false, reason: expected })
  })

  it('never throws', async () => {
    machine.print.mockImplementation(() => {
      throw new Error('no such page size')
    })
    const outcome = await createPrinting(shelf, folder).print(job)
    expect(outcome).toEqual({ printed: false, reason: 'failed' })
    expect(machine.open).toBe(0)
  })

  it('does not pick another printer than the one that was chosen', async () => {
    const outcome = await createPrinting(shelf, folder).print({ ...job, printer: 'gone' })
    expect(outcome).toEqual({ printed: false, reason: 'no-printer' })
  })

  it('without any printer makes a file only where that is allowed', async () => {
    machine.printers = []
    const printing = createPrinting(shelf, path.join(folder, 'prints'))
    expect(await printing.print(job)).toEqual({ printed: false, reason: 'no-printer' })
    const where = path.join(folder, 'prints', 'گواهی ۱-۲.pdf')
    expect(await printing.print({ ...job, fileAllowed: true })).toEqual({ printed: true, where })
    await printing.print({ ...job, fileAllowed: true })
    expect(readFileSync(where)).toEqual(pdf)
    expect(readdirSync(path.join(folder, 'prints'))).toHaveLength(2)
  })
})

describe('the size of a page', () => {
  it.each([
    ['/MediaBox [0 0 419.53 595.28]', { width: 148_001, height: 210_002 }],
    ['/MediaBox[10 20 605.28 861.89]', { width: 210_002, height: 297_000 }],
    ['no page', { width: 210_000, height: 297_000 }],
    ['/MediaBox [0 0 0 0]', { width: 210_000, height: 297_000 }],
  ])('of %s', (text, size) => {
    expect(pageSize(Buffer.from(text))).toEqual(size)
  })
})

describe('a file name', () => {
  it.each([
    ['../../etc/passwd', '-..-etc-passwd'],
    ['a\u0000b:c', 'a-b-c'],
    ['...', 'paper'],
    ['', 'paper'],
  ])('of "%s"', (title, name) => {
    expect(fileNameOf(title)).toBe(name)
  })
})
