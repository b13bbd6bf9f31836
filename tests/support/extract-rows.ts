import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

interface Manifest {
  readonly files: { readonly name: string; rows: number; sha256: string }[]
}

/** A row of an extract by column; what is not named stays empty. Values with commas are quoted here. */
export type ExtractRow = Readonly<Record<string, string | number>>

function cell(value: string | number | undefined): string {
  const text = String(value ?? '')
  return text.includes(',') ? `"${text}"` : text
}

/** Adds rows to a file of an extract in a folder, and tells its manifest. */
export function addRows(folder: string, name: string, rows: readonly ExtractRow[]): void {
  const file = path.join(folder, name)
  const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/)
  const columns = header.replace('\uFEFF', '').split(',')
  for (const row of rows)
    for (const column of Object.keys(row))
      if (!columns.includes(column)) throw new Error(`${name} has no column ${column}`)
  const made = rows.map((row) => columns.map((column) => cell(row[column])).join(','))
  const text = [header, ...lines, ...made, ''].join('\n')
  writeFileSync(file, text)
  const manifestFile = path.join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest
  const entry = manifest.files.find((one) => one.name === name)
  if (!entry) throw new Error(`the manifest names no ${name}`)
  entry.rows += made.length
  entry.sha256 = createHash('sha256').update(text).digest('hex')
  writeFileSync(manifestFile, JSON.stringify(manifest, null, 2))
}
