import { writeFile } from 'node:fs/promises'
import path from 'node:path'

/** How many files of one name a folder may hold. */
const MOST = 10_000

/** Writes a new file into a folder, never over another: a name that is taken gets a number. Returns its path. */
export async function writeBeside(
  folder: string,
  suggestedName: string,
  bytes: Uint8Array,
): Promise<string> {
  const ending = /\.[a-z]{1,5}$/.exec(suggestedName)?.[0] ?? ''
  const name = fileNameOf(suggestedName.slice(0, suggestedName.length - ending.length))
  for (let turn = 1; turn <= MOST; turn++) {
    const file = path.join(folder, turn === 1 ? name + ending : `${name} (${turn})${ending}`)
    try {
      await writeFile(file, bytes, { flag: 'wx' })
      return file
    } catch (cause) {
      if (!isTaken(cause)) throw cause
    }
  }
  throw new Error('too many files of one name')
}

/** A title as a file name that every system accepts. */
export function fileNameOf(title: string): string {
  const name = title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-').trim()
  return name.replace(/^\.+/, '').slice(0, 100) || 'paper'
}

function isTaken(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
}
