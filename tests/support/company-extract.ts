import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { copyOf, smallExtract } from './extracts.ts'

/** The company of the contractor with 300 debts; its signatory in the centre's data. */
export const COMPANY = '99100100023'
export const SIGNATORY = '0000001147'
/** A natural employer, and a person without any role. */
export const OWNER = '0000001015'
export const NEWCOMER = '0000001384'

interface Manifest {
  readonly files: { readonly name: string; rows: number; sha256: string }[]
}

/** A small extract in which the company has a second workshop, for which the centre knows nobody; returns its folder. */
export function companyExtract(): string {
  const folder = copyOf(smallExtract())
  const file = path.join(folder, 'workshops.csv')
  const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/)
  const own = lines.find((line) => line.includes(COMPANY) && line.split(',')[2] === '000')
  if (own === undefined) throw new Error('the extract has no such company')
  const [code = '', ...rest] = own.split(',')
  const second = [`${code.slice(0, -3)}999`, ...rest].join(',')
  const made = [...lines, second]
  const text = [header, ...made, ''].join('\n')
  writeFileSync(file, text)
  const manifestFile = path.join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest
  const entry = manifest.files.find(({ name }) => name === 'workshops.csv')
  if (!entry) throw new Error('the manifest names no workshops')
  entry.rows = made.length
  entry.sha256 = createHash('sha256').update(text).digest('hex')
  writeFileSync(manifestFile, JSON.stringify(manifest, null, 2))
  return folder
}
