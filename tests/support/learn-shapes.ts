/**
 * Writes the shapes of the words that papers always print beside their fonts:
 *
 *   node tests/support/learn-shapes.ts
 *
 * Words of the templates themselves and pairs of digits; what a statement says (names, numbers) is
 * left to the program.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { createPaperRenderer } from '../../electron/backend/papers/paper-renderer.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import { commonTexts } from '../../electron/backend/papers/persian-text/common-glyphs.ts'
import { wordsDrawnIn } from '../../electron/backend/papers/persian-text/document-fonts.ts'
import { rowsOf, shapesFileOf } from '../../electron/backend/papers/persian-text/learnt-shapes.ts'
import type { LearntFont, Row } from '../../electron/backend/papers/persian-text/learnt-shapes.ts'
import type { ParsedFont } from '../../electron/backend/papers/persian-text/paper-font.ts'
import { layOut, shaperOf, SPENT } from '../../electron/backend/papers/persian-text/shaping.ts'
import { samples } from '../papers/statements.ts'

const root = path.resolve(import.meta.dirname, '../..')
const fontsFolder = path.join(root, 'resources/fonts')
const load = createRequire(import.meta.url)
const fontkit = createRequire(createRequire(load.resolve('pdfmake')).resolve('pdfkit'))(
  'fontkit',
) as { readonly create: (file: Uint8Array) => ParsedFont }

const DIGITS = Array.from('۰۱۲۳۴۵۶۷۸۹')
const SIGNS = Array.from('٬/-')
const NUMBER_PARTS = [
  ...DIGITS,
  ...SIGNS,
  ...DIGITS.flatMap((digit) => [...DIGITS, ...SIGNS].map((next) => digit + next)),
  ...SIGNS.flatMap((sign) => DIGITS.map((digit) => sign + digit)),
]
const LETTERS = /[\u0620-\u064a\u0671-\u06d3\u200c]+/g

/** Stretches of Persian letters in the sources that decide what a paper says. */
function ownWords(): ReadonlySet<string> {
  const files = globSync(
    [
      'electron/backend/papers/*.ts',
      'electron/backend/papers/templates/*.ts',
      'electron/core/kernel/{day,words}.ts',
    ],
    { cwd: root },
  )
  return new Set(
    files.flatMap((file) => readFileSync(path.join(root, file), 'utf8').match(LETTERS) ?? []),
  )
}

const render = createPaperRenderer({ fontsFolder })
for (const { statement } of Object.values(samples).flat()) await render(definitionOf(statement))

const own = ownWords()
const isOwn = (word: string): boolean =>
  !/[0-9A-Za-z۰-۹]/.test(word) && (word.match(LETTERS) ?? []).every((part) => own.has(part))

for (const name of ['Vazirmatn-Regular.ttf', 'Vazirmatn-Bold.ttf']) {
  const file = path.join(fontsFolder, name)
  const bytes = readFileSync(file)
  const { font } = shaperOf(fontkit.create(bytes))
  const common = commonTexts(name.includes('Bold'))
  const learn = (rtl: boolean): Record<string, readonly Row[]> => {
    const texts = [
      ...wordsDrawnIn(file)
        [rtl ? 'rtl' : 'ltr'].filter(isOwn)
        .map((word) => word.replace(SPENT, '')),
      ...common.filter(([, direction]) => direction === rtl).map(([text]) => text),
      ...(rtl ? [] : NUMBER_PARTS),
    ]
    const rows = [...new Set(texts)].sort().map((text) => [text, rowsOf(layOut(font, text, rtl))])
    return Object.fromEntries(rows) as Record<string, readonly Row[]>
  }
  const learnt: LearntFont = { checksum: crc32(bytes), rtl: learn(true), ltr: learn(false) }
  writeFileSync(shapesFileOf(file), `${JSON.stringify(learnt)}\n`)
}
