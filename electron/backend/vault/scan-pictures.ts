import sharp, { type Metadata, type OutputInfo } from 'sharp'
import { MOST_PIXELS } from '#core/vault/scan-file.rules.ts'
import { PATCHES } from '#core/vault/same-picture.rules.ts'

// Nothing of a citizen stays in the memory of the library after its file.
sharp.cache(false)

/** Sides of A4 in inches. */
const A4 = { short: 210 / 25.4, long: 297 / 25.4 } as const

/** Dots to the inch of a sheet that the picture fills. */
const FINEST = 300
/** Seconds for one picture. */
const LONGEST = 20

/** From good to what can just be read; the first that is small enough is taken. */
export const STEPS = [
  { dpi: 300, quality: 85 },
  { dpi: 300, quality: 70 },
  { dpi: 200, quality: 75 },
  { dpi: 200, quality: 55 },
  { dpi: 150, quality: 55 },
  { dpi: 150, quality: 40 },
] as const
type Step = (typeof STEPS)[number]

export interface Size {
  readonly width: number
  readonly height: number
}

/** A decoded picture: upright, on white, at most A4 at 300 dots to the inch. */
export interface Drawn extends Size {
  readonly data: Buffer
  readonly channels: OutputInfo['channels']
  /** Upright, before it was reduced. */
  readonly before: Size
}

const opened = (bytes: Uint8Array, page = 0) =>
  sharp(bytes, { page, limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })

/** What a picture says of itself; throws for a broken one. */
export function metadataOf(bytes: Uint8Array, page = 0): Promise<Metadata> {
  return opened(bytes, page).metadata()
}

/** The size in dots of a sheet that lies as the picture does. */
export function sheetAt(dpi: number, { width, height }: Size): Size {
  const [short, long] = [Math.round(A4.short * dpi), Math.round(A4.long * dpi)]
  return width > height ? { width: long, height: short } : { width: short, height: long }
}

/** Decodes a picture whole; throws for a broken one. */
export async function draw(bytes: Uint8Array, page = 0): Promise<Drawn> {
  const { autoOrient: before, space } = await metadataOf(bytes, page)
  const { data, info } = await opened(bytes, page)
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ ...sheetAt(FINEST, before), fit: 'inside', withoutEnlargement: true })
    .toColourspace(GREY.includes(space) ? 'b-w' : 'srgb')
    .timeout({ seconds: LONGEST })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return { data, width, height, channels, before }
}

const GREY: readonly string[] = ['b-w', 'grey16']

const again = ({ data, width, height, channels }: Drawn) =>
  sharp(data, { raw: { width, height, channels } })

/** As a JPEG that says nothing but the picture. */
export function asJpeg(drawn: Drawn, { dpi, quality }: Step): Promise<Buffer> {
  return again(drawn)
    .resize({ ...sheetAt(dpi, drawn), fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality, mozjpeg: false, progressive: false })
    .toBuffer()
}

/** The first JPEG of at most so many bytes; undefined when even the coarsest is larger. */
export async function smallJpeg(drawn: Drawn, most: number): Promise<Buffer | undefined> {
  for (const step of STEPS) {
    const jpeg = await asJpeg(drawn, step)
    if (jpeg.length <= most) return jpeg
  }
  return undefined
}

/** As a PNG, dot for dot. */
export function asPng(drawn: Drawn): Promise<Buffer> {
  return again(drawn).png({ compressionLevel: 9 }).toBuffer()
}

/** Mean brightness of its patches, for `isSamePicture`. The areas are exact, so that other measures give the same. */
export async function patchesOf(drawn: Drawn): Promise<Uint8Array> {
  const { data } = await again(drawn)
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { width, height } = drawn
  const lines = Array.from({ length: height }, (_, y) =>
    meansOf(data.subarray(y * width, (y + 1) * width)),
  )
  const columns = Array.from({ length: PATCHES }, (_, x) =>
    meansOf(Float64Array.from(lines, (line) => line[x] ?? 0)),
  )
  const patches = Array.from({ length: PATCHES }, (_, y) => columns.map((column) => column[y] ?? 0))
  return Uint8Array.from(patches.flat(), Math.round)
}

/** The means of equal parts of a line; what lies on the edge of two counts for both by its share. */
function meansOf(levels: Uint8Array | Float64Array): Float64Array {
  const part = levels.length / PATCHES
  return Float64Array.from({ length: PATCHES }, (_, at) => {
    const [from, to] = [at * part, (at + 1) * part]
    let sum = 0
    for (let i = Math.floor(from); i < to; i++)
      sum += (levels[i] ?? 0) * (Math.min(i + 1, to) - Math.max(i, from))
    return sum / part
  })
}
