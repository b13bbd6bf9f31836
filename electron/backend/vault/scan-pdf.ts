import {
  EncryptedPDFError,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from 'pdf-lib'
import sharp from 'sharp'
import { MOST_PIXELS } from '#core/vault/scan-file.rules.ts'
import type { Reduction, ScanFile } from '#core/vault/vault.ports.ts'
import { sheetAt, STEPS } from './scan-pictures.ts'

interface Most {
  readonly pages: number
  readonly scanBytes: number
}

/** Deeds of a PDF that no scan has: they run something, or hold files of their own. */
const ACTIVE: readonly string[] = ['/JavaScript', '/Launch', '/EmbeddedFile', '/RichMedia']

/**
 * Looks into a PDF as it was brought. A small one is kept byte for byte; of a larger one the photographs on its pages
 * are reduced, and nothing else of it is touched.
 */
export async function lookIntoPdf(bytes: Uint8Array, most: Most): Promise<Reduction> {
  const pdf = await opened(bytes)
  if (typeof pdf === 'string') return { ok: false, fault: pdf }
  const pages = pdf.getPageCount()
  if (pages === 0) return { ok: false, fault: 'scan-broken' }
  if (pages > most.pages) return { ok: false, fault: 'scan-too-many-pages', values: { pages } }
  if (isActive(pdf)) return { ok: false, fault: 'scan-active' }
  const none = { pages, width: null, height: null }
  const kept = bytes.length <= most.scanBytes ? bytes : await reduced(pdf, most.scanBytes)
  if (!kept) return { ok: false, fault: 'scan-still-too-big' }
  return {
    ok: true,
    scan: {
      ...{ format: 'pdf', bytes: kept, picture: null },
      measure: { size: kept.length, ...none },
      brought: kept === bytes ? null : { format: 'pdf', size: bytes.length, ...none },
    },
  }
}

async function opened(bytes: Uint8Array): Promise<PDFDocument | 'scan-locked' | 'scan-broken'> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false })
  } catch (cause) {
    return cause instanceof EncryptedPDFError ? 'scan-locked' : 'scan-broken'
  }
}

function isActive(pdf: PDFDocument): boolean {
  return pdf.context.enumerateIndirectObjects().some(([, object]) => {
    const dict = object instanceof PDFRawStream ? object.dict : object
    return dict instanceof PDFDict && namesOf(dict).some((name) => ACTIVE.includes(name))
  })
}

/** Kinds and keys of a dictionary and of those written inside it. */
function namesOf(dict: PDFDict, depth = 0): readonly string[] {
  return dict.entries().flatMap(([key, value]) => {
    const name = key.asString()
    if (value instanceof PDFName) return KINDS.includes(name) ? [value.asString()] : []
    if (value instanceof PDFString || value instanceof PDFHexString) return []
    return value instanceof PDFDict && depth < DEEPEST ? namesOf(value, depth + 1) : []
  })
}

const KINDS: readonly string[] = ['/S', '/Type', '/Subtype']
const DEEPEST = 8

async function reduced(pdf: PDFDocument, most: number): Promise<Uint8Array | undefined> {
  const photographs = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([ref, object]) =>
      object instanceof PDFRawStream && isPhotograph(object.dict) ? [{ ref, object }] : [],
    )
  for (const step of STEPS) {
    for (const { ref, object } of photographs) {
      const smaller = await smallerPhotograph(object, step)
      if (smaller) pdf.context.assign(ref, smaller)
    }
    const bytes = await pdf.save({ updateFieldAppearances: false })
    if (bytes.length <= most) return bytes
  }
  return undefined
}

/** A JPEG in grey or in three colours; others may be meant in ways that drawing anew would lose. */
function isPhotograph(dict: PDFDict): boolean {
  const isImage = dict.get(PDFName.of('Subtype')) === PDFName.of('Image')
  return isImage && dict.get(PDFName.of('Filter')) === PDFName.of('DCTDecode')
}

async function smallerPhotograph(
  { dict, contents }: PDFRawStream,
  { dpi, quality }: (typeof STEPS)[number],
): Promise<PDFRawStream | undefined> {
  const picture = sharp(contents, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
  const { width, height, channels } = await picture.metadata()
  if (channels !== 1 && channels !== 3) return undefined
  const { data, info } = await picture
    .resize({ ...sheetAt(dpi, { width, height }), fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true })
  if (data.length >= contents.length || info.channels !== channels) return undefined
  const changed = dict.clone()
  changed.set(PDFName.of('Width'), PDFNumber.of(info.width))
  changed.set(PDFName.of('Height'), PDFNumber.of(info.height))
  return PDFRawStream.of(changed, data)
}

/** Points of a sheet. */
const DPI = 72
/** Points around a picture that is printed. */
const MARGIN = 18

/** Pictures as the pages of a PDF, each on a sheet of A4 that lies as it does. */
export async function pagesAsPdf(jpegs: readonly Uint8Array[]): Promise<Uint8Array> {
  return await sheetsOf(
    jpegs.map((bytes) => ({ format: 'jpg', bytes })),
    0,
  )
}

/** A kept picture on a sheet of A4. */
export async function pictureSheet(file: Pick<ScanFile, 'format' | 'bytes'>): Promise<Uint8Array> {
  return await sheetsOf([file], MARGIN)
}

async function sheetsOf(
  files: readonly Pick<ScanFile, 'format' | 'bytes'>[],
  margin: number,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  for (const { format, bytes } of files) {
    const picture = format === 'png' ? await pdf.embedPng(bytes) : await pdf.embedJpg(bytes)
    const sheet = sheetAt(DPI, picture)
    const { width, height } = picture.scaleToFit(
      sheet.width - 2 * margin,
      sheet.height - 2 * margin,
    )
    const page = pdf.addPage([sheet.width, sheet.height])
    const [x, y] = [(sheet.width - width) / 2, (sheet.height - height) / 2]
    page.drawImage(picture, { x, y, width, height })
  }
  return await pdf.save()
}
