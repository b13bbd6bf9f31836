import { PDFDict, PDFDocument, PDFHexString, PDFName, type PDFPage, PDFString } from 'pdf-lib'

const MAX_PAGES = 5000

/**
 * Digits of the seals in the page-piece dictionaries of a PDF, in the order of its pages; a page keeps its seal when
 * papers are bound into one file. Undefined for what cannot be taken apart.
 */
export async function sealsIn(pdf: Uint8Array): Promise<readonly string[] | undefined> {
  try {
    const document = await PDFDocument.load(pdf, {
      updateMetadata: false,
      ignoreEncryption: true,
      throwOnInvalidObject: false,
    })
    const seals = document.getPages().slice(0, MAX_PAGES).flatMap(sealOn)
    return [...new Set(seals)]
  } catch {
    return undefined
  }
}

function sealOn({ node }: PDFPage): readonly string[] {
  try {
    const piece = node.lookupMaybe(PDFName.of('PieceInfo'), PDFDict)
    const own = piece?.lookupMaybe(PDFName.of('Bajeh'), PDFDict)
    const seal = own?.lookupMaybe(PDFName.of('Private'), PDFString, PDFHexString)?.decodeText()
    return seal !== undefined && /^\d{1,1200}$/.test(seal) ? [seal] : []
  } catch {
    return []
  }
}
