import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const BIDI_CONTROLS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Runs a tool of poppler-utils, qpdf or zbar-tools over a PDF in a folder of its own. */
function withFile<T>(pdf: Uint8Array, work: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'))
  try {
    const file = join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    return work(file, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const run = (tool: string, args: readonly string[]): string =>
  execFileSync(tool, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 256 * 1024 * 1024,
  })

/**
 * The text as pdftotext gives it. It wraps left-to-right stretches in direction marks, with the
 * spaces and colons beside them in visual order; the marks therefore part words.
 */
export function markedTextOf(pdf: Uint8Array): string {
  return withFile(pdf, (file) => run('pdftotext', ['-nopgbrk', file, '-']).normalize('NFC'))
}

/** The text as pdftotext gives it, without the direction marks that it adds. */
export function textOf(pdf: Uint8Array): string {
  return markedTextOf(pdf).replace(BIDI_CONTROLS, '')
}

/** The text in the order of drawing: no guess of columns from wide gaps. */
export function drawnTextOf(pdf: Uint8Array): string {
  return withFile(pdf, (file) => run('pdftotext', ['-raw', '-nopgbrk', file, '-']))
}

export interface FontRow {
  readonly name: string
  readonly embedded: boolean
  readonly subset: boolean
  readonly unicode: boolean
}

/** The fonts of a PDF as pdffonts lists them. */
export function fontsOf(pdf: Uint8Array): FontRow[] {
  return withFile(pdf, (file) =>
    run('pdffonts', [file])
      .split('\n')
      .slice(2)
      .filter((row) => row.trim() !== '')
      .map((row) => {
        const [, name = '', embedded, subset, unicode] =
          /^(\S+)\s.*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.exec(row) ?? []
        return {
          name,
          embedded: embedded === 'yes',
          subset: subset === 'yes',
          unicode: unicode === 'yes',
        }
      }),
  )
}

/** Pages and the size of each in points. */
export function sheetsOf(pdf: Uint8Array): { pages: number; width: number; height: number } {
  return withFile(pdf, (file) => {
    const info = run('pdfinfo', [file])
    const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(info) ?? []
    return {
      pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]),
      width: Number(width),
      height: Number(height),
    }
  })
}

/** What `qpdf --check` complains of; empty for a clean file. */
export function structureFaultsOf(pdf: Uint8Array): string {
  return withFile(pdf, (file) => {
    const checked = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' })
    return checked.status === 0 ? '' : `${checked.stdout}${checked.stderr}`
  })
}

/** The content of a PDF with its streams opened, for looking at objects and operators. */
export function openedOf(pdf: Uint8Array): string {
  return withFile(pdf, (file, folder) => {
    const plain = join(folder, 'plain.pdf')
    run('qpdf', ['--qdf', '--object-streams=disable', file, plain])
    return readFileSync(plain, 'latin1')
  })
}

/** Rows of a table may look like bars of another code. */
const QR_ONLY = ['-q', '--raw', '-Sdisable', '-Sqrcode.enable']

/** Texts of the QR codes on the first page as a 100 dpi scan shows it. */
export function codesOf(pdf: Uint8Array): string[] {
  return withFile(pdf, (file, folder) => {
    run('pdftoppm', ['-r', '100', '-gray', '-png', '-singlefile', file, join(folder, 'page')])
    const found = spawnSync('zbarimg', [...QR_ONLY, join(folder, 'page.png')], { encoding: 'utf8' })
    return found.stdout.split('\n').filter((line) => line !== '')
  })
}

/** A word of a page with its box in points, y downwards from the top of the sheet. */
export interface PlacedWord {
  readonly page: number
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
}

const RTL_LETTER = /(?=\p{L})[\u0590-\u08ff]/u

/** With boxes pdftotext writes a right-to-left word from left to right. */
const readable = (word: string): string =>
  RTL_LETTER.test(word) ? Array.from(word).reverse().join('') : word

/** Words as pdftotext finds and boxes them, page by page. */
export function placedWordsOf(pdf: Uint8Array): PlacedWord[] {
  const boxes = withFile(pdf, (file) => run('pdftotext', ['-bbox', file, '-']))
  const words: PlacedWord[] = []
  let page = 0
  for (const row of boxes.split('\n')) {
    if (row.includes('<page ')) page++
    const found =
      /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(
        row,
      )
    if (!found) continue
    const [, left, top, right, bottom, text = ''] = found
    words.push({
      page,
      text: readable(text.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity)).replace(
        BIDI_CONTROLS,
        '',
      ),
      left: Number(left),
      right: Number(right),
      top: Number(top),
      bottom: Number(bottom),
    })
  }
  return words
}
