import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { copyOf, smallExtract } from './extracts.ts'

interface Manifest {
  readonly files: { readonly name: string; rows: number; sha256: string }[]
}

/** What the demonstration leaves whole is broken or added here, by number of the decree. */
export const BROKEN = {
  withoutLines: '1402-8000101-1',
  oneRialMore: '1403-8000101-1',
  provisional: '1404-8000101-1',
  corrected: '1404-8000101-2',
  issuedEarly: '1405-8000101-1',
} as const
/** Decrees that establish a pension: raised by art. 111, and a proportional one that is not. */
export const RAISED = '1405-8000107-1'
export const PROPORTIONAL = '1405-8000108-1'

type Edit = (row: string[]) => string[][]

const DECREE_EDITS: Readonly<Record<string, Edit>> = {
  [BROKEN.oneRialMore]: (row) => [row.with(8, String(Number(row[8]) + 1))],
  [BROKEN.provisional]: (row) => [
    row.with(4, 'PROVISIONAL'),
    row
      .with(0, BROKEN.corrected)
      .with(3, '6')
      .with(4, 'CORRECTED')
      .with(5, '1404/06/20')
      .with(8, String(Number(row[8]) + 10_000_000)),
  ],
  [BROKEN.issuedEarly]: (row) => [row.with(5, '1404/12/25')],
}

/** Rewrites the rows of a file of an extract, with its count and hash in the manifest. */
function rewrite(folder: string, name: string, edit: (rows: string[][]) => string[][]): void {
  const file = path.join(folder, name)
  const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/)
  const rows = edit(lines.map((line) => line.split(',')))
  const bytes = Buffer.from([header, ...rows.map((row) => row.join(','))].join('\n') + '\n')
  writeFileSync(file, bytes)
  const place = path.join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(place, 'utf8')) as Manifest
  const entry = manifest.files.find((one) => one.name === name)
  if (!entry) throw new Error(`no ${name} in the manifest`)
  entry.rows = rows.length
  entry.sha256 = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(place, JSON.stringify(manifest))
}

function established(number: string, pension: string, total: number): string[] {
  const day = '1405/02/01'
  return [number, pension, '1405', '2', 'ESTABLISHMENT', day, day, '0', String(total), '']
}

/**
 * A small extract with decrees that are broken in every way, a provisional one with its correction, and two that
 * establish a pension; returns its folder.
 */
export function decreeExtract(): string {
  const folder = copyOf(smallExtract())
  rewrite(folder, 'decrees.csv', (rows) => [
    ...rows.flatMap((row) => DECREE_EDITS[row[0] ?? '']?.(row) ?? [row]),
    established(RAISED, '8000107', 166_255_500),
    established(PROPORTIONAL, '8000108', 96_000_000),
  ])
  rewrite(folder, 'decree_lines.csv', (rows) => {
    const raised = rows
      .filter(([number]) => number === BROKEN.provisional)
      .map((row) => row.with(0, BROKEN.corrected))
      .map((row) =>
        row[2] === 'EQUALIZATION' ? row.with(5, String(Number(row[5]) + 10_000_000)) : row,
      )
    return [
      ...rows.filter(([number]) => number !== BROKEN.withoutLines),
      ...raised,
      [RAISED, '1', 'BASE', 'مستمری', '0', '160000000'],
      [RAISED, '2', 'MINIMUM_TOPUP', 'حداقل‌سازی', '0', '6255500'],
      [PROPORTIONAL, '1', 'BASE', 'مستمری', '0', '96000000'],
    ]
  })
  return folder
}
