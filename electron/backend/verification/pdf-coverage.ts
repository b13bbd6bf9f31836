import type { PdfFindings } from '#core/verification/verification.ports.ts'
import { isOwnForm, lengthOfDer, readCms } from './cms.ts'

/** A certificate known here, DER, and the key that it belongs to. */
export interface KnownCertificate {
  readonly keyId: string
  readonly certificate: Uint8Array
}

const BYTE_RANGE = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g

/** What a signature covers: everything up to `gap` and from `rest` on, `length` bytes. */
interface Coverage {
  readonly gap: number
  readonly rest: number
  readonly length: number
}

/** The byte range that reaches farthest: a file may carry those of signatures before. */
function coverageOf(pdf: Buffer): Coverage | undefined {
  const ranges = [...pdf.toString('latin1').matchAll(BYTE_RANGE)].map((match) => {
    const [start = 0, gap = 0, rest = 0, length = 0] = match.slice(1).map(Number)
    return { start, gap, rest, length }
  })
  const sound = ranges.filter(({ start, gap, rest }) => start === 0 && gap < rest)
  return sound.toSorted((a, b) => b.rest + b.length - (a.rest + a.length))[0]
}

interface Container {
  readonly cms: Uint8Array
  /** Whether it is written as this program writes it: small letters, zeros and nothing else behind. */
  readonly isTidy: boolean
}

/** The signature in the gap between the covered parts; undefined when something else stands there. */
function containerIn(pdf: Buffer, { gap, rest }: Coverage): Container | undefined {
  const text = pdf.toString('latin1', gap, rest)
  const [, hex] = /^<((?:[\da-fA-F]{2})+)>$/.exec(text) ?? []
  if (hex === undefined) return undefined
  const bytes = Buffer.from(hex, 'hex')
  const length = lengthOfDer(bytes)
  if (length === undefined) return undefined
  const isPadded = bytes.subarray(length).every((byte) => byte === 0)
  return { cms: bytes.subarray(0, length), isTidy: isPadded && hex === hex.toLowerCase() }
}

/**
 * The signature of a PDF. VALID only when a known certificate signed every byte of the file but the signature's own
 * value, and that value is written in the one way this program writes it.
 */
export async function signatureIn(
  bytes: Uint8Array,
  known: readonly KnownCertificate[],
): Promise<Pick<PdfFindings, 'signature' | 'keyId'>> {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const coverage = coverageOf(pdf)
  if (!coverage) return { signature: null, keyId: null }
  const { gap, rest, length } = coverage
  const container = containerIn(pdf, coverage)
  if (!container || rest + length > pdf.length) return { signature: 'BROKEN', keyId: null }
  const covered = Buffer.concat([pdf.subarray(0, gap), pdf.subarray(rest, rest + length)])
  const { holds, certificate } = await readCms(container.cms, covered)
  const key = known.find(
    (each) => certificate && Buffer.compare(each.certificate, certificate) === 0,
  )
  const keyId = key?.keyId ?? null
  if (!holds) return { signature: 'BROKEN', keyId }
  if (rest + length < pdf.length) return { signature: 'PARTIAL', keyId }
  if (!key) return { signature: 'UNKNOWN_CERTIFICATE', keyId }
  const isWhole = container.isTidy && isOwnForm(container.cms, covered, key.certificate)
  return { signature: isWhole ? 'VALID' : 'BROKEN', keyId }
}
