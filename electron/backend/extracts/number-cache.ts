const BITS = 21
/** Keeps a foreigner's 12 digits apart from 10 digits of the same value. */
const TWELVE_DIGITS = 2 ** 50

/**
 * Remembers a small number for each of up to two million numbers of 10 or 12 digits, in memory of a fixed
 * size (24 MB): a new number takes the place of the one that lay there. Forgetting costs time, never truth.
 */
export class NumberCache {
  private readonly keys = new Float64Array(1 << BITS).fill(-1)
  private readonly values = new Int32Array(1 << BITS)

  put(digits: string, value: number): void {
    const key = keyOf(digits)
    const place = placeOf(key)
    this.keys[place] = key
    this.values[place] = value
  }

  get(digits: string): number | undefined {
    const key = keyOf(digits)
    const place = placeOf(key)
    return this.keys[place] === key ? this.values[place] : undefined
  }
}

function keyOf(digits: string): number {
  return Number(digits) + (digits.length === 12 ? TWELVE_DIGITS : 0)
}

function placeOf(key: number): number {
  const high = (key / 2 ** 32) | 0
  return Math.imul((key | 0) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b) >>> (32 - BITS)
}
