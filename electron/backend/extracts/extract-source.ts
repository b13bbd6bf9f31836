/** A folder or zip with the files of an extract; names are without any folder. */
export interface ExtractSource {
  readonly names: ReadonlySet<string>
  /** The bytes of a file in pieces, in order; each call reads from the beginning. */
  read(name: string): AsyncIterable<Buffer>
  close(): Promise<void>
}

/** The manifest is read whole; a real one has 22 short entries. */
const LARGEST_MANIFEST = 1 << 20

/** All bytes of the manifest; undefined when it is missing or absurdly large. */
export async function readManifestBytes(source: ExtractSource): Promise<Buffer | undefined> {
  if (!source.names.has('manifest.json')) return undefined
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of source.read('manifest.json')) {
    size += piece.length
    if (size > LARGEST_MANIFEST) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
