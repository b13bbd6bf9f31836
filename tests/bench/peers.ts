import { execFileSync, fork, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import type { PaperStatement } from '#core/certificates/paper.model.ts'
import { createPaperRenderer } from '../../electron/backend/papers/paper-renderer.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import { chromiumPath } from '../support/chromium.ts'
import { definitionHtml } from '../support/definition-html.ts'
import { requirePeer, versionOf } from './peer-packages.ts'
import { reactPdfPeer } from './react-pdf-peer.ts'
import { typstPeer } from './typst-peer.ts'

/** A way from a statement to a PDF. */
export interface Peer {
  readonly name: string
  readonly make: (statement: PaperStatement) => Promise<Uint8Array>
  readonly close?: () => unknown
}

const WEASYPRINT = `
import sys
from weasyprint import HTML
for line in sys.stdin:
    HTML(filename=line.strip()).write_pdf(line.strip() + '.pdf')
    print('done', flush=True)
`

async function browserPeer(fontsFolder: string, folder: string): Promise<Peer> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'],
  })
  const page = await browser.newPage()
  const file = path.join(folder, 'browser.html')
  return {
    name: `Chromium ${browser.version().split('.')[0] ?? ''}, page loaded and printed`,
    async make(statement) {
      writeFileSync(file, definitionHtml(definitionOf(statement), fontsFolder))
      await page.goto(pathToFileURL(file).href)
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      return page.pdf({ preferCSSPageSize: true })
    },
    close: () => browser.close(),
  }
}

/** The Python that a program of the search path is written for: there may be several. */
function pythonOf(program: string): string {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const file = folders.map((folder) => path.join(folder, program)).find((own) => existsSync(own))
  const [, python = 'python3'] = /^#!(\S+)/.exec(file ? readFileSync(file, 'utf8') : '') ?? []
  return python
}

/** WeasyPrint in a Python process of its own that stays; nothing when it is not installed. */
function weasyPrintPeer(fontsFolder: string, folder: string): Peer[] {
  let version: string
  try {
    const [, found = ''] =
      /(\d[\d.]*)/.exec(execFileSync('weasyprint', ['--version'], { encoding: 'utf8' })) ?? []
    version = found
  } catch {
    return []
  }
  const python = spawn(pythonOf('weasyprint'), ['-c', WEASYPRINT], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const lines = createInterface({ input: python.stdout })
  const file = path.join(folder, 'weasyprint.html')
  return [
    {
      name: `WeasyPrint ${version}`,
      make: (statement) =>
        new Promise((resolve, reject) => {
          writeFileSync(file, definitionHtml(definitionOf(statement), fontsFolder))
          python.once('exit', () => reject(new Error('WeasyPrint ended')))
          lines.once('line', () => {
            python.removeAllListeners('exit')
            resolve(readFileSync(`${file}.pdf`))
          })
          python.stdin.write(`${file}\n`)
        }),
      close: () => python.kill(),
    },
  ]
}

/** pdfmake as it comes, in a process of its own: the Persian layer changes it for a whole process. */
function plainPdfmakePeer(): Peer {
  const child = fork(path.join(import.meta.dirname, 'plain-pdfmake.ts'), {
    serialization: 'advanced',
  })
  return {
    name: 'pdfmake 0.3.11 as it comes',
    make: (statement) =>
      new Promise((resolve, reject) => {
        child.once('exit', () => reject(new Error('pdfmake ended')))
        child.once('message', (pdf) => {
          child.removeAllListeners('exit')
          resolve(pdf as Uint8Array)
        })
        child.send(statement)
      }),
    close: () => child.kill(),
  }
}

/** The program and whatever it is compared with on this machine. */
export async function startPeers(fontsFolder: string): Promise<Peer[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'peers-'))
  const render = createPaperRenderer({ fontsFolder })
  const typst = versionOf('@myriaddreamin/typst-ts-node-compiler')
  return [
    { name: 'this program', make: (statement) => render(definitionOf(statement)) },
    await browserPeer(fontsFolder, folder),
    { name: `Typst (typst.ts ${typst})`, make: typstPeer(fontsFolder, false) },
    { name: `Typst (typst.ts ${typst}), its cache kept`, make: typstPeer(fontsFolder, true) },
    ...weasyPrintPeer(fontsFolder, folder),
    {
      name: `react-pdf ${versionOf('@react-pdf/renderer')}`,
      make: await reactPdfPeer(fontsFolder, requirePeer),
    },
    plainPdfmakePeer(),
  ]
}
