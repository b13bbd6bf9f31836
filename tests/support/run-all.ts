/**
 * `npm test`: every check and every suite, one after the other, on a machine that has only Node and
 * npm. A suite that fails does not keep the others from running; the last line counts them all.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureSystemPackages } from '../../electron/standin/system-packages.ts'

const root = join(import.meta.dirname, '../..')
const reports = join(root, 'out/test-reports')

interface Tally {
  readonly passed: number
  readonly failed: number
}

/** Runs one npm script with its output shown; whether it succeeded. */
function succeeds(script: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  console.log(`\n▶ npm run ${[script, ...args].join(' ')}`)
  const command = ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])]
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const run = spawnSync(npm, command, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  })
  return run.status === 0
}

function check(script: string): Tally {
  return succeeds(script) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A suite that died before it wrote its report counts as one failure. */
function counted(succeeded: boolean, report: string, read: (json: string) => Tally): Tally {
  try {
    const tally = read(readFileSync(report, 'utf8'))
    return succeeded || tally.failed > 0 ? tally : { ...tally, failed: tally.failed + 1 }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function vitestSuite(project: string): Tally {
  const report = join(reports, `${project}.json`)
  const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return counted(succeeds(`test:${project}`, args), report, (json) => {
    const { numPassedTests, numFailedTests } = JSON.parse(json) as Record<string, number>
    return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 1 }
  })
}

function playwrightSuite(): Tally {
  const report = join(reports, 'e2e.json')
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  return counted(succeeds('test:e2e', ['--reporter=list,json'], env), report, (json) => {
    const { stats } = JSON.parse(json) as { stats: { expected: number; unexpected: number } }
    return { passed: stats.expected, failed: stats.unexpected }
  })
}

ensureSystemPackages([
  ...(['chromium', 'openssl', 'poppler-utils', 'qpdf', 'zbar-tools'] as const),
  ...(['cups', 'printer-driver-cups-pdf'] as const),
])
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const tallies = [
  ...['format:check', 'types', 'lint', 'lint:layers'].map(check),
  ...['unit', 'integration', 'papers'].map(vitestSuite),
  playwrightSuite(),
]
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
