import type { NativeImage } from 'electron'
import { existsSync, readFileSync } from 'node:fs'
import { strict } from './strict.ts'

/** PNG files only: they are kept as they are. */
function imageOf(png: Buffer): NativeImage {
  return strict('NativeImage', {
    toPNG: () => png,
    isEmpty: () => png.length === 0,
    // Width and height are the first two fields of the header chunk.
    getSize: () =>
      png.length < 24
        ? { width: 0, height: 0 }
        : { width: png.readUInt32BE(16), height: png.readUInt32BE(20) },
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
  } satisfies Partial<NativeImage>) as unknown as NativeImage
}

export const nativeImage = strict('nativeImage', {
  createEmpty: () => imageOf(Buffer.alloc(0)),
  createFromBuffer: (buffer: Buffer) => imageOf(buffer),
  createFromPath: (file: string) =>
    imageOf(existsSync(file) ? readFileSync(file) : Buffer.alloc(0)),
})
