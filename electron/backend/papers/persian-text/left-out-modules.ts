import Module, { createRequire } from 'node:module'
import { inflateRawSync } from 'node:zlib'

/** What papers never use: packed web fonts, vector and raster pictures, encrypted files. */
const LEFT_OUT = {
  fontkit: ['brotli/decompress.js'],
  pdfkit: ['@noble/ciphers/aes', '@noble/hashes/sha2', '@noble/hashes/utils', 'png-js'],
  pdfmake: ['xmldoc', './3rd-party/svg-to-pdfkit.js'],
} as const

/** tiny-inflate's own signature; tables of Unicode are packed twice, and node unpacks them faster. */
function inflate(packed: Uint8Array, room: Uint8Array): Uint8Array {
  const plain = inflateRawSync(packed)
  room.set(plain)
  return plain.length < room.length ? room.slice(0, plain.length) : room
}

function provide(file: string, exports: unknown): void {
  const module = new Module(file)
  Object.assign(module, { exports, loaded: true })
  createRequire(import.meta.url).cache[file] = module
}

/**
 * Loading takes most of the processor time before the first paper, and much of that goes into modules
 * that no paper reaches. Before pdfmake is loaded they become empty, so that a use of one throws.
 * `pdfmake` is the file of one of its modules.
 */
export function leaveOutModules(pdfmake: string): void {
  const fromPdfmake = createRequire(pdfmake)
  const fromPdfkit = createRequire(fromPdfmake.resolve('pdfkit'))
  const fromFontkit = createRequire(fromPdfkit.resolve('fontkit'))
  const owners = { fontkit: fromFontkit, pdfkit: fromPdfkit, pdfmake: fromPdfmake }
  for (const owner of ['fontkit', 'pdfkit', 'pdfmake'] as const) {
    for (const name of LEFT_OUT[owner]) provide(owners[owner].resolve(name), {})
  }
  const fromTrie = createRequire(fromFontkit.resolve('unicode-trie'))
  provide(fromTrie.resolve('tiny-inflate'), inflate)
}
