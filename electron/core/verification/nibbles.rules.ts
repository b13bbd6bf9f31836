const DASH = 10
const STAR = 11
const OTHER = 12
const END = 15

const SIGNS: Readonly<Record<string, number>> = { '-': DASH, '*': STAR }

/** Half bytes in a row: digits take one each, so that numbers stay short. */
export class NibbleWriter {
  readonly #nibbles: number[] = []

  /** A number from 0 to 255 in two. */
  code(value: number): void {
    this.#nibbles.push(value >> 4, value & 15)
  }

  /** A text: a digit, dash or star in one, any other UTF-16 code in five; then an end. */
  text(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const character = text.charAt(i)
      const sign = SIGNS[character]
      if (character >= '0' && character <= '9') this.#nibbles.push(Number(character))
      else if (sign !== undefined) this.#nibbles.push(sign)
      else {
        this.#nibbles.push(OTHER)
        this.code(text.charCodeAt(i) >> 8)
        this.code(text.charCodeAt(i) & 255)
      }
    }
    this.#nibbles.push(END)
  }

  /** Whole bytes; an odd end is filled up. */
  bytes(): Uint8Array {
    const padded = this.#nibbles.length % 2 === 0 ? this.#nibbles : [...this.#nibbles, END]
    return Uint8Array.from({ length: padded.length / 2 }, (_, i) => {
      return ((padded[2 * i] ?? 0) << 4) | (padded[2 * i + 1] ?? 0)
    })
  }
}

/** Thrown by a reader that runs out or meets what no writer writes; caught where the seal is read. */
export class NibbleFault extends Error {}

/** Reads what `NibbleWriter` wrote, in the same order. */
export class NibbleReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  #next(): number {
    const byte = this.#bytes[this.#at >> 1]
    if (byte === undefined) throw new NibbleFault()
    return this.#at++ % 2 === 0 ? byte >> 4 : byte & 15
  }

  /** A number from 0 to 255. */
  code(): number {
    return this.#next() * 16 + this.#next()
  }

  /** A text of at most `limit` characters. */
  text(limit: number): string {
    let text = ''
    for (let nibble = this.#next(); nibble !== END; nibble = this.#next()) {
      if (text.length === limit) throw new NibbleFault()
      if (nibble <= 9) text += String(nibble)
      else if (nibble === DASH) text += '-'
      else if (nibble === STAR) text += '*'
      else if (nibble === OTHER) text += String.fromCharCode(this.code() * 256 + this.code())
      else throw new NibbleFault()
    }
    return text
  }

  /** Whether nothing is left but the filling. */
  isAtEnd(): boolean {
    const left = 2 * this.#bytes.length - this.#at
    return left === 0 || (left === 1 && this.#next() === END)
  }
}
