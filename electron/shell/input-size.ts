import { base64Length, carriesFile, LARGEST_FILE } from '#core/kernel/file-carriers.ts'

/** The most that one call may carry to the office, in bytes as `exceeds` counts them. */
const LARGEST_INPUT = 8 * 1024 * 1024

/** The same for one method: some carry a whole file. */
export function largestInput(method: unknown): number {
  return LARGEST_INPUT + (carriesFile(method) ? 2 * base64Length(LARGEST_FILE) : 0)
}

const perValue = 8

/**
 * Whether a value that came through the structured clone takes more than `limit` bytes, counting
 * two bytes a character and eight a value. Stops as soon as it knows; cycles and depth do no harm.
 */
export function exceeds(value: unknown, limit: number): boolean {
  const seen = new Set<object>()
  const rest: unknown[] = [value]
  let size = 0
  while (rest.length > 0) {
    const part = rest.pop()
    size += perValue
    if (typeof part === 'string') size += part.length * 2
    else if (typeof part === 'bigint') size += part.toString(16).length
    else if (typeof part === 'object' && part !== null && !seen.has(part)) {
      seen.add(part)
      if (ArrayBuffer.isView(part) || part instanceof ArrayBuffer) size += part.byteLength
      else if (part instanceof Map) {
        if (part.size * perValue > limit) return true
        for (const [key, held] of part) rest.push(key, held)
      } else if (part instanceof Set) {
        if (part.size * perValue > limit) return true
        for (const held of part) rest.push(held)
      } else {
        const held = Object.entries(part)
        if (held.length * perValue > limit) return true
        for (const [key, inner] of held) {
          size += key.length * 2
          rest.push(inner)
        }
      }
    }
    if (size > limit) return true
  }
  return false
}
