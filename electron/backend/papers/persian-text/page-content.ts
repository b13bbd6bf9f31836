import { deflateSync } from 'node:zlib'
import { internals } from './pdfmake.internals.ts'
import type { PdfDocument, PdfPage } from './pdfmake.internals.ts'

/** Half the time of the default for a tenth more bytes; a page needs no window of 32 kB. */
const PACKING = { level: 1, windowBits: 13, memLevel: 7 } as const

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')

function seal(page: PdfPage): void {
  const { content, operators = '' } = page
  content.compress = false
  content.data['Filter'] = 'FlateDecode'
  content.write(deflateSync(latin1(operators), PACKING))
}

/** Ends a document and gives the file; nothing of it passes through a stream. */
export function fileOf(document: PdfDocument): Uint8Array {
  document.end()
  const { pieces = [] } = document
  if (!String(pieces.at(-1)).endsWith('%%EOF\n'))
    throw new Error('a paper ended before it was whole')
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? latin1(piece) : piece)))
}

/**
 * Operators come in hundreds of small pieces: a page keeps them as text and packs them at its end.
 * Objects are kept as text too until the file is whole.
 */
export function writePagesWhole(): void {
  const { document } = internals
  const { flushPages } = document
  document.addContent = function (text) {
    const { page } = this
    page.operators = page.operators === undefined ? `${text}\n` : `${page.operators}${text}\n`
    return this
  }
  document.flushPages = function () {
    for (const page of this._pageBuffer) seal(page)
    flushPages.call(this)
  }
  document._write = function (data) {
    const pieces = (this.pieces ??= [])
    if (typeof data === 'string') {
      const last = pieces.at(-1)
      if (typeof last === 'string') pieces[pieces.length - 1] = `${last}${data}\n`
      else pieces.push(`${data}\n`)
      this._offset += data.length + 1
    } else {
      pieces.push(data)
      this._offset += data.length
    }
  }
}
