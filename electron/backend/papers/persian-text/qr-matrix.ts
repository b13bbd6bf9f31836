import { bitsOf, darken, scoreOf, turned } from './qr-score.ts'
import type { QrBits } from './qr-score.ts'

/** Error correction: about 7, 15, 25 and 30 % of a code may be unreadable. */
export type ErrorCorrection = 'L' | 'M' | 'Q' | 'H'

/** Whether each module is dark, row by row. */
export interface QrMatrix {
  readonly size: number
  readonly dark: Uint8Array
}

const LEVELS: Readonly<Record<ErrorCorrection, { place: number; format: number }>> = {
  L: { place: 0, format: 1 },
  M: { place: 1, format: 0 },
  Q: { place: 2, format: 3 },
  H: { place: 3, format: 2 },
}

/** ISO/IEC 18004 table 9, by level and version 1 to 40: check bytes of a block, number of blocks. */
const CHECK_BYTES = [
  '7 10 15 20 26 18 20 24 30 18 20 24 26 30 22 24 28 30 28 28 28 28 30 30 26 28 30 30 30 30 30 30 30 30 30 30 30 30 30 30',
  '10 16 26 18 24 16 18 22 22 26 30 22 22 24 24 28 28 26 26 26 26 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28',
  '13 22 18 26 18 24 18 22 20 24 28 26 24 20 30 24 28 28 26 30 28 30 30 30 30 28 30 30 30 30 30 30 30 30 30 30 30 30 30 30',
  '17 28 22 16 22 28 26 26 24 28 24 28 22 24 24 30 28 28 26 28 30 24 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30',
].map((row) => row.split(' ').map(Number))
const BLOCKS = [
  '1 1 1 1 1 2 2 2 2 4 4 4 4 4 6 6 6 6 7 8 8 9 9 10 12 12 12 13 14 15 16 17 18 19 19 20 21 22 24 25',
  '1 1 1 2 2 4 4 4 5 5 5 8 9 9 10 10 11 13 14 16 17 17 18 20 21 23 25 26 28 29 31 33 35 37 38 40 43 45 47 49',
  '1 1 2 2 4 4 6 6 8 8 8 10 12 16 12 17 16 18 21 20 23 23 25 27 29 34 34 35 38 40 43 45 48 51 53 56 59 62 65 68',
  '1 1 2 4 4 4 5 6 8 8 11 11 16 16 18 16 19 21 25 25 25 34 30 32 35 37 40 42 45 48 51 54 57 60 63 66 70 74 77 81',
].map((row) => row.split(' ').map(Number))
const VERSIONS = 40

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

interface Mode {
  readonly indicator: number
  /** Bits of the count in versions 1 to 9, 10 to 26, 27 to 40. */
  readonly countBits: readonly [number, number, number]
  readonly length: (text: string) => number
  readonly bits: (text: string) => (readonly [value: number, bits: number])[]
}

const chunks = (text: string, length: number): string[] =>
  text.match(new RegExp(`.{1,${length}}`, 'g')) ?? []

const NUMERIC: Mode = {
  indicator: 1,
  countBits: [10, 12, 14],
  length: (text) => text.length,
  bits: (text) => chunks(text, 3).map((part) => [Number(part), part.length * 3 + 1]),
}
const LETTERS: Mode = {
  indicator: 2,
  countBits: [9, 11, 13],
  length: (text) => text.length,
  bits: (text) =>
    chunks(text, 2).map((pair) => {
      const [first = 0, second] = Array.from(pair, (sign) => ALPHANUMERIC.indexOf(sign))
      return second === undefined ? [first, 6] : [first * 45 + second, 11]
    }),
}
const BYTES: Mode = {
  indicator: 4,
  countBits: [8, 16, 16],
  length: (text) => Buffer.byteLength(text),
  bits: (text) => Array.from(Buffer.from(text), (byte) => [byte, 8]),
}

function modeOf(text: string): Mode {
  if (/^\d+$/.test(text)) return NUMERIC
  return /^[0-9A-Z $%*+\-./:]+$/.test(text) ? LETTERS : BYTES
}

const EXPONENTS = new Uint8Array(512)
const LOGARITHMS = new Uint8Array(256)
for (let i = 0, value = 1; i < 255; i++) {
  EXPONENTS[i] = EXPONENTS[i + 255] = value
  LOGARITHMS[value] = i
  value = (value << 1) ^ (value & 0x80 ? 0x11d : 0)
}
type Numbers = Uint8Array | Uint16Array | readonly number[]

const at = (numbers: Numbers | undefined, i: number): number => numbers?.[i] ?? 0
const product = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : at(EXPONENTS, at(LOGARITHMS, a) + at(LOGARITHMS, b))

const divisors = new Map<number, Uint8Array>()

/** The polynomial by which a block is divided; its leading one is left out. */
function divisorOf(degree: number): Uint8Array {
  const known = divisors.get(degree)
  if (known) return known
  const divisor = new Uint8Array(degree)
  divisor[degree - 1] = 1
  for (let i = 0, root = 1; i < degree; i++, root = product(root, 2)) {
    for (let j = 0; j < degree; j++) {
      divisor[j] = product(at(divisor, j), root) ^ at(divisor, j + 1)
    }
  }
  divisors.set(degree, divisor)
  return divisor
}

function checkBytesOf(block: Uint8Array, degree: number): Uint8Array {
  const divisor = divisorOf(degree)
  const rest = new Uint8Array(degree + 1) // the last one stays zero: it moves in from behind
  for (const byte of block) {
    const factor = byte ^ (rest[0] ?? 0)
    const logarithm = LOGARITHMS[factor] ?? 0
    for (let i = 0; i < degree; i++) {
      const own = divisor[i] ?? 0
      const term =
        factor === 0 || own === 0 ? 0 : (EXPONENTS[logarithm + (LOGARITHMS[own] ?? 0)] ?? 0)
      rest[i] = (rest[i + 1] ?? 0) ^ term
    }
  }
  return rest.subarray(0, degree)
}

/** Modules left for data and check bits when all patterns of a version are drawn. */
function roomOf(version: number): number {
  const marks = Math.floor(version / 7) + 2
  const alignment = version === 1 ? 0 : (25 * marks - 10) * marks - 55
  return (16 * version + 128) * version + 64 - alignment - (version >= 7 ? 36 : 0)
}

const dataBytesOf = (version: number, level: number): number =>
  Math.floor(roomOf(version) / 8) -
  at(CHECK_BYTES[level], version - 1) * at(BLOCKS[level], version - 1)

const countBitsOf = ({ countBits }: Mode, version: number): number =>
  version < 10 ? countBits[0] : version < 27 ? countBits[1] : countBits[2]

/** The text as data bytes of the smallest version that holds it. */
function dataOf(text: string, level: number): { version: number; data: Uint8Array } {
  const mode = modeOf(text)
  const parts = mode.bits(text)
  const payload = parts.reduce((sum, [, bits]) => sum + bits, 0)
  for (let version = 1; version <= VERSIONS; version++) {
    const capacity = dataBytesOf(version, level) * 8
    const head = 4 + countBitsOf(mode, version)
    if (head + payload > capacity) continue
    const data = new Uint8Array(capacity / 8)
    let place = 0
    const put = (value: number, bits: number): void => {
      for (let i = bits - 1; i >= 0; i--, place++) {
        if ((value >>> i) & 1) data[place >>> 3] = at(data, place >>> 3) | (0x80 >>> (place & 7))
      }
    }
    put(mode.indicator, 4)
    put(mode.length(text), countBitsOf(mode, version))
    for (const [value, bits] of parts) put(value, bits)
    const used = Math.ceil(Math.min(place + 4, capacity) / 8)
    for (let i = used, pad = 0xec; i < data.length; i++, pad ^= 0xec ^ 0x11) data[i] = pad
    return { version, data }
  }
  throw new Error(`a QR code does not hold ${text.length} characters`)
}

/** Data and check bytes, dealt in turns to the blocks. */
function dealtBytes(data: Uint8Array, version: number, level: number): Uint8Array {
  const degree = at(CHECK_BYTES[level], version - 1)
  const count = at(BLOCKS[level], version - 1)
  const short = Math.floor(data.length / count)
  const longer = data.length % count
  const blocks: Uint8Array[] = []
  for (let i = 0, from = 0; i < count; i++) {
    const to = from + short + (i < count - longer ? 0 : 1)
    blocks.push(data.subarray(from, to))
    from = to
  }
  const checks = blocks.map((block) => checkBytesOf(block, degree))
  const dealt: number[] = []
  for (let i = 0; i <= short; i++) {
    for (const block of blocks) if (i < block.length) dealt.push(at(block, i))
  }
  for (let i = 0; i < degree; i++) for (const check of checks) dealt.push(at(check, i))
  return Uint8Array.from(dealt)
}

interface Frame {
  readonly size: number
  /** Finder, timing and alignment patterns and the version, without the data. */
  readonly patterns: Uint8Array
  /** Places of data bits in the order in which they are filled. */
  readonly free: Uint16Array
  /** For each mask, one where it turns a data bit. */
  readonly masks: readonly Uint8Array[]
  /** The same as bits. */
  readonly turns: readonly QrBits[]
  readonly format: Uint16Array
}

const frames = new Map<number, Frame>()

function alignmentsOf(version: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2
  const last = version * 4 + 10
  return [6, ...Array.from({ length: count - 1 }, (_, i) => last - (count - 2 - i) * step)]
}

/** The remainder that protects the version or the format. */
function protectedBits(value: number, bits: number, divisor: number): number {
  let rest = value
  const top = 1 << bits
  for (let i = 0; i < bits; i++) rest = (rest << 1) ^ ((rest << 1) & top ? divisor : 0)
  return (value << bits) | rest
}

function frameOf(version: number): Frame {
  const known = frames.get(version)
  if (known) return known
  const size = version * 4 + 17
  const patterns = new Uint8Array(size * size)
  const taken = new Uint8Array(size * size)
  const set = (x: number, y: number, dark: boolean): void => {
    if (x < 0 || y < 0 || x >= size || y >= size) return
    patterns[y * size + x] = dark ? 1 : 0
    taken[y * size + x] = 1
  }
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0)
    set(i, 6, i % 2 === 0)
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    for (let dy = -4; dy <= 4; dy++) {
      for (let dx = -4; dx <= 4; dx++) {
        const distance = Math.max(Math.abs(dx), Math.abs(dy))
        set(x + dx, y + dy, distance !== 2 && distance !== 4)
      }
    }
  }
  const places = alignmentsOf(version)
  const last = size - 7
  for (const x of places) {
    for (const y of places) {
      if ((x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6)) continue
      for (let dy = -2; dy <= 2; dy++) {
        for (let dx = -2; dx <= 2; dx++) {
          set(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1)
        }
      }
    }
  }
  for (const [x, y] of formatPlaces(size)) set(x, y, false)
  set(8, size - 8, true)
  if (version >= 7) {
    const bits = protectedBits(version, 12, 0x1f25)
    for (let i = 0; i < 18; i++) {
      const dark = ((bits >>> i) & 1) === 1
      set(size - 11 + (i % 3), Math.floor(i / 3), dark)
      set(Math.floor(i / 3), size - 11 + (i % 3), dark)
    }
  }
  const free = freePlaces(size, taken)
  const format = Uint16Array.from(formatPlaces(size), ([x, y]) => y * size + x)
  const masks = masksOf(size, free)
  const turns = masks.map((mask) => bitsOf(mask, size))
  const frame = { size, patterns, free, format, masks, turns }
  frames.set(version, frame)
  return frame
}

/** Columns in pairs from the right, upwards and downwards in turns, past the timing column. */
function freePlaces(size: number, taken: Uint8Array): Uint16Array {
  const free: number[] = []
  for (let right = size - 1, upwards = true; right >= 1; right -= 2, upwards = !upwards) {
    if (right === 6) right = 5
    for (let i = 0; i < size; i++) {
      const y = upwards ? size - 1 - i : i
      for (const x of [right, right - 1]) if (!taken[y * size + x]) free.push(y * size + x)
    }
  }
  return Uint16Array.from(free)
}

/** Both places of each of the fifteen format bits, lowest bit first. */
function formatPlaces(size: number): (readonly [number, number])[] {
  const first = Array.from({ length: 15 }, (_, i): readonly [number, number] => {
    if (i < 6) return [8, i]
    if (i < 8) return [8, i + 1]
    return i === 8 ? [7, 8] : [14 - i, 8]
  })
  const second = Array.from({ length: 15 }, (_, i): readonly [number, number] =>
    i < 8 ? [size - 1 - i, 8] : [8, size - 15 + i],
  )
  return [...first, ...second]
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

function masksOf(size: number, free: Uint16Array): Uint8Array[] {
  return MASKS.map((turns) => {
    const mask = new Uint8Array(size * size)
    for (const place of free) mask[place] = turns(place % size, Math.floor(place / size)) ? 1 : 0
    return mask
  })
}

/** The patterns with the data bits, before a mask turns them. */
function filled({ patterns, free }: Frame, bytes: Uint8Array): Uint8Array {
  const dark = patterns.slice()
  for (let i = 0; i < free.length; i++) {
    dark[free[i] ?? 0] = ((bytes[i >>> 3] ?? 0) >>> (7 - (i & 7))) & 1
  }
  return dark
}

/** The fifteen bits that say level and mask. */
const formatBits = (level: ErrorCorrection, mask: number): number =>
  protectedBits((LEVELS[level].format << 3) | mask, 10, 0x537) ^ 0x5412

function masked(frame: Frame, plain: Uint8Array, level: ErrorCorrection, mask: number): QrMatrix {
  const { size, format, masks } = frame
  const turns = masks[mask]
  const dark = plain.map((own, place) => own ^ (turns?.[place] ?? 0))
  const bits = formatBits(level, mask)
  for (let i = 0; i < format.length; i++) dark[format[i] ?? 0] = (bits >>> (i % 15)) & 1
  return { size, dark }
}

/** The mask with the lowest score, the first of equal ones. */
function bestMask(
  { size, format, turns }: Frame,
  plain: Uint8Array,
  level: ErrorCorrection,
): number {
  const unmasked = bitsOf(plain, size)
  const scores = turns.map((turn, mask) => {
    const code = turned(unmasked, turn)
    const bits = formatBits(level, mask)
    format.forEach((place, i) => {
      if ((bits >>> (i % 15)) & 1) darken(code, place % size, Math.floor(place / size))
    })
    return scoreOf(code)
  })
  return scores.indexOf(Math.min(...scores))
}

/**
 * A QR code (ISO/IEC 18004) of the smallest version, with the mask that reads best.
 *
 * @refuses a text longer than version 40 holds
 */
export function qrMatrix(text: string, level: ErrorCorrection): QrMatrix {
  const { place } = LEVELS[level]
  const { version, data } = dataOf(text, place)
  const frame = frameOf(version)
  const plain = filled(frame, dealtBytes(data, version, place))
  return masked(frame, plain, level, bestMask(frame, plain, level))
}
