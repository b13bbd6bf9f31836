import { addDays, type Day, daysBetween } from '#core/kernel/day.ts'
import { toLatinDigits } from '#core/kernel/digits.ts'
import { NibbleReader, NibbleWriter } from './nibbles.rules.ts'
import { SealedFacts } from './seal.model.ts'
import { figureNames, kindNames, type SealNames } from './seal-names.rules.ts'

const VERSION = 1
const SIGNATURE_BYTES = 64
const KEY_BYTES = 4
const DAY_BYTES = 3
const HEADER = 1 + KEY_BYTES + DAY_BYTES + 2
/** Days are counted from the first of the Jalali year 1211. */
const FIRST_DAY = '1832-03-21' as Day
/** Shorter digits are a number that somebody typed, longer ones no seal. */
const MIN_DIGITS = 150
const MAX_DIGITS = 1200
const MAX_TEXT = 60

/**
 * What a seal signs: version, key, day and validity, then kind, number and figures in half bytes. docs/verification.md
 * has it byte by byte.
 *
 * @refuses a validity that ends before its day or more than 65,534 days later (RangeError)
 */
export function sealBody(facts: SealedFacts, keyId: string): Uint8Array {
  const { day, validUntil, kind, number, figures } = facts
  const days = daysBetween(FIRST_DAY, day)
  const validity = validUntil === null ? 0 : daysBetween(day, validUntil) + 1
  if (validUntil !== null && !(validity >= 1 && validity <= 0xffff))
    throw new RangeError('a paper is valid from its day on')
  const header = [
    VERSION,
    ...bytesOfHex(keyId),
    ...[days >> 16, (days >> 8) & 255, days & 255],
    ...[validity >> 8, validity & 255],
  ]
  const rest = new NibbleWriter()
  writeName(rest, kind, kindNames)
  rest.text(number)
  rest.code(figures.length)
  for (const { name, value } of figures) {
    writeName(rest, name, figureNames)
    rest.text(value)
  }
  return Uint8Array.from([...header, ...rest.bytes()])
}

function writeName(writer: NibbleWriter, name: string, names: SealNames): void {
  const code = names.codeOf(name)
  writer.code(code ?? 0)
  if (code === undefined) writer.text(name)
}

function readName(reader: NibbleReader, names: SealNames): string {
  const code = reader.code()
  return code === 0 ? reader.text(MAX_TEXT) : names.nameOf(code)
}

function bytesOfHex(hex: string): number[] {
  return Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  )
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The digits of a QR code: body and signature as one decimal number, which a QR code packs as tightly as bytes. */
export function sealText(body: Uint8Array, signature: Uint8Array): string {
  if (signature.length !== SIGNATURE_BYTES) throw new RangeError('an Ed25519 signature')
  return BigInt(`0x${hexOf(body)}${hexOf(signature)}`).toString()
}

/** A seal as read, not yet verified: `body` is what `signature` must be a signature of. */
export interface ReadSeal {
  readonly keyId: string
  readonly facts: SealedFacts
  readonly body: Uint8Array
  readonly signature: Uint8Array
}

/** Latin digits of what a scanner typed or a clerk pasted: spaces, line ends and invisible marks go. */
export function typedCode(text: string): string {
  return toLatinDigits(text)
    .replace(/[\s\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
}

/** Whether a text as typed is meant as a seal: digits only, and more of them than any number has. */
export function isSealLike(text: string): boolean {
  const code = typedCode(text)
  return code.length >= MIN_DIGITS && /^\d+$/.test(code)
}

/** Reads the digits of a QR code; undefined for anything that is no seal of a version known here. Never throws. */
export function readSealText(text: string): ReadSeal | undefined {
  const code = typedCode(text)
  if (!isSealLike(code) || code.length > MAX_DIGITS) return undefined
  const hex = BigInt(code).toString(16)
  const bytes = Uint8Array.from(bytesOfHex(hex.length % 2 === 0 ? hex : `0${hex}`))
  const at = bytes.length - SIGNATURE_BYTES
  if (at <= HEADER || bytes[0] !== VERSION) return undefined
  const body = bytes.slice(0, at)
  try {
    const facts = SealedFacts.safeParse(factsIn(body))
    if (!facts.success) return undefined
    const keyId = hexOf(body.subarray(1, 1 + KEY_BYTES))
    return { keyId, facts: facts.data, body, signature: bytes.slice(at) }
  } catch {
    return undefined // cut short, or a day beyond the calendar
  }
}

function factsIn(body: Uint8Array): unknown {
  const [high = 0, middle = 0, low = 0, more = 0, less = 0] = body.subarray(1 + KEY_BYTES, HEADER)
  const day = addDays(FIRST_DAY, (high << 16) | (middle << 8) | low)
  const validity = (more << 8) | less
  const rest = new NibbleReader(body.subarray(HEADER))
  const kind = readName(rest, kindNames)
  const number = rest.text(MAX_TEXT)
  const figures = Array.from({ length: rest.code() }, () => {
    const name = readName(rest, figureNames)
    return { name, value: rest.text(MAX_TEXT) }
  })
  if (!rest.isAtEnd()) return undefined
  return {
    kind,
    number,
    day,
    validUntil: validity === 0 ? null : addDays(day, validity - 1),
    figures,
  }
}
