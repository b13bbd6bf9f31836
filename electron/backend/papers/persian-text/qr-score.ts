/** A code as bits: module x of a row is bit x % 32 of its word x / 32; columns likewise. */
export interface QrBits {
  readonly size: number
  readonly rows: Uint32Array
  readonly columns: Uint32Array
}

const wordsOf = (size: number): number => (size + 31) >>> 5

/** Modules, one byte each, row by row, as bits. */
export function bitsOf(dark: Uint8Array, size: number): QrBits {
  const words = wordsOf(size)
  const bits = { size, rows: new Uint32Array(size * words), columns: new Uint32Array(size * words) }
  for (let place = 0, y = 0; y < size; y++) {
    for (let x = 0; x < size; x++, place++) if (dark[place]) darken(bits, x, y)
  }
  return bits
}

/** Makes one module dark. */
export function darken({ size, rows, columns }: QrBits, x: number, y: number): void {
  const words = wordsOf(size)
  const row = y * words + (x >>> 5)
  const column = x * words + (y >>> 5)
  rows[row] = (rows[row] ?? 0) | (1 << (x & 31))
  columns[column] = (columns[column] ?? 0) | (1 << (y & 31))
}

/** The modules that are dark in one of the two only. */
export function turned({ size, rows, columns }: QrBits, mask: QrBits): QrBits {
  return {
    size,
    rows: rows.map((word, i) => word ^ (mask.rows[i] ?? 0)),
    columns: columns.map((word, i) => word ^ (mask.columns[i] ?? 0)),
  }
}

/** How many bits of a word are set. */
function countOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The bits of word `word` that stand for one of `size` modules. */
const validBits = (size: number, word: number): number =>
  size >= (word + 1) * 32 ? -1 : (1 << (size & 31)) - 1

/** Points for runs and finder-like stretches across the lines: 32 of them are looked at together. */
function acrossScore(lines: Uint32Array, size: number): number {
  const words = wordsOf(size)
  let score = 0
  for (let word = 0; word < words; word++) {
    const valid = validBits(size, word)
    const at = (line: number): number => lines[line * words + word] ?? 0
    // Whether a module equals the next, for this line and the three before; runs of five seen so far.
    let [third, second, first, running] = [0, 0, 0, 0]
    for (let line = 0; line < size; line++) {
      const own = at(line)
      if (line < size - 1) {
        const same = ~(own ^ at(line + 1)) & valid
        const five = same & first & second & third
        // Three points for five alike, one for each more.
        if (five !== 0) score += countOf(five) + 2 * countOf(five & ~running)
        third = second
        second = first
        first = same
        running = five
      }
      if (line > size - 7) continue
      const bars = own & at(line + 2) & at(line + 3) & at(line + 4) & at(line + 6)
      const finder = bars & ~(at(line + 1) | at(line + 5)) & valid
      if (finder === 0) continue
      if (line <= size - 11) {
        const after = at(line + 7) | at(line + 8) | at(line + 9) | at(line + 10)
        score += 40 * countOf(finder & ~after)
      }
      if (line >= 4) {
        const before = at(line - 1) | at(line - 2) | at(line - 3) | at(line - 4)
        score += 40 * countOf(finder & ~before)
      }
    }
  }
  return score
}

/** Points for squares of four equal modules and for an uneven share of dark ones. */
function areaScore(rows: Uint32Array, size: number): number {
  const words = wordsOf(size)
  let score = 0
  let count = 0
  for (let row = 0; row < size; row++) {
    for (let word = 0; word < words; word++) {
      const place = row * words + word
      const own = rows[place] ?? 0
      count += countOf(own)
      if (row === size - 1) continue
      const below = rows[place + words] ?? 0
      const isLast = word === words - 1
      const right = (own >>> 1) | (isLast ? 0 : (rows[place + 1] ?? 0) << 31)
      const belowRight = (below >>> 1) | (isLast ? 0 : (rows[place + words + 1] ?? 0) << 31)
      const alike = ~(own ^ below) & ~(own ^ right) & ~(own ^ belowRight)
      score += 3 * countOf(alike & validBits(size - 1, word))
    }
  }
  const modules = size * size
  const uneven = Math.abs(count * 20 - modules * 10)
  return score + Math.max(0, Math.ceil(uneven / modules) - 1) * 10
}

/** How hard a code is to read, by the four rules of ISO/IEC 18004; the lowest is the best. */
export function scoreOf({ size, rows, columns }: QrBits): number {
  return areaScore(rows, size) + acrossScore(rows, size) + acrossScore(columns, size)
}
