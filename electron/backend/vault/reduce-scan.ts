import type { ScanFault } from '#core/vault/scan-file.rules.ts'
import { scanFormatOf } from '#core/vault/scan-file.rules.ts'
import type { BroughtFormat } from '#core/vault/vault.model.ts'
import type { ReducedScan, Reduction } from '#core/vault/vault.ports.ts'
import { isBareJpeg } from './bare-jpeg.ts'
import { lookIntoPdf, pagesAsPdf } from './scan-pdf.ts'
import {
  asPng,
  draw,
  metadataOf,
  patchesOf,
  sheetAt,
  smallJpeg,
  type Drawn,
} from './scan-pictures.ts'

interface Most {
  readonly pages: number
  readonly scanBytes: number
}

const no = (fault: ScanFault, values?: Readonly<Record<string, number>>): Reduction =>
  values ? { ok: false, fault, values } : { ok: false, fault }

/**
 * Makes a file ready to be kept. A small PDF, and a small JPEG that says nothing but its picture, are kept as they
 * are; every other picture is drawn anew, upright and without what its camera noted of place and time.
 */
export async function reduceScan(bytes: Uint8Array, most: Most): Promise<Reduction> {
  const format = scanFormatOf(bytes)
  if (!format) return no('scan-not-a-picture')
  try {
    if (format === 'pdf') return await lookIntoPdf(bytes, most)
    return format === 'tiff'
      ? await reduceTiff(bytes, most)
      : await reducePicture(bytes, format, most)
  } catch (cause) {
    return no(isTooLarge(cause) ? 'scan-too-many-pixels' : 'scan-broken')
  }
}

/** The library has no code for it. */
function isTooLarge(cause: unknown): boolean {
  return cause instanceof Error && /exceeds pixel limit|too (?:large|many)/i.test(cause.message)
}

async function reducePicture(
  bytes: Uint8Array,
  format: Exclude<BroughtFormat, 'pdf'>,
  most: Most,
): Promise<Reduction> {
  const drawn = await draw(bytes)
  const kept = await keptPicture(bytes, format, drawn, most.scanBytes)
  if (!kept) return no('scan-still-too-big')
  const { width, height, before } = drawn
  const isSame = kept.bytes === bytes
  const scan: ReducedScan = {
    ...kept,
    measure: { size: kept.bytes.length, pages: 1, ...(await sizeOf(kept, { width, height })) },
    brought: isSame ? null : { format, size: bytes.length, pages: 1, ...before },
    picture: await patchesOf(drawn),
  }
  return { ok: true, scan }
}

type Kept = Pick<ReducedScan, 'format' | 'bytes'>

/** The coarser steps make it smaller than it was drawn. */
async function sizeOf({ bytes }: Kept, drawn: { width: number; height: number }) {
  const { width, height } = await metadataOf(bytes)
  return { width: width || drawn.width, height: height || drawn.height }
}

async function keptPicture(
  bytes: Uint8Array,
  format: Exclude<BroughtFormat, 'pdf'>,
  drawn: Drawn,
  most: number,
): Promise<Kept | undefined> {
  if (format === 'jpg' && bytes.length <= most && isWithinSheet(drawn) && isBareJpeg(bytes))
    return { format: 'jpg', bytes }
  // Drawings and screens; a photograph of this kind is far larger, and not worth the time.
  if (format === 'png' && bytes.length <= 2 * most) {
    const png = await asPng(drawn)
    if (png.length <= most) return { format: 'png', bytes: png }
  }
  const jpeg = await smallJpeg(drawn, most)
  return jpeg && { format: 'jpg', bytes: jpeg }
}

function isWithinSheet({ before, width, height }: Drawn): boolean {
  const sheet = sheetAt(300, before)
  return width === before.width && height === before.height && width <= sheet.width
}

/** One page becomes a JPEG, several a PDF of such pages. */
async function reduceTiff(bytes: Uint8Array, most: Most): Promise<Reduction> {
  const { pages = 1 } = await metadataOf(bytes)
  if (pages > most.pages) return no('scan-too-many-pages', { pages })
  if (pages === 1) return await reducePicture(bytes, 'tiff', most)
  const jpegs: Uint8Array[] = []
  const patches: Uint8Array[] = []
  // What one page leaves over is for the next ones.
  let left = most.scanBytes - PDF_FRAME * pages
  for (let page = 0; page < pages; page++) {
    const drawn = await draw(bytes, page)
    const jpeg = await smallJpeg(drawn, Math.floor(left / (pages - page)))
    if (!jpeg) return no('scan-still-too-big')
    left -= jpeg.length
    jpegs.push(jpeg)
    patches.push(await patchesOf(drawn))
  }
  const pdf = await pagesAsPdf(jpegs)
  if (pdf.length > most.scanBytes) return no('scan-still-too-big')
  const none = { width: null, height: null }
  return {
    ok: true,
    scan: {
      ...{ format: 'pdf', bytes: pdf, picture: Buffer.concat(patches) },
      measure: { size: pdf.length, pages, ...none },
      brought: { format: 'tiff', size: bytes.length, pages, ...none },
    },
  }
}

/** Bytes of a PDF around each of its pictures, and some for the file as a whole. */
const PDF_FRAME = 1200
