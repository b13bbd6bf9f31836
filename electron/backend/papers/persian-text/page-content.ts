import { deflateSync } from 'node:zlib'
import { internals } from './pdfmake.internals.ts'
import type { PdfPage } from './pdfmake.internals.ts'

/** Half the time of the default for a twentieth more bytes. */
const LEVEL = 3

function seal(page: PdfPage): void {
  const { content, operators = '' } = page
  content.compress = false
  content.data['Filter'] = 'FlateDecode'
  content.write(deflateSync(Buffer.from(operators, 'latin1'), { level: LEVEL }))
}

/** Operators come in hundreds of small pieces: a page keeps them as text and packs them at its end. */
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
}
