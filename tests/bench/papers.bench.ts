import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import type { PaperStatement } from '#core/certificates/paper.model.ts'
import { createPaperRenderer } from '../../electron/backend/papers/paper-renderer.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import { createPapers } from '../../electron/backend/papers/papers.gateway.ts'
import { aCertificate, aReceipt, aSlip } from '../papers/statements.ts'
import { definitionHtml } from '../support/definition-html.ts'
import { chromiumPath } from '../support/chromium.ts'

/**
 * One paper drawn warm beside Chromium's page.pdf of the same texts, in turns of one run.
 * Prints JSON lines; the ratio is what counts, the machine decides the milliseconds.
 */
const WARM_UP = 80
const TURNS = 4
const ROUNDS = 20
const fontsFolder = fileURLToPath(new URL('../../resources/fonts', import.meta.url))
const workerFile = new URL('../../electron/backend/papers/paper-worker.ts', import.meta.url)

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits))

const folder = mkdtempSync(join(tmpdir(), 'papers-bench-'))
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'],
})
const papers = createPapers({ workerFile, fontsFolder })
const render = createPaperRenderer({ fontsFolder })

try {
  const cold = await timed(() => papers.render(aCertificate()))
  console.log(
    JSON.stringify({ name: 'certificate, first of a process', median_ms: round(cold, 1) }),
  )
  for (const [name, statementOf] of [
    ['certificate', (number) => aCertificate({ trackingCode: number }, { number })],
    ['pension slip', (number) => aSlip({ pensionNumber: number }, { number })],
    ['request receipt', (number) => aReceipt({ trackingCode: number }, { number })],
  ] as readonly (readonly [string, (number: string) => PaperStatement])[]) {
    const file = join(folder, 'page.html')
    writeFileSync(file, definitionHtml(definitionOf(statementOf('10484018')), fontsFolder))
    const page = await browser.newPage()
    await page.goto(pathToFileURL(file).href)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    let number = 10_000_000 // each paper has figures and a code of its own
    const next = () => statementOf(String(++number))
    const ways = {
      ours: () => render(definitionOf(next())),
      thread: () => papers.render(next()),
      chromium: () => page.pdf({ preferCSSPageSize: true }),
    }
    const times: Record<keyof typeof ways, number[]> = { ours: [], thread: [], chromium: [] }
    const inTurn = ['ours', 'thread', 'chromium'] as const
    for (const way of inTurn) {
      for (let i = 0; i < WARM_UP; i++) await ways[way]()
    }
    for (let turn = 0; turn < TURNS; turn++) {
      for (const way of inTurn) {
        for (let i = 0; i < ROUNDS; i++) times[way].push(await timed(ways[way]))
      }
    }
    const baseline = median(times.chromium)
    for (const [label, values] of [
      [`${name}, warm`, times.ours],
      [`${name}, warm, through the worker`, times.thread],
    ] as const) {
      const own = median(values)
      console.log(
        JSON.stringify({
          name: label,
          median_ms: round(own, 2),
          baseline_ms: round(baseline, 2),
          ratio: round(own / baseline, 3),
        }),
      )
    }
    await page.close()
  }
} finally {
  await papers.close()
  await browser.close()
  rmSync(folder, { recursive: true })
}
