/**
 * Papers as the program draws them:
 *
 *   npm run bench:papers [-- --quick]
 *
 * One JSON line for each measure: the median, and the ratio to a baseline of the same run. The ratio
 * is what counts, the machine decides the milliseconds. --quick draws fewer slips.
 */
import { execFileSync, fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { build } from 'vite'
import type { PaperStatement } from '#core/certificates/paper.model.ts'
import { createPaperRenderer } from '../../electron/backend/papers/paper-renderer.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import { createPapers } from '../../electron/backend/papers/papers.gateway.ts'
import { aCertificate, aReceipt, aSlip } from '../papers/statements.ts'
import { chromiumPath } from '../support/chromium.ts'
import { definitionHtml } from '../support/definition-html.ts'
import { inTurns, median, report, round } from './measuring.ts'
import { installPeers } from './peer-packages.ts'
import { typstPeer } from './typst-peer.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const here = import.meta.dirname
const fontsFolder = path.resolve(here, '../../resources/fonts')
const workerFile = new URL('../../electron/backend/papers/paper-worker.ts', import.meta.url)
const folder = mkdtempSync(path.join(tmpdir(), 'papers-bench-'))

const TURNS = { warmUp: values.quick ? 40 : 100, turns: 5, rounds: values.quick ? 8 : 20 }
const FIRST_PAPERS = 7
/** Packages that the built program carries inside its own files. */
const BUNDLED = ['zod']
const SLIPS_A_TURN = values.quick ? 100 : 400
const SLIP_TURNS = 5
const SLIPS_BEFORE = 1000
const SLIPS_AFTER = values.quick ? 3000 : 20_000
const BATCH = values.quick ? 200 : 800

let lastNumber = 10_000_000
/** Each paper has figures and a code of its own. */
const nextNumber = (): string => String(++lastNumber)

/**
 * The first certificate of a fresh process with the thread that draws it, both built as
 * electron.vite.config.ts builds them: processor time from the start of the process.
 */
async function firstPaper(): Promise<void> {
  const outDir = path.resolve(here, '../../node_modules/.cache/bench/first-paper')
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.resolve(here, '../..'),
    ssr: { noExternal: BUNDLED },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: { child: path.join(here, 'first-paper.ts'), worker: fileURLToPath(workerFile) },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  })
  const statementFile = path.join(folder, 'certificate.json')
  writeFileSync(statementFile, JSON.stringify(aCertificate()))
  const files = [path.join(outDir, 'worker.mjs'), fontsFolder, statementFile]
  const times = Array.from({ length: FIRST_PAPERS }, () =>
    Number(
      execFileSync(process.execPath, [path.join(outDir, 'child.mjs'), ...files], {
        encoding: 'utf8',
      }),
    ),
  )
  report('certificate, first of a fresh process, processor time', 'ms', median(times))
}

/** One paper warm, beside a browser and Typst with the same texts. */
async function warmPapers(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'],
  })
  const papers = createPapers({ workerFile, fontsFolder, threads: 1 })
  const render = createPaperRenderer({ fontsFolder })
  const typst = typstPeer(fontsFolder, false)
  const typstWithCache = typstPeer(fontsFolder, true)
  const [certificate, slip, receipt] = [aCertificate(), aSlip(), aReceipt()]
  const numbered = (statement: PaperStatement, number: string): PaperStatement =>
    Object.assign(statement, { issue: { ...statement.issue, number } })
  const kinds: readonly (readonly [string, (number: string) => PaperStatement])[] = [
    ['certificate', (number) => numbered({ ...certificate, trackingCode: number }, number)],
    ['pension slip', (number) => numbered({ ...slip, pensionNumber: number }, number)],
    ['request receipt', (number) => numbered({ ...receipt, trackingCode: number }, number)],
  ]
  try {
    for (const [name, statementOf] of kinds) {
      const file = path.join(folder, 'page.html')
      writeFileSync(file, definitionHtml(definitionOf(statementOf(nextNumber())), fontsFolder))
      const page = await browser.newPage()
      await page.goto(pathToFileURL(file).href)
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      const next = () => statementOf(nextNumber())
      const times = await inTurns(
        {
          ours: () => render(definitionOf(next())),
          thread: () => papers.render(next()),
          chromium: () => page.pdf({ preferCSSPageSize: true }),
          typst: () => typst(next()),
          typstWithCache: () => typstWithCache(next()),
        },
        TURNS,
      )
      const browserTime = { of: 'Chromium page.pdf', value: median(times.chromium) }
      report(`${name}, warm`, 'ms', median(times.ours), browserTime)
      report(`${name}, warm, through the worker`, 'ms', median(times.thread), browserTime)
      for (const [of, value] of [
        ['Typst', median(times.typst)],
        ['Typst, its cache kept', median(times.typstWithCache)],
      ] as const) {
        report(`${name}, warm`, 'ms', median(times.ours), { of, value })
      }
      await page.close()
    }
  } finally {
    await papers.close()
    await browser.close()
  }
}

interface SlipsDrawn {
  readonly seconds: number
  readonly megabytes: number
}

function drawIn<Answer>(child: ChildProcess, count: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the child ended with code ${code}`)))
    child.once('message', (answer) => {
      child.removeAllListeners('exit')
      resolve(answer as Answer)
    })
    child.send(count)
  })
}

/**
 * Slips a second on one thread, beside the proof of concept with its own slip and with the same; then
 * memory over many slips.
 */
async function slipsOnOneThread(): Promise<void> {
  const ours = fork(path.join(here, 'slip-thread.ts'), { execArgv: ['--expose-gc'] })
  const baseline = fork(path.join(here, 'baseline/slips.cjs'))
  const same = fork(path.join(here, 'same-slip-thread.ts'))
  try {
    await drawIn(ours, SLIPS_A_TURN)
    await drawIn(baseline, SLIPS_A_TURN)
    await drawIn(same, SLIPS_A_TURN)
    const rates: number[] = []
    const baselineRates: number[] = []
    const sameRates: number[] = []
    for (let turn = 0; turn < SLIP_TURNS; turn++) {
      rates.push(SLIPS_A_TURN / (await drawIn<SlipsDrawn>(ours, SLIPS_A_TURN)).seconds)
      baselineRates.push(SLIPS_A_TURN / (await drawIn<number>(baseline, SLIPS_A_TURN)))
      sameRates.push(SLIPS_A_TURN / (await drawIn<number>(same, SLIPS_A_TURN)))
    }
    for (const [of, value] of [
      ['proof of concept, its own slip', median(baselineRates)],
      ['proof of concept, the same slip', median(sameRates)],
    ] as const) {
      report('slips a second, one thread', 'per_s', median(rates), { of, value })
    }
    baseline.kill()
    same.kill()
    const fresh = fork(path.join(here, 'slip-thread.ts'), { execArgv: ['--expose-gc'] })
    const { megabytes } = await drawIn<SlipsDrawn>(fresh, SLIPS_BEFORE)
    const after = await drawIn<SlipsDrawn>(fresh, SLIPS_AFTER - SLIPS_BEFORE)
    fresh.kill()
    report(`memory after ${SLIPS_AFTER} slips`, 'MB', after.megabytes, {
      of: `after ${SLIPS_BEFORE} slips`,
      value: megabytes,
    })
  } finally {
    ours.kill()
    baseline.kill()
    same.kill()
  }
}

/** A batch through the program's queue, in one thread and in two. */
async function slipsInThreads(): Promise<void> {
  const one = createPapers({ workerFile, fontsFolder, threads: 1 })
  const two = createPapers({ workerFile, fontsFolder, threads: 2 })
  const batch = (papers: typeof one): Promise<unknown> =>
    Promise.all(
      Array.from({ length: BATCH }, () => {
        const number = nextNumber()
        return papers.render(aSlip({ pensionNumber: number }, { number }))
      }),
    )
  try {
    const times = await inTurns(
      { one: () => batch(one), two: () => batch(two) },
      { warmUp: 1, turns: 5, rounds: 1 },
    )
    const rate = (times: readonly number[]): number => (BATCH * 1000) / median(times)
    report('slips a second, two threads', 'per_s', rate(times.two), {
      of: 'one thread',
      value: rate(times.one),
    })
  } finally {
    await one.close()
    await two.close()
  }
}

async function sizes(): Promise<void> {
  const render = createPaperRenderer({ fontsFolder })
  const papers = { certificate: aCertificate(), 'pension slip': aSlip(), receipt: aReceipt() }
  for (const [name, statement] of Object.entries(papers)) {
    const pdf = await render(definitionOf(statement))
    console.log(JSON.stringify({ name: `${name}, size`, kB: round(pdf.length / 1000, 1) }))
  }
}

try {
  installPeers()
  await firstPaper()
  await warmPapers()
  await slipsOnOneThread()
  await slipsInThreads()
  await sizes()
} finally {
  rmSync(folder, { recursive: true })
}
