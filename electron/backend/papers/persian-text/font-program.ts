/** Reads the tables of one TrueType file and writes files with some of its glyphs. */
export interface FontProgram {
  /** A TrueType file with these glyphs in this order; parts of composite glyphs are put after them. */
  readonly withGlyphs: (ids: readonly number[]) => Uint8Array
  /** Degrees; 0 for upright letters. fontkit would read the names of all glyphs with it. */
  readonly italicAngle: number
}

const TABLE_ENTRY = 16
const HEAD_LOCA_FORMAT = 50
const HHEA_METRICS = 34
const MAXP_GLYPHS = 4
/** A number with 16 bits behind the point. */
const POST_ANGLE = 4
/** Offsets of a short `loca` are halved and have two bytes each. */
const SHORT_LOCA_LIMIT = 0x20000
const COPIED = ['cvt ', 'fpgm', 'prep'] as const
/** Flags of a part of a composite glyph. */
const WORDS = 0x01
const ONE_SCALE = 0x08
const MORE_PARTS = 0x20
const TWO_SCALES = 0x40
const MATRIX = 0x80

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function tablesOf(file: Uint8Array): Map<string, Uint8Array> {
  const view = viewOf(file)
  const tables = new Map<string, Uint8Array>()
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * TABLE_ENTRY
    const name = String.fromCharCode(...file.subarray(at, at + 4))
    const start = view.getUint32(at + 8)
    tables.set(name, file.subarray(start, start + view.getUint32(at + 12)))
  }
  return tables
}

/** Where the outline of each glyph starts in `glyf`, and at last where they end. */
function startsOf(loca: Uint8Array, long: boolean): number[] {
  const view = viewOf(loca)
  return long
    ? Array.from({ length: loca.length / 4 }, (_, i) => view.getUint32(i * 4))
    : Array.from({ length: loca.length / 2 }, (_, i) => view.getUint16(i * 2) * 2)
}

/** Places in a composite outline where the glyph ids of its parts stand; none in a simple one. */
function partsIn(outline: Uint8Array): number[] {
  if (outline.length === 0) return []
  const view = viewOf(outline)
  if (view.getInt16(0) >= 0) return []
  const places: number[] = []
  let flags = MORE_PARTS
  for (let at = 10; (flags & MORE_PARTS) !== 0;) {
    flags = view.getUint16(at)
    places.push(at + 2)
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2)
    if ((flags & ONE_SCALE) !== 0) at += 2
    else if ((flags & TWO_SCALES) !== 0) at += 4
    else if ((flags & MATRIX) !== 0) at += 8
  }
  return places
}

function checksumOf(bytes: Uint8Array): number {
  const view = viewOf(bytes)
  let sum = 0
  for (let at = 0; at + 4 <= bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}

/** A font file from its tables, each padded to four bytes. */
function fileOf(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const sorted = tables.toSorted(([a], [b]) => (a < b ? -1 : 1))
  const head = 12 + sorted.length * TABLE_ENTRY
  const padded = (length: number): number => (length + 3) & ~3
  const file = new Uint8Array(sorted.reduce((sum, [, own]) => sum + padded(own.length), head))
  const view = viewOf(file)
  const power = Math.floor(Math.log2(sorted.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, sorted.length)
  view.setUint16(6, 2 ** power * TABLE_ENTRY)
  view.setUint16(8, power)
  view.setUint16(10, (sorted.length - 2 ** power) * TABLE_ENTRY)
  let at = head
  sorted.forEach(([name, own], i) => {
    const entry = 12 + i * TABLE_ENTRY
    file.set(own, at)
    for (let c = 0; c < 4; c++) file[entry + c] = name.charCodeAt(c)
    view.setUint32(entry + 4, checksumOf(file.subarray(at, at + padded(own.length))))
    view.setUint32(entry + 8, at)
    view.setUint32(entry + 12, own.length)
    at += padded(own.length)
  })
  return file
}

function locaOf(outlines: readonly Uint8Array[], long: boolean): Uint8Array {
  const bytes = new Uint8Array((outlines.length + 1) * (long ? 4 : 2))
  const view = viewOf(bytes)
  let end = 0
  outlines.forEach((outline, i) => {
    end += outline.length
    if (long) view.setUint32((i + 1) * 4, end)
    else view.setUint16((i + 1) * 2, end / 2)
  })
  return bytes
}

/** The outlines of glyphs, with the parts of composite ones added to `ids` and renumbered. */
function outlinesOf(ids: number[], glyf: Uint8Array, starts: readonly number[]): Uint8Array[] {
  const place = new Map(ids.map((id, i) => [id, i]))
  const outlines: Uint8Array[] = []
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] ?? 0
    const original = glyf.subarray(starts[id], starts[id + 1])
    const parts = partsIn(original)
    const even = original.length % 2 === 0
    if (parts.length === 0 && even) {
      outlines.push(original)
      continue
    }
    const own = new Uint8Array(original.length + (even ? 0 : 1))
    own.set(original)
    const view = viewOf(own)
    for (const at of parts) {
      const part = view.getUint16(at)
      const known = place.get(part) ?? ids.push(part) - 1
      place.set(part, known)
      view.setUint16(at, known)
    }
    outlines.push(own)
  }
  return outlines
}

function metricsOf(ids: readonly number[], hmtx: Uint8Array, longMetrics: number): Uint8Array {
  const view = viewOf(hmtx)
  const bytes = new Uint8Array(ids.length * 4)
  const out = viewOf(bytes)
  ids.forEach((id, i) => {
    const long = id < longMetrics
    out.setUint16(i * 4, view.getUint16((long ? id : longMetrics - 1) * 4))
    out.setInt16(
      i * 4 + 2,
      view.getInt16(long ? id * 4 + 2 : longMetrics * 4 + (id - longMetrics) * 2),
    )
  })
  return bytes
}

function copyWith(table: Uint8Array, at: number, value: number): Uint8Array {
  const copy = new Uint8Array(table)
  viewOf(copy).setUint16(at, value)
  return copy
}

/**
 * A font file whose glyphs can be taken out. Only the tables that a PDF reader needs are written:
 * outlines, widths, hints.
 *
 * @refuses a font without TrueType outlines, by answering nothing
 */
export function fontProgramOf(file: Uint8Array): FontProgram | undefined {
  const tables = tablesOf(file)
  const [glyf, loca, head, hhea, maxp, hmtx] = ['glyf', 'loca', 'head', 'hhea', 'maxp', 'hmtx'].map(
    (name) => tables.get(name),
  )
  if (!glyf || !loca || !head || !hhea || !maxp || !hmtx) return undefined
  const starts = startsOf(loca, viewOf(head).getInt16(HEAD_LOCA_FORMAT) === 1)
  const longMetrics = viewOf(hhea).getUint16(HHEA_METRICS)
  const post = tables.get('post')
  const copied = COPIED.flatMap((name) => {
    const table = tables.get(name)
    return table ? [[name, table] as const] : []
  })
  return {
    italicAngle: post ? viewOf(post).getInt32(POST_ANGLE) / 2 ** 16 : 0,
    withGlyphs(wanted) {
      const ids = [...wanted]
      const own = outlinesOf(ids, glyf, starts)
      const drawn = Buffer.concat(own)
      const long = drawn.length >= SHORT_LOCA_LIMIT
      return fileOf([
        ...copied,
        ['glyf', drawn],
        ['head', copyWith(head, HEAD_LOCA_FORMAT, long ? 1 : 0)],
        ['hhea', copyWith(hhea, HHEA_METRICS, ids.length)],
        ['hmtx', metricsOf(ids, hmtx, longMetrics)],
        ['loca', locaOf(own, long)],
        ['maxp', copyWith(maxp, MAXP_GLYPHS, ids.length)],
      ])
    },
  }
}
