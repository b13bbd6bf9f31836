import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
} from 'node:fs'
import path from 'node:path'
import { temporaryFolder } from './temporary-folder.ts'
import { zipOf } from './zip-writer.ts'

const root = path.resolve(import.meta.dirname, '../..')
const generator = path.join(import.meta.dirname, 'extract-generator/generate.mjs')
const cache = path.join(root, 'node_modules/.cache/extracts')

/** Runs the generator of synthetic extracts: the same arguments always give the same bytes. */
export function generateExtract(folder: string, words: readonly string[]): void {
  execFileSync(process.execPath, [generator, ...words, '--out', folder, '--quiet'])
}

/** An extract made by the generator with these words, made once and kept; do not write into it. */
export function generatedExtract(...words: readonly string[]): string {
  const folder = path.join(cache, words.join('_').replace(/[^\w-]+/g, '-'))
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const made = mkdtempSync(path.join(cache, 'making-'))
  generateExtract(made, words)
  try {
    renameSync(made, folder)
  } catch (cause) {
    // Another test made the same one meanwhile.
    if (!existsSync(folder)) throw cause
  }
  return folder
}

/** The clean extract of 2000 persons of the format's description. */
export function sampleExtract(): string {
  return generatedExtract('--citizens', '2000', '--seed', '1405')
}

/** The clean extract of 300 persons, the showcase persons among them. */
export function smallExtract(): string {
  return generatedExtract('--citizens', '300', '--seed', '7')
}

/** A ready-made extract with faults: `dirty` or `broken-…`. */
export function faultyExtract(name: string): string {
  return path.join(root, 'tests/fixtures/extracts', name)
}

/** A copy of an extract that a test may damage. */
export function copyOf(folder: string): string {
  const copy = temporaryFolder()
  cpSync(folder, copy, { recursive: true })
  return copy
}

/** The files of a folder as a zip, in a top folder unless that is ''. */
export function zipOfFolder(folder: string, top: string): Buffer {
  const names = readdirSync(folder).toSorted()
  return zipOf(
    names.map((name) => ({
      name: top === '' ? name : `${top}/${name}`,
      bytes: readFileSync(path.join(folder, name)),
    })),
  )
}
