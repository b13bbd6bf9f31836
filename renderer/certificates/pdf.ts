import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

let reader: ReturnType<typeof load> | undefined

/** The reader of PDF files comes with the first paper; its worker is a file of the program. */
async function load() {
  const { getDocument, PDFWorker } = await import('pdfjs-dist')
  // Given as a port: pdf.js may otherwise wrap the address in a blob, which the CSP refuses.
  const port = new Worker(workerUrl, { type: 'module' })
  return { getDocument, worker: PDFWorker.create({ port }) }
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

export interface OpenedPdf {
  readonly task: PDFDocumentLoadingTask
  readonly pdf: PDFDocumentProxy
}

/** Opens a PDF given in base64. Nothing in it runs, nothing is fetched; the caller destroys the task. */
export async function openPdf(base64: string): Promise<OpenedPdf> {
  reader ??= load()
  const { getDocument, worker } = await reader
  const task = getDocument({
    data: bytesOf(base64),
    worker,
    useWasm: false,
    useSystemFonts: false,
    enableXfa: false,
  })
  return { task, pdf: await task.promise }
}
