/** UTF-16 units that one short message takes, and each part of a long one beside its header. */
const WHOLE = 70
const PART = 67
/** More parts than a header can count. */
const MOST_PARTS = 255

/** Big-endian UTF-16, which telephones call UCS-2. */
function ucs2(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

/** A text cut so that no letter of two units is torn. */
function pieces(text: string): string[] {
  const cut: string[] = []
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + PART, text.length)
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end -= 1
    cut.push(text.slice(at, end))
    at = end
  }
  return cut
}

/** Whether a part begins with the header that joins the parts of a long message. */
export interface ShortMessage {
  readonly joined: boolean
  readonly bytes: Buffer
}

/**
 * The short messages that carry a text in UCS-2; several are joined by a header (concatenation, 8-bit reference).
 *
 * @param text any, up to 255 parts
 * @param reference 0 to 255, another one for each long message
 */
export function shortMessages(text: string, reference: number): readonly ShortMessage[] {
  if (text.length <= WHOLE) return [{ joined: false, bytes: ucs2(text) }]
  const parts = pieces(text)
  if (parts.length > MOST_PARTS) throw new Error('a message of too many parts')
  return parts.map((part, at) => ({
    joined: true,
    bytes: Buffer.concat([
      Buffer.from([5, 0, 3, reference & 0xff, parts.length, at + 1]),
      ucs2(part),
    ]),
  }))
}
