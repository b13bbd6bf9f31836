import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  directionOf,
  levelsOf,
  visualOrder,
} from '../../electron/backend/papers/persian-text/bidi-levels.ts'

const corpus = new URL('../fixtures/corpus/unicode/', import.meta.url)

const texts = [
  {
    name: 'the whole of Unicode 15.0',
    read: () =>
      gunzipSync(readFileSync(new URL('BidiCharacterTest-15.0.txt.gz', corpus))).toString('utf8'),
    least: 91_000,
  },
  {
    name: 'the subset with Arabic digits',
    read: () => readFileSync(new URL('BidiCharacterTest-arabic-digits-subset.txt', corpus), 'utf8'),
    least: 50,
  },
]

interface Difference {
  readonly line: string
  readonly levels: string
  readonly order: string
}

function differenceOf(line: string): Difference | undefined {
  const [codes = '', direction = '', , levels = '', order = ''] = line.split(';')
  const characters = codes.split(' ').map((code) => String.fromCodePoint(parseInt(code, 16)))
  const text = characters.join('')
  const wanted = { '0': 'ltr', '1': 'rtl' }[direction] ?? directionOf(text)
  const units = levelsOf(text, wanted === 'rtl' ? 'rtl' : 'ltr')
  let unit = 0
  const resolved = characters.map((character) => {
    const level = units[unit] ?? -1
    unit += character.length
    return level
  })
  const removed = levels.split(' ').map((level) => level === 'x')
  const own = resolved.map((level, i) => (removed[i] ? 'x' : String(level))).join(' ')
  const kept = resolved.map((_, i) => i).filter((i) => !removed[i])
  const ownOrder = visualOrder(kept, (i) => resolved[i] ?? 0).join(' ')
  return own === levels && ownOrder === order ? undefined : { line, levels: own, order: ownOrder }
}

describe('levels and reordering agree with the Unicode bidirectional test', () => {
  it.each(texts)('$name', ({ read, least }) => {
    const lines = read()
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    expect(lines.length).toBeGreaterThan(least)
    const differences = lines.flatMap((line) => differenceOf(line) ?? [])
    expect(differences.slice(0, 5)).toEqual([])
    expect(differences).toHaveLength(0)
  })
})
