import { createHash } from 'node:crypto'

/** SHA-256 of bytes in lower-case hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The key of one paper of a batch: a UUID (version 8) that is the same for the same batch and paper. */
export function batchItemKey(batchKey: string, paper: string): string {
  const hash = createHash('sha256').update(`${batchKey}\n${paper}`).digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString('hex', 0, 16)
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
