/**
 * The same certificate from other generators, for speed and for what its text is worth:
 *
 *   npm run bench:peers [-- --quick]
 *
 * Peers are installed apart from the project's packages, WeasyPrint from the system's when that may be
 * done. Writes the table between its marks in docs/benchmarks.md.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import { aCertificate } from '../papers/statements.ts'
import { wordRecallOf } from '../papers/word-recall.ts'
import { textsOf, wordsOf } from '../support/definition-texts.ts'
import { markedTextOf, textOf } from '../support/pdf-tools.ts'
import { inTurns, median, round } from './measuring.ts'
import { installPeers } from './peer-packages.ts'
import { startPeers } from './peers.ts'
import type { Peer } from './peers.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const fontsFolder = path.resolve(import.meta.dirname, '../../resources/fonts')
const page = path.resolve(import.meta.dirname, '../../docs/benchmarks.md')
const START = '<!-- peers: made by npm run bench:peers -->'
const END = '<!-- /peers -->'
const SHORT = 40
const TURNS = values.quick
  ? { warmUp: 5, turns: 3, rounds: 2 }
  : { warmUp: 40, turns: 5, rounds: 10 }

const share = (part: number, whole: number): string => `${round((100 * part) / whole, 1)} %`

/** Words found at all, short texts whole and in order, numbers digit by digit, as pdftotext gives them. */
function worthOf(pdf: Uint8Array): readonly string[] {
  const definition = definitionOf(aCertificate())
  const texts = textsOf(definition)
  const words = wordsOf(markedTextOf(pdf)).join(' ')
  const phrases = texts.filter((text) => text.length < SHORT && wordsOf(text).length > 1)
  const whole = phrases.filter((text) => words.includes(wordsOf(text).join(' ')))
  const numbers = texts.flatMap((text) => text.match(/\p{Nd}[\p{Nd}٬/:]*\p{Nd}/gu) ?? [])
  const text = textOf(pdf)
  const intact = numbers.filter((number) => text.includes(number))
  return [
    `${round(100 * wordRecallOf(pdf, definitionOf(aCertificate())).share, 1)} %`,
    share(whole.length, phrases.length),
    share(intact.length, numbers.length),
  ]
}

function installWeasyPrint(): void {
  try {
    execFileSync('weasyprint', ['--version'], { stdio: 'ignore' })
  } catch {
    try {
      execFileSync('apt-get', ['install', '-y', '-q', 'weasyprint'], { stdio: 'ignore' })
    } catch {
      console.error('WeasyPrint is left out: it is not installed and may not be installed here')
    }
  }
}

async function table(peers: readonly Peer[]): Promise<string> {
  let number = 10_000_000
  const next = () => aCertificate({ trackingCode: String(++number) }, { number: String(number) })
  const ways = Object.fromEntries(peers.map(({ name, make }) => [name, () => make(next())]))
  const times = await inTurns(ways, TURNS)
  const own = median(times[peers[0]?.name ?? ''] ?? [])
  const rows: string[][] = [
    ['Generator', 'Milliseconds', 'Times ours', 'kB', 'Words', 'Short texts whole', 'Numbers'],
    ['---', '---', '---', '---', '---', '---', '---'],
  ]
  for (const { name, make } of peers) {
    const pdf = await make(aCertificate())
    const middle = median(times[name] ?? [])
    const row = [
      ...[name, String(round(middle, 1)), String(round(middle / own, 1))],
      ...[String(round(pdf.length / 1000, 0)), ...worthOf(pdf)],
    ]
    console.log(
      JSON.stringify({ name, median_ms: round(middle, 2), ratio: round(middle / own, 2) }),
    )
    rows.push(row)
  }
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
}

installPeers()
installWeasyPrint()
const peers = await startPeers(fontsFolder)
try {
  const made = await table(peers)
  const text = readFileSync(page, 'utf8')
  const [before, rest = ''] = text.split(START)
  const [, after = ''] = rest.split(END)
  writeFileSync(page, `${before ?? ''}${START}\n\n${made}\n\n${END}${after}`)
} finally {
  for (const { close } of peers) await close?.()
}
