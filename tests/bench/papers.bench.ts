import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
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
  for (const [name, statement] of [
    ['certificate', aCertificate()],
    ['pension slip', aSlip()],
    ['request receipt', aReceipt()],
  ] as const) {
    const file = join(folder, 'page.html')
    writeFileSync(file, definitionHtml(definitionOf(statement), fontsFolder))
    const page = await browser.newPage()
    await page.goto(pathToFileURL(file).href)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    const ways = {
      ours: () => render(definitionOf(statement)),
      thread: () => papers.render(statement),
      chromium: () => page.pdf({ preferCSSPageSize: true }),
    }
    const times: Record<keyof typeof ways, number[]> = { ours: [], thread: [], chromium: [] }
    for (let turn = 0; turn <= TURNS; turn++) {
      for (const way of ['ours', 'thread', 'chromium'] as const) {
        for (let i = 0; i < ROUNDS; i++) {
          const elapsed = await timed(ways[way])
          if (turn > 0) times[way].push(elapsed) // the first turn warms up
        }
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
