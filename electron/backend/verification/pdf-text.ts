import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'

const MAX_PAGES = 200
const MAX_TEXT = 2_000_000

/** What the pages of a PDF say, a space between pieces; undefined for what is no PDF. Nothing in it is run or fetched. */
export async function textIn(pdf: Uint8Array): Promise<string | undefined> {
  const task = getDocument({
    data: new Uint8Array(pdf),
    useWasm: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    let text = ''
    for (let n = 1; n <= Math.min(document.numPages, MAX_PAGES) && text.length < MAX_TEXT; n++)
      text += `${await textOn(n, document)}\n`
    return text
  } catch {
    return undefined
  } finally {
    await task.destroy()
  }
}

async function textOn(
  number: number,
  document: Awaited<ReturnType<typeof getDocument>['promise']>,
): Promise<string> {
  try {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join(' ')
  } catch {
    return '' // a page that cannot be read says nothing; the others still may
  }
}
