import type { BroughtFormat } from './vault.model.ts'

/**
 * The most that one kept scan takes, in bytes.
 *
 * @law domain brief §3.1: pictures of the net service, up to 2 MB each
 */
export const LARGEST_SCAN = 2 * 1024 * 1024
/** More than any telephone takes; a file of few bytes that opens to more is a bomb. */
export const MOST_PIXELS = 120_000_000

/** Codes of the texts of refusals. */
export type ScanFault =
  | 'scan-empty'
  | 'scan-too-big'
  | 'scan-still-too-big'
  | 'scan-not-a-picture'
  | 'scan-broken'
  | 'scan-locked'
  | 'scan-active'
  | 'scan-too-many-pixels'
  | 'scan-too-many-pages'

export type CheckedScan =
  | { readonly ok: true; readonly format: BroughtFormat }
  | { readonly ok: false; readonly fault: ScanFault }

const SIGNATURES: readonly (readonly [BroughtFormat, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  // The byte order, and 42 in it; 43 in files beyond 4 GB, which some scanners write always.
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['tiff', [0x49, 0x49, 0x2b, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2b]],
]

/** What a file is by its first bytes, whatever its name says; undefined for anything but a scan. */
export function scanFormatOf(head: Uint8Array): BroughtFormat | undefined {
  return SIGNATURES.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0]
}

/**
 * Whether a file may be looked at as a scan: a PDF, JPEG, PNG or TIFF of at most `largest` bytes whose parts are
 * there. Decodes nothing; pages, and the inside of a TIFF, are left to whoever opens it.
 */
export function checkScan(bytes: Uint8Array, largest: number = LARGEST_SCAN): CheckedScan {
  const no = (fault: ScanFault): CheckedScan => ({ ok: false, fault })
  if (bytes.length === 0) return no('scan-empty')
  if (bytes.length > largest) return no('scan-too-big')
  const format = scanFormatOf(bytes)
  if (!format) return no('scan-not-a-picture')
  const fault = FAULTS[format](bytes)
  return fault ? no(fault) : { ok: true, format }
}

const FAULTS: Readonly<Record<BroughtFormat, (bytes: Uint8Array) => ScanFault | undefined>> = {
  pdf: pdfFault,
  jpg: (bytes) => sizeFault(jpegSize(bytes)),
  png: (bytes) => sizeFault(pngSize(bytes)),
  tiff: (bytes) => (bytes.length < SHORTEST_TIFF ? 'scan-broken' : undefined),
}

/** A head, and a list of parts with one of them. */
const SHORTEST_TIFF = 26

interface Size {
  readonly width: number
  readonly height: number
}

function sizeFault(size: Size | undefined): ScanFault | undefined {
  if (!size || size.width === 0 || size.height === 0) return 'scan-broken'
  return size.width * size.height > MOST_PIXELS ? 'scan-too-many-pixels' : undefined
}

/** How far from its end a PDF says that it ends. */
const TAIL = 1024

function pdfFault(bytes: Uint8Array): ScanFault | undefined {
  if (!contains(bytes.subarray(-TAIL), '%%EOF') || !contains(bytes, 'startxref'))
    return 'scan-broken'
  return contains(bytes, '/Encrypt') ? 'scan-locked' : undefined
}

function contains(bytes: Uint8Array, text: string): boolean {
  const wanted = Array.from(text, (letter) => letter.charCodeAt(0))
  const [first = 0] = wanted
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true
  return false
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const PNG_HEAD = 8
const IHDR = 0x49484452
const IEND = 0x49454e44
/** Length, name and check sum around the data of a chunk. */
const CHUNK = 12

/** The size of a PNG all of whose chunks are there; undefined for a broken one. */
function pngSize(bytes: Uint8Array): Size | undefined {
  const view = viewOf(bytes)
  let size: Size | undefined
  let at = PNG_HEAD
  while (at + CHUNK <= bytes.length) {
    const length = view.getUint32(at)
    const name = view.getUint32(at + 4)
    if (!size) {
      if (name !== IHDR || length !== 13 || at + CHUNK + length > bytes.length) return undefined
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    }
    if (name === IEND) return size
    at += CHUNK + length
  }
  return undefined
}

/** Start of a frame: FFC0 to FFCF, but for the tables of codes (C4), an extension (C8) and arithmetic (CC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** The size of a JPEG that has its end; undefined for a broken one. */
function jpegSize(bytes: Uint8Array): Size | undefined {
  const view = viewOf(bytes)
  let at = 2
  while (at + 9 <= bytes.length) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (isFrame(marker)) {
      const size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
      return hasEnd(bytes, at) ? size : undefined
    }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

/** Cameras and phones may put something behind the picture. */
function hasEnd(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.lastIndexOf(0xd9); at > from; at = bytes.lastIndexOf(0xd9, at - 1))
    if (bytes[at - 1] === 0xff) return true
  return false
}
