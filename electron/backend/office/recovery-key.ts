import { createHash, randomBytes } from 'node:crypto'

/** Crockford's base 32: no I, L, O or U, so a printed key is read back without doubt. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const KEY_LENGTH = 28
const CHECK_LENGTH = 4
const GROUP = 4

function check(key: string): string {
  return lettersOf(createHash('sha256').update(`bajeh recovery ${key}`).digest(), CHECK_LENGTH)
}

function lettersOf(bytes: Uint8Array, length: number): string {
  return Array.from(bytes.subarray(0, length), (byte) => LETTERS[byte & 31] ?? '').join('')
}

/** A new recovery key as it is printed: 140 random bits and four check letters, in groups of four. */
export function newRecoveryKey(): string {
  const key = lettersOf(randomBytes(KEY_LENGTH), KEY_LENGTH)
  return (key + check(key)).match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? key
}

/**
 * The secret behind a recovery key as somebody typed it: spaces, dashes, small letters and the usual
 * misreadings (O for 0, I and L for 1) do no harm. Undefined when the check letters do not fit.
 */
export function readRecoveryKey(typed: string): string | undefined {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (text.length !== KEY_LENGTH + CHECK_LENGTH) return undefined
  const key = text.slice(0, KEY_LENGTH)
  return check(key) === text.slice(KEY_LENGTH) ? key : undefined
}
