const FRAMING: readonly number[] = [
  ...[0xc0, 0xc1, 0xc2, 0xc4, 0xdb, 0xdd],
  // JFIF with its density, and how the colours are meant.
  ...[0xe0, 0xee],
]
const [SCAN, END] = [0xda, 0xd9]

/**
 * Whether a JPEG says nothing but its picture: no notes of a camera, no comment, no second picture behind its end.
 * In doubt it is said to have them.
 */
export function isBareJpeg(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 4 <= bytes.length && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === SCAN) return firstEnd(bytes, at) === bytes.length - 2
    if (!FRAMING.includes(marker)) return false
    at += 2 + view.getUint16(at + 2)
  }
  return false
}

function firstEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(END, from); at >= 0; at = bytes.indexOf(END, at + 1))
    if (bytes[at - 1] === 0xff) return at - 1
  return -1
}
