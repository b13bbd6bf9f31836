import sharp, { type Sharp } from 'sharp'

/** A page of lines as a scanner sees it, in grey on yellowish paper; `what` is what its lines say. */
export function aPage(what: string, width = 1654, height = 2339): Sharp {
  const lines = Array.from(
    { length: 40 },
    (_, at) =>
      `<text x="${width / 12}" y="${((at + 2) * height) / 43}" font-size="${height / 60}">` +
      `${at} ${what} 0123456789 a line of a paper that is scanned</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#f4f1e8"/>${lines.join('')}</svg>`
  return sharp(Buffer.from(svg)).flatten({ background: '#ffffff' })
}

/** Letters that a camera leaves in a photograph. */
export const CAMERA = 'Telephone of a stranger'

/**
 * A photograph as a telephone takes it: larger than any sheet, lying on its side, with the place where it was taken.
 * Noise keeps it from being small.
 */
export async function aPhotograph(width = 4000, height = 3000): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const grain = await sharp({
    create: { width: width / 4, height: height / 4, channels: 3, background: '#888888', noise },
  })
    .resize(width, height)
    .raw()
    .toBuffer()
  return await sharp(grain, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 97 })
    .withExif({
      IFD0: { Make: CAMERA },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 41/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

/** A TIFF with a page for each text. */
export async function aTiff(...texts: readonly string[]): Promise<Buffer> {
  const pages = await Promise.all(texts.map((text) => aPage(text).png().toBuffer()))
  const joined = pages.length > 1 ? sharp(pages, { join: { animated: true } }) : sharp(pages[0])
  return await joined.tiff({ compression: 'lzw' }).toBuffer()
}
