import type { PrinterInfo, PrintToPDFOptions, WebContentsPrintOptions } from 'electron'
import { spawn } from 'node:child_process'
import type { Page } from './page.ts'

type Printed = (success: boolean, failureReason: string) => void

/** Inches, as the DevTools protocol takes them. */
const sizes: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A3: [11.69, 16.54],
  A4: [8.27, 11.69],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
}

function inches(pageSize: PrintToPDFOptions['pageSize']): readonly [number, number] {
  if (typeof pageSize === 'object') return [pageSize.width, pageSize.height]
  const size = sizes[pageSize ?? 'Letter']
  if (!size) throw new Error(`[standin] page size ${String(pageSize)} is not implemented`)
  return size
}

/** The window's page as a PDF file. */
export async function printToPdf(page: Page, options: PrintToPDFOptions): Promise<Buffer> {
  const [paperWidth, paperHeight] = inches(options.pageSize)
  const margins = options.margins ?? {}
  const { data } = await page.session.send('Page.printToPDF', {
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    paperWidth,
    paperHeight,
    marginTop: margins.top ?? 0.4,
    marginBottom: margins.bottom ?? 0.4,
    marginLeft: margins.left ?? 0.4,
    marginRight: margins.right ?? 0.4,
    pageRanges: options.pageRanges ?? '',
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
  })
  return Buffer.from(data, 'base64')
}

/** Electron has no option for the tray and passes over this one; CUPS takes it. */
export interface PrintOptions extends WebContentsPrintOptions {
  readonly inputSlot?: string
}

/** Sends the window's page, or its PDF document, to a printer through CUPS. */
export async function print(page: Page, options: PrintOptions, printed: Printed): Promise<void> {
  const document =
    page.pdf ??
    (await printToPdf(page, {
      pageSize: 'A4',
      landscape: options.landscape ?? false,
      printBackground: options.printBackground ?? false,
    }))
  const { code, errors } = await sendToPrinter(document, options)
  if (code === 0) printed(true, '')
  else if (code === undefined) printed(false, 'No valid printers available')
  else if (/does not exist|unknown destination/i.test(errors)) {
    printed(false, 'Invalid deviceName provided')
  } else {
    console.error(`[standin] lp: ${errors.trim()}`)
    printed(false, 'Print job failed')
  }
}

/** Hands a document to CUPS; it answers when the job is in the printer's queue. */
export async function sendToPrinter(document: Buffer, options: PrintOptions): Promise<Ended> {
  return await run('lp', lpArguments(options), document)
}

/** Microns, as Electron takes them, of the papers that CUPS knows by name. */
const media: readonly (readonly [name: string, shorter: number, longer: number])[] = [
  ['A3', 297_000, 420_000],
  ['A4', 210_000, 297_000],
  ['A5', 148_000, 210_000],
  ['A6', 105_000, 148_000],
  ['Letter', 215_900, 279_400],
  ['Legal', 215_900, 355_600],
]

/** The paper in the tray: a name lying or standing, since CUPS turns the page to fit; else the size itself. */
function mediaOf(pageSize: WebContentsPrintOptions['pageSize']): string | undefined {
  if (typeof pageSize !== 'object') return pageSize
  const { width, height } = pageSize
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 1000
  const known = media.find(
    ([, shorter, longer]) =>
      near(Math.min(width, height), shorter) && near(Math.max(width, height), longer),
  )
  return known?.[0] ?? `Custom.${width / 1000}x${height / 1000}mm`
}

function lpArguments(options: PrintOptions): string[] {
  const sides = {
    simplex: 'one-sided',
    longEdge: 'two-sided-long-edge',
    shortEdge: 'two-sided-short-edge',
  }
  // Electron counts pages from 0, lp from 1.
  const size = mediaOf(options.pageSize)
  const ranges = options.pageRanges?.map(({ from, to }) => `${from + 1}-${to + 1}`).join(',')
  return [
    ...(options.deviceName ? ['-d', options.deviceName] : []),
    ...['-n', String(options.copies ?? 1)],
    ...(ranges ? ['-P', ranges] : []),
    ...(options.duplexMode ? ['-o', `sides=${sides[options.duplexMode]}`] : []),
    ...(options.inputSlot ? ['-o', `InputSlot=${options.inputSlot}`] : []),
    // A page that is as large as the paper is printed as it is, not cropped to some other paper's margins.
    ...(size ? ['-o', `media=${size}`, '-o', 'print-scaling=none'] : []),
    '-',
  ]
}

/** The printers that CUPS knows, its default one first; none where CUPS is not installed. */
export async function listPrinters(): Promise<PrinterInfo[]> {
  const { output } = await run('lpstat', ['-e'])
  const { output: told } = await run('lpstat', ['-d'])
  const usual = /: (\S+)\s*$/.exec(told)?.[1]
  const names = output.split('\n').filter((name) => name !== '')
  names.sort((a, b) => Number(b === usual) - Number(a === usual))
  return await Promise.all(
    names.map(async (name) => ({
      ...{ name, displayName: name, description: '' },
      options: { ...(await stateOf(name)), ...(await traysOf(name)) },
    })),
  )
}

/** What CUPS says of a printer, under the names that Electron finds in its destinations. */
async function stateOf(name: string): Promise<Readonly<Record<string, string>>> {
  const { output: state } = await run('lpstat', ['-p', name])
  const { output: queue } = await run('lpstat', ['-a', name])
  return {
    // Stopped is 5, ready is 3.
    'printer-state': / disabled since /.test(state) ? '5' : '3',
    'printer-is-accepting-jobs': String(!/ not accepting requests /.test(queue)),
  }
}

/** All its trays. Of a destination in Electron this option holds at most the one that is set. */
async function traysOf(name: string): Promise<Readonly<Record<string, string>>> {
  const { output } = await run('lpoptions', ['-p', name, '-l'])
  const trays = /^InputSlot\/[^:]*:(.*)$/m.exec(output)?.[1]
  return trays === undefined ? {} : { InputSlot: trays.replaceAll('*', '').trim() }
}

interface Ended {
  /** Undefined when the program does not exist. */
  readonly code: number | undefined
  readonly output: string
  readonly errors: string
}

async function run(command: string, args: readonly string[], input?: Buffer): Promise<Ended> {
  return await new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: 'pipe',
      // Its answers are read.
      env: { ...process.env, LC_ALL: 'C' },
    })
    let output = ''
    let errors = ''
    child.stdout.on('data', (piece: Buffer) => (output += piece.toString()))
    child.stderr.on('data', (piece: Buffer) => (errors += piece.toString()))
    child.once('error', () => resolve({ code: undefined, output: '', errors: '' }))
    child.once('close', (code) => resolve({ code: code ?? 1, output, errors }))
    // A program that ends early does not read to the end of its input.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
