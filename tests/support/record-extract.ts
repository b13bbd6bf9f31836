import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { monthLength } from '#core/kernel/day.ts'
import { copyOf, smallExtract } from './extracts.ts'

/** 35 years at five workshops at once: 420 months, 175 rows. */
export const LONG_CAREER = '0000001351'
/** Insured, and no row of any month. */
export const NO_RECORD = '0000001163'

const LONG_NUMBER = '90000135'
const EMPTY_NUMBER = '9900000116'
const YEARS = Array.from({ length: 35 }, (_, at) => 1370 + at)
const WAGES_SINCE = 1386

interface Manifest {
  readonly files: { readonly name: string; rows: number; sha256: string }[]
}

/** The whole career of one person: days of every month at each workshop, wages since they are kept. */
function careerLines(workshops: readonly string[]): readonly string[] {
  return YEARS.flatMap((year) =>
    workshops.map((workshop, at) => {
      const days = Array.from({ length: 12 }, (_, month) => monthLength(year, month + 1) - at)
      const wages = days.map((n) => (year < WAGES_SINCE ? '' : n * 1_000_000 + at))
      return [LONG_NUMBER, year, workshop, '900', '000', 'COMPULSORY', ...days, ...wages].join(',')
    }),
  )
}

/** A small extract in which one person has the longest of careers and another none at all; returns its folder. */
export function recordExtract(): string {
  const folder = copyOf(smallExtract())
  const file = path.join(folder, 'contributions.csv')
  const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/)
  const of = (number: string) => (line: string) => line.startsWith(`${number},`)
  const workshops = [
    ...new Set(
      readFileSync(path.join(folder, 'workshops.csv'), 'utf8')
        .split(/\r?\n/)
        .map((line) => line.split(','))
        .filter(([, branch, row]) => branch === '900' && row === '000')
        .map(([code = '']) => code),
    ),
  ].slice(0, 5)
  if (workshops.length < 5) throw new Error('the extract has fewer than five workshops')
  const others = lines.filter((line) => !of(LONG_NUMBER)(line) && !of(EMPTY_NUMBER)(line))
  const made = [...others, ...careerLines(workshops)]
  const text = [header, ...made, ''].join('\n')
  writeFileSync(file, text)
  const manifestFile = path.join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest
  const entry = manifest.files.find(({ name }) => name === 'contributions.csv')
  if (!entry) throw new Error('the manifest names no contributions')
  entry.rows = made.length
  entry.sha256 = createHash('sha256').update(text).digest('hex')
  writeFileSync(manifestFile, JSON.stringify(manifest, null, 2))
  return folder
}
