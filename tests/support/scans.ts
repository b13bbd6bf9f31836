import { Buffer } from 'node:buffer'
import { crc32, deflateSync } from 'node:zlib'

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, sum])
}

/** Bars of black and white, one for each bit of `tone` (0 to 255), so that pictures differ where one looks. */
export function aPng(tone = 128, width = 24, height = 16): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.writeUInt8(8, 8)
  const level = (x: number): number => ((tone >> Math.floor((8 * x) / width)) & 1 ? 230 : 20)
  const line = Buffer.from([
    0,
    ...Array.from({ length: Math.min(width, 5000) }, (_, x) => level(x)),
  ])
  const lines = Buffer.concat(Array.from({ length: height }, () => line))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The same picture with so many bytes that do not show. */
export function aHeavyPng(bytes: number, tone = 128): Buffer {
  const png = aPng(tone)
  const end = png.length - 12
  const rest = bytes - png.length - 12
  const text = chunk('tEXt', Buffer.alloc(rest, 'x'))
  return Buffer.concat([png.subarray(0, end), text, png.subarray(end)])
}

/** A grey JPEG of 1 × 1, the smallest that browsers show. */
export function aJpeg(): Buffer {
  return Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0' +
      'Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8A' +
      'VN//2Q==',
    'base64',
  )
}

/** A PDF of empty pages; `padding` bytes of it do not show. */
export function aPdf(title = 'scan', pages = 1, padding = 0): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 4} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    `<< /Title (${title}) >>`,
    ...Array.from(
      { length: pages },
      () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>',
    ),
  ]
  let text = `%PDF-1.4\n%${'x'.repeat(padding)}\n`
  const places = objects.map((object, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 3 0 R >>\n`
  text += `startxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** A PDF of one page and exactly so many bytes. */
export function aHeavyPdf(bytes: number, title = 'scan'): Buffer {
  const short = aPdf(title).length
  const whole = aPdf(title, 1, bytes - short)
  // Places in the table have a fixed width, the start of the table has not.
  return aPdf(title, 1, 2 * bytes - short - whole.length)
}
