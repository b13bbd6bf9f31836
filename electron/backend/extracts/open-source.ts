import { createReadStream } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { ExtractSource } from './extract-source.ts'
import { ImportStop } from './import-stop.ts'
import { openZip } from './zip-source.ts'

/** How much of a file is held at a time, bytes. */
const PIECE = 1 << 20

/**
 * Opens the container of an extract. Links are not followed and folders in it are not looked into.
 *
 * Throws ImportStop: X_SOURCE when there is nothing to read, X_CONTAINER when the zip is unsafe or broken.
 */
export async function openSource(where: string): Promise<ExtractSource> {
  let isFolder: boolean
  try {
    isFolder = (await stat(where)).isDirectory()
  } catch (cause) {
    throw new ImportStop({ code: 'X_SOURCE', place: {} }, [], cause)
  }
  return isFolder ? openFolder(where) : openZip(where)
}

async function openFolder(folder: string): Promise<ExtractSource> {
  const names = new Set<string>()
  for (const name of await readdir(folder)) {
    if ((await lstat(path.join(folder, name))).isFile()) names.add(name)
  }
  return {
    names,
    read: (name) => {
      if (!names.has(name)) throw new ImportStop({ code: 'F_MISSING', place: { file: name } })
      const options = { highWaterMark: PIECE }
      return createReadStream(path.join(folder, name), options) as AsyncIterable<Buffer>
    },
    close: () => Promise.resolve(),
  }
}
