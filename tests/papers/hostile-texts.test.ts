import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PaperFault } from '../../electron/backend/papers/persian-text/paper-fault.ts'
import { drawnTextOf, openedOf, textOf } from '../support/pdf-tools.ts'
import { paperOf, plainPaper, renderPaper } from './renderer.ts'
import { aCertificate } from './statements.ts'

const read = (path: string): string =>
  readFileSync(new URL(`../fixtures/corpus/${path}`, import.meta.url), 'utf8')

const naughty = JSON.parse(read('blns/blns.json')) as string[]
const payloads = (JSON.parse(read('xss/dompurify_payloads.json')) as { payload: string }[]).map(
  ({ payload }) => payload,
)

const ACTIVE = /\/(JavaScript|JS|Launch|URI|GoTo|EmbeddedFile|RichMedia|AA|OpenAction|Annots)\b/
const LATIN = /^[\u0020-\u007e]+$/

/** Without spaces, and without hyphens: pdftotext drops those at the end of a line. */
const visible = (text: string): string => text.replace(/[\s-]+/g, '')

/** Drawn whole, or refused by naming a character that the font does not have. */
async function outcomeOf(text: string): Promise<Uint8Array | PaperFault> {
  try {
    return await renderPaper(plainPaper([{ text, direction: 'auto', field: 'fullName' }]))
  } catch (cause) {
    if (cause instanceof PaperFault) return cause
    throw cause
  }
}

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
    expect(openedOf(pdf)).not.toMatch(ACTIVE)
  })
})

describe('in the name of a certificate', () => {
  const names = [
    '<script>alert(1)</script> رضایی',
    '") Tj ET Q BT /F1 (هک) Tj (',
    'javascript:alert(1)',
    '\\n\\r(\\051) %PDF-1.7 endstream endobj',
    "Robert'); DROP TABLE citizens;--",
    '{"qr":"x"} ${7*7} {{7*7}} %s%d',
  ]
  it.each(names)('%s', async (fullName) => {
    const { person } = aCertificate()
    const pdf = await paperOf(aCertificate({ person: { ...person, fullName } }))
    const digits = fullName.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)))
    const words = digits.match(/[\p{L}\p{N}]+/gu) ?? []
    const text = textOf(pdf)
    expect(words.filter((word) => !text.includes(word))).toEqual([])
    expect(openedOf(pdf)).not.toMatch(ACTIVE)
  })

  it('a character without a glyph is refused with its code point and field', async () => {
    const { person } = aCertificate()
    const refused = paperOf(aCertificate({ person: { ...person, fullName: 'علی 中文' } }))
    await expect(refused).rejects.toMatchObject({
      name: 'PaperFault',
      detail: { fault: 'glyph', codePoint: 'U+4E2D', character: '中', field: 'person.fullName' },
    })
  })
})
