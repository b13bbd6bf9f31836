import { BrowserWindow, type WebContentsPrintOptions } from 'electron'
import { mkdir } from 'node:fs/promises'
import type { PrinterName, PrintJob, PrintOutcome } from '#core/kernel/desk.ts'
import { writeBeside } from './new-file.ts'
import type { PrintShelf } from './protocol.ts'

export interface Printing {
  list(): Promise<readonly PrinterName[]>
  /** Prints without a dialog. Whatever goes wrong is an outcome, never thrown. */
  print(job: PrintJob): Promise<PrintOutcome>
}

const micronsPerPoint = 25_400 / 72
const a4 = { width: 210_000, height: 297_000 }
const longestJob = 120_000

/**
 * The printers of this machine. A job without any printer may become a file in `folder`.
 *
 * @param shelf  where the window that prints finds the paper
 */
export function createPrinting(shelf: PrintShelf, folder: string): Printing {
  async function print(job: PrintJob): Promise<PrintOutcome> {
    const printers = await found()
    if (printers.length === 0) {
      return job.fileAllowed ? printToFile(job, folder) : { printed: false, reason: 'no-printer' }
    }
    const printer =
      job.printer === null
        ? (printers.find((one) => one.isDefault) ?? printers[0])
        : printers.find((one) => one.name === job.printer)
    if (!printer) return { printed: false, reason: 'no-printer' }
    if (!printer.ready) return { printed: false, reason: 'failed' }
    const paper = shelf.add(job.pdf)
    try {
      return await inHiddenWindow((window) => send(window, paper.address, job, printer.name))
    } finally {
      paper.remove()
    }
  }
  return {
    list: async () =>
      (await found()).map(({ name, isDefault, trays }) => ({ name, isDefault, trays })),
    print: (job) => print(job).catch((): PrintOutcome => ({ printed: false, reason: 'failed' })),
  }
}

/**
 * The size of a PDF's first page as the printer takes it, in microns; A4 when it does not say.
 *
 * @param pdf  a document whose page dictionaries are not compressed, as ours are
 */
export function pageSize(pdf: Uint8Array): { readonly width: number; readonly height: number } {
  const box = /\/MediaBox\s*\[\s*([\d.+-]+)\s+([\d.+-]+)\s+([\d.+-]+)\s+([\d.+-]+)\s*\]/.exec(
    Buffer.from(pdf).toString('latin1'),
  )
  const [left, bottom, right, top] = (box?.slice(1) ?? []).map(Number)
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) {
    return a4
  }
  const width = Math.round((right - left) * micronsPerPoint)
  const height = Math.round((top - bottom) * micronsPerPoint)
  return width > 0 && height > 0 ? { width, height } : a4
}

interface FoundPrinter extends PrinterName {
  /** A printer that is stopped or takes no jobs would keep a paper that the clerk believes printed. */
  readonly ready: boolean
}

async function found(): Promise<readonly FoundPrinter[]> {
  const [window] = BrowserWindow.getAllWindows()
  const printers = window
    ? await window.webContents.getPrintersAsync()
    : await inHiddenWindow((hidden) => hidden.webContents.getPrintersAsync())
  return printers.map(({ name, options }) => ({
    name,
    isDefault: isDefault(options),
    trays: traysOf(options),
    ready: isReady(options),
  }))
}

/** As CUPS tells it; a system that tells nothing (Windows) has only ready printers. */
function isReady(options: object): boolean {
  const marks = new Map<string, unknown>(Object.entries(options))
  return (
    String(marks.get('printer-state')) !== '5' &&
    String(marks.get('printer-is-accepting-jobs')) !== 'false'
  )
}

/** CUPS names trays by this option; where the system tells nothing (Windows) there is nothing to choose from. */
function traysOf(options: object): readonly string[] {
  const told: unknown = new Map<string, unknown>(Object.entries(options)).get('InputSlot')
  return typeof told === 'string' ? told.split(' ').filter((tray) => tray !== '') : []
}

/**
 * Electron has no option for the tray: on Windows each tray is made a printer of its own, and that is chosen. What
 * prints through CUPS itself takes the name here; Electron passes over it.
 */
interface PrintOptions extends WebContentsPrintOptions {
  readonly inputSlot?: string
}

function isDefault(options: object): boolean {
  const marks = new Map<string, unknown>(Object.entries(options))
  return String(marks.get('printer-is-default') ?? marks.get('is-default')) === 'true'
}

async function send(
  window: BrowserWindow,
  address: string,
  job: PrintJob,
  deviceName: string,
): Promise<PrintOutcome> {
  await window.loadURL(address)
  const options: PrintOptions = {
    silent: true,
    deviceName,
    copies: job.copies,
    duplexMode: job.duplex,
    pageSize: pageSize(job.pdf),
    margins: { marginType: 'none' },
    ...(job.tray === null ? {} : { inputSlot: job.tray }),
  }
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve({ printed: false, reason: 'failed' }), longestJob)
    window.webContents.print(options, (done, reason) => {
      clearTimeout(late)
      if (done) resolve({ printed: true, where: deviceName })
      else resolve({ printed: false, reason: /cancel/i.test(reason) ? 'cancelled' : 'failed' })
    })
  })
}

async function inHiddenWindow<T>(work: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    // Without its PDF viewer the browser would download the paper instead of showing it.
    webPreferences: { sandbox: true, contextIsolation: true, plugins: true },
  })
  try {
    return await work(window)
  } finally {
    window.destroy()
  }
}

async function printToFile(job: PrintJob, folder: string): Promise<PrintOutcome> {
  await mkdir(folder, { recursive: true })
  return { printed: true, where: await writeBeside(folder, `${job.title}.pdf`, job.pdf) }
}
