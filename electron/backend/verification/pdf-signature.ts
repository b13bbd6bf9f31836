import type { webcrypto } from 'node:crypto'
import { pdflibAddPlaceholder } from '@signpdf/placeholder-pdf-lib'
import { SignPdf } from '@signpdf/signpdf'
import { Signer, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from 'pdf-lib'
import type { Instant } from '#core/kernel/instant.ts'
import { signDetached } from './cms.ts'

/** What a signature says of itself beside its certificate. */
export interface SignatureWords {
  readonly name: string
  readonly reason: string
  readonly location: string
}

/** Half of the container's digits; a CMS of ours has about 1,500 bytes. */
const CONTAINER = 3000

/** A text string as PDF writes it beyond Latin, UTF-16 with its mark, for a library that writes bytes as they come. */
function pdfText(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1')
  return bytes.replace(/[()\\]/g, String.raw`\$&`).replaceAll('\r', String.raw`\r`)
}

class OfficeHand extends Signer {
  readonly #certificate: Uint8Array
  readonly #key: webcrypto.CryptoKey

  constructor(certificate: Uint8Array, key: webcrypto.CryptoKey) {
    super()
    this.#certificate = certificate
    this.#key = key
  }

  override sign(covered: Buffer): Promise<Buffer> {
    return signDetached(covered, this.#certificate, this.#key)
  }
}

/** What signs: the certificate (DER) with its private key. */
export interface SigningHand {
  readonly certificate: Uint8Array
  readonly key: webcrypto.CryptoKey
}

const isSignature = (widget: PDFDict): boolean =>
  widget.lookupMaybe(PDFName.of('FT'), PDFName) === PDFName.of('Sig')

/** Signatures of papers that were bound into this file cover files that no longer are. */
function dropFormerSignatures(document: PDFDocument): void {
  const { context, catalog } = document
  for (const { node } of document.getPages()) {
    const annotations = node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    for (let i = (annotations?.size() ?? 0) - 1; i >= 0; i--) {
      const widget = annotations?.lookupMaybe(i, PDFDict)
      if (!widget || !isSignature(widget)) continue
      for (const gone of [widget.get(PDFName.of('V')), annotations?.get(i)])
        if (gone instanceof PDFRef) context.delete(gone)
      annotations?.remove(i)
    }
  }
  catalog.delete(PDFName.of('AcroForm'))
}

/**
 * Moves the seal from the information dictionary, where it was drawn, to the first page: there it stays when papers
 * are bound into one file.
 */
function sealFirstPage(document: PDFDocument, at: Date): void {
  const { context } = document
  const info = context.lookup(context.trailerInfo.Info)
  const [page] = document.getPages()
  if (!page || !(info instanceof PDFDict)) return
  const seal = info.lookup(PDFName.of('seal'))
  if (!(seal instanceof PDFString || seal instanceof PDFHexString)) return
  info.delete(PDFName.of('seal'))
  const modified = PDFString.fromDate(at)
  const piece = { LastModified: modified, Private: PDFString.of(seal.decodeText()) }
  page.node.set(PDFName.of('PieceInfo'), context.obj({ Bajeh: piece }))
  page.node.set(PDFName.of('LastModified'), modified)
}

/**
 * A PDF with an invisible signature field over its whole length. Its metadata stays as it is, so that what was PDF/A
 * stays so.
 */
export async function signPdf(
  pdf: Uint8Array,
  { certificate, key }: SigningHand,
  words: SignatureWords,
  at: Instant,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  dropFormerSignatures(document)
  sealFirstPage(document, new Date(at))
  pdflibAddPlaceholder({
    pdfDoc: document,
    name: pdfText(words.name),
    reason: pdfText(words.reason),
    location: pdfText(words.location),
    contactInfo: '',
    signingTime: new Date(at),
    signatureLength: CONTAINER,
    subFilter: SUBFILTER_ETSI_CADES_DETACHED,
  })
  // Object streams would hide the byte range from the signer.
  const prepared = await document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  })
  return await new SignPdf().sign(Buffer.from(prepared), new OfficeHand(certificate, key))
}
