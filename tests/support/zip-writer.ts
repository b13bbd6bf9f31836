import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of a zip that a test makes; the odd members make what an importer must refuse. */
export interface ZipEntry {
  readonly name: string
  readonly bytes: Buffer
  /** Unix mode of the entry, such as 0o120777 for a link. */
  readonly mode?: number
  /** Size to claim instead of the true one. */
  readonly claimedSize?: number
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const DEFLATE = 8
/** 1 January 1980: the same entries always give the same bytes. */
const DATE = 0x0021

function header(signature: number, entry: ZipEntry, packed: Buffer): Buffer {
  const isCentral = signature === CENTRAL
  const name = Buffer.from(entry.name)
  const bytes = Buffer.alloc(isCentral ? 46 : 30)
  bytes.writeUInt32LE(signature, 0)
  let at = 4
  if (isCentral) {
    bytes.writeUInt16LE((3 << 8) | 20, at)
    at += 2
  }
  for (const value of [20, 0x0800, DEFLATE, 0, DATE]) {
    bytes.writeUInt16LE(value, at)
    at += 2
  }
  for (const value of [
    crc32(entry.bytes),
    packed.length,
    entry.claimedSize ?? entry.bytes.length,
  ]) {
    bytes.writeUInt32LE(value, at)
    at += 4
  }
  bytes.writeUInt16LE(name.length, at)
  return Buffer.concat([bytes, name])
}

/** The bytes of a zip holding the entries in their order. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const packed = deflateRawSync(entry.bytes, { level: 9 })
    const local = Buffer.concat([header(LOCAL, entry, packed), packed])
    const central = header(CENTRAL, entry, packed)
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38)
    central.writeUInt32LE(offset, 42)
    locals.push(local)
    centrals.push(central)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
