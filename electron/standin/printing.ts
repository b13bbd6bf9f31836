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

/** Sends the window's page, or its PDF document, to a printer through CUPS. */
export async function print(
  page: Page,
  options: WebContentsPrintOptions,
  printed: Printed,
): Promise<void> {
  const document =
    page.pdf ??
    (await printToPdf(page, {
      pageSize: 'A4',
      landscape: options.landscape ?? false,
      printBackground: options.printBackground ?? false,
    }))
  const { code, errors } = await run('lp', lpArguments(options), document)
  if (code === 0) printed(true, '')
  else if (code === undefined) printed(false, 'No valid printers available')
  else if (/does not exist|unknown destination/i.test(errors)) {
    printed(false, 'Invalid deviceName provided')
  } else {
    console.error(`[standin] lp: ${errors.trim()}`)
    printed(false, 'Print job failed')
  }
}

function lpArguments(options: WebContentsPrintOptions): string[] {
  const sides = {
    simplex: 'one-sided',
    longEdge: 'two-sided-long-edge',
    shortEdge: 'two-sided-short-edge',
  }
  // Electron counts pages from 0, lp from 1.
  const ranges = options.pageRanges?.map(({ from, to }) => `${from + 1}-${to + 1}`).join(',')
  return [
    ...(options.deviceName ? ['-d', options.deviceName] : []),
    ...['-n', String(options.copies ?? 1)],
    ...(ranges ? ['-P', ranges] : []),
    ...(options.duplexMode ? ['-o', `sides=${sides[options.duplexMode]}`] : []),
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
  return names.map((name) => ({ name, displayName: name, description: '', options: {} }))
}

interface Ended {
  /** Undefined when the program does not exist. */
  readonly code: number | undefined
  readonly output: string
  readonly errors: string
}

async function run(command: string, args: readonly string[], input?: Buffer): Promise<Ended> {
  return await new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'pipe' })
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
