import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { PaperKind } from '#core/certificates/paper.model.ts'
import { PaperFault } from '../../electron/backend/papers/persian-text/paper-fault.ts'
import { drawnTextOf, openedOf, structureFaultsOf } from '../support/pdf-tools.ts'
import { paperOf, plainPaper, renderPaper } from './renderer.ts'
import { fullSamples } from './full-samples.ts'
import { aSlip } from './statements.ts'
import { filledWith, textFieldsOf } from './text-fields.ts'

const read = (path: string): string =>
  readFileSync(new URL(`../fixtures/corpus/${path}`, import.meta.url), 'utf8')

const naughty = JSON.parse(read('blns/blns.json')) as string[]
const payloads = (JSON.parse(read('xss/dompurify_payloads.json')) as { payload: string }[]).map(
  ({ payload }) => payload,
)
/** What data could bring into a field: a person's name is never as long as some payloads are. */
const LONGEST = 200
const PAPERS_PER_KIND = 4

const ACTIVE = /\/(JavaScript|JS|Launch|URI|GoToR?|EmbeddedFile|RichMedia|AA|OpenAction|Annots)\b/
const LATIN = /^[\u0020-\u007e]+$/
const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Fonts and drawings: any bytes may stand in them. */
const STREAM = /\bstream\r?\n[\s\S]*?endstream\b/g

/** Anything in a file that does more than show. */
const activeIn = (pdf: Uint8Array) => ACTIVE.exec(openedOf(pdf).replace(STREAM, ''))?.[0] ?? null

/** Letters in reading order: without spaces, direction marks, and hyphens, which pdftotext drops at line ends. */
const visible = (text: string): string =>
  toPersianDigits(text.normalize('NFC').replace(CONTROLS, '')).replace(/[\s-]+/g, '')

/**
 * Whether a text is there, whole or in the pieces that lines of a narrow cell make of it: where other words
 * stand beside them, pdftotext may turn the pieces round.
 */
function comesBack(text: string, back: string): boolean {
  let rest = visible(text)
  for (let pieces = 0; rest !== '' && pieces <= text.length / 6 + 1; pieces++) {
    let length = rest.length
    while (length > 0 && !back.includes(rest.slice(0, length))) length--
    rest = rest.slice(length)
  }
  return rest === ''
}

const wordsIn = (text: string): string[] => visible(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Drawn whole, or refused by naming a character that the font does not have. */
async function outcomeOf(text: string): Promise<Uint8Array | PaperFault> {
  try {
    return await renderPaper(plainPaper([{ text, direction: 'auto', field: 'fullName' }]))
  } catch (cause) {
    if (cause instanceof PaperFault) return cause
    throw cause
  }
}

const drawable: string[] = []
const refused: string[] = []

beforeAll(async () => {
  for (const text of [...new Set([...naughty, ...payloads])]) {
    if (text.trim() === '' || text.length > LONGEST) continue
    const outcome = await outcomeOf(text)
    if (outcome instanceof PaperFault) refused.push(text)
    else drawable.push(text)
  }
})

describe.each([
  { name: 'naughty strings', texts: naughty },
  { name: 'script payloads', texts: payloads.filter((text) => text.length < 2000) },
])('$name', ({ texts }) => {
  it(
    'are drawn or refused by code point, and never leave a hole',
    { timeout: 120_000 },
    async () => {
      let drawn = 0
      for (const text of texts) {
        const outcome = await outcomeOf(text)
        if (outcome instanceof PaperFault) {
          expect(outcome.detail).toMatchObject({ fault: 'glyph', field: 'fullName' })
        } else drawn++
      }
      expect(drawn).toBeGreaterThan(texts.length / 2)
    },
  )

  it('come back as the same text and start nothing', { timeout: 120_000 }, async () => {
    const latin = texts.filter((text) => LATIN.test(text) && text.trim() === text)
    expect(latin.length).toBeGreaterThan(100)
    const pdf = await renderPaper(
      plainPaper(latin.map((text) => ({ text, direction: 'ltr', fontSize: 8 }))),
    )
    const back = visible(drawnTextOf(pdf))
    expect(latin.filter((text) => !back.includes(visible(text)))).toEqual([])
    expect(activeIn(pdf)).toBeNull()
  })
})

describe.each(PaperKind.options)('in every text of a %s', (kind) => {
  const statement = fullSamples[kind]
  const fields = textFieldsOf(statement)

  it('comes back as it went in, and nothing of it is interpreted', async () => {
    expect(fields.length).toBeGreaterThan(10)
    // Each kind takes up the corpora elsewhere, so that together they draw every text.
    const from = PaperKind.options.indexOf(kind) * PAPERS_PER_KIND
    for (let paper = from; paper < from + PAPERS_PER_KIND; paper++) {
      const turn = (paper * fields.length) % drawable.length
      const texts = [...drawable.slice(turn), ...drawable.slice(0, turn)]
      const { statement: hostile, filled } = filledWith(statement, fields, texts)
      const pdf = await paperOf(hostile)
      const back = visible(drawnTextOf(pdf))
      const latin = filled.filter(({ text }) => LATIN.test(text))
      expect(latin.filter(({ text }) => !comesBack(text, back))).toEqual([])
      expect(activeIn(pdf)).toBeNull()
      expect(structureFaultsOf(pdf)).toBe('')
    }
  })

  it('is refused by its field when the fonts have no such character', async () => {
    expect(refused.length).toBeGreaterThan(10)
    for (const [i, path] of fields.entries()) {
      const { statement: hostile, filled } = filledWith(statement, [path], ['x\u4e2d'])
      expect(filled).toHaveLength(1)
      const name = path.filter((part) => typeof part === 'string').join('.')
      const named = await paperOf(hostile).then(
        () => undefined,
        (cause: unknown) => (cause instanceof PaperFault ? cause.detail : undefined),
      )
      expect(named, `field ${i} ${name}`).toMatchObject({ fault: 'glyph', codePoint: 'U+4E2D' })
      expect(JSON.stringify(named), name).toContain('"field":"')
    }
  })
})

it('all drawable texts at once, as the lines of one slip, come back whole', async () => {
  const payments = drawable.map((title) => ({ title, amount: 0, remainingCount: null }))
  const none = { deductions: [], loans: [], totalPayments: 0, totalDeductions: 0, totalLoans: 0 }
  const pdf = await paperOf(aSlip({ payments, ...none, net: 0 }))
  const back = visible(drawnTextOf(pdf))
  const latin = drawable.filter((text) => LATIN.test(text))
  expect(latin.length).toBeGreaterThan(400)
  expect(latin.filter((text) => !back.includes(visible(text)))).toEqual([])
  expect(activeIn(pdf)).toBeNull()
})

it.each([
  '") Tj ET Q BT /F1 (هک) Tj (',
  '\\n\\r(\\051) %PDF-1.7 endstream endobj',
  '{"qr":"x"} ${7*7} {{7*7}} %s%d',
])('%s in a name stays a name', async (fullName) => {
  const pdf = await paperOf(aSlip({ fullName }))
  const back = visible(drawnTextOf(pdf))
  expect(wordsIn(fullName).filter((word) => !back.includes(word))).toEqual([])
  expect(structureFaultsOf(pdf)).toBe('')
})
