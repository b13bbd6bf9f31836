import yauzl from 'yauzl'
import type { ExtractSource } from './extract-source.ts'
import { ImportStop } from './import-stop.ts'

/** More than any extract has; a bomb may be made of names alone. */
const MOST_ENTRIES = 1000
/** Deflate cannot pack text of a table more than some thirtyfold; a bomb does thousandfold. */
const HIGHEST_RATIO = 250
/** Below this size the ratio says nothing. */
const SMALL = 1 << 20

const UNIX_TYPE = 0o170000
const UNIX_LINK = 0o120000

function refuse(cause?: unknown): ImportStop {
  return new ImportStop({ code: 'X_CONTAINER', place: {} }, [], cause)
}

/**
 * Opens a zip without unpacking it: files are read as streams, so nothing plain touches the disk.
 * Entries lie at the root or in one top folder. Anything else (other folders, links, `..`, absolute or
 * doubled names, encryption, entries that claim to grow beyond reason) refuses the whole container.
 */
export async function openZip(where: string): Promise<ExtractSource> {
  let zip: yauzl.ZipFile
  try {
    zip = await yauzl.openPromise(where, {
      autoClose: false,
      lazyEntries: true,
      strictFileNames: true,
    })
  } catch (cause) {
    throw refuse(cause)
  }
  try {
    const entries = await entriesOf(zip)
    return {
      names: new Set(entries.keys()),
      read: (name) => {
        const entry = entries.get(name)
        if (!entry) throw new ImportStop({ code: 'F_MISSING', place: { file: name } })
        return streamOf(zip, entry)
      },
      close: () => {
        zip.close()
        return Promise.resolve()
      },
    }
  } catch (cause) {
    zip.close()
    throw cause instanceof ImportStop ? cause : refuse(cause)
  }
}

async function* streamOf(zip: yauzl.ZipFile, entry: yauzl.Entry): AsyncIterable<Buffer> {
  try {
    // The stream itself fails when the entry turns out longer or shorter than it says.
    for await (const piece of await zip.openReadStreamPromise(entry)) yield piece as Buffer
  } catch (cause) {
    throw refuse(cause)
  }
}

async function entriesOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>()
  const folders = new Set<string>()
  let packed = 0
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    if (entries.size + folders.size >= MOST_ENTRIES) throw refuse()
    const { fileName } = entry
    if (((entry.externalFileAttributes >>> 16) & UNIX_TYPE) === UNIX_LINK) throw refuse()
    if (entry.isEncrypted()) throw refuse()
    const parts = fileName.split('/')
    const name = parts.pop() ?? ''
    if (parts.length > 1) throw refuse()
    folders.add(parts[0] ?? '')
    if (name === '') continue
    if (entries.has(name)) throw refuse()
    packed += entry.compressedSize
    unpacked += entry.uncompressedSize
    entries.set(name, entry)
  }
  if (folders.size > 1) throw refuse()
  if (unpacked > SMALL && unpacked > packed * HIGHEST_RATIO) throw refuse()
  return entries
}
