/**
 * `npm run check`: format, types, lint and layers two at a time, since none of them uses more than one core, then the
 * unit tests, which use all. What a step prints is shown whole when it ends; one that fails does not stop the others.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Each lane runs its steps one after the other, beside the other lane. */
const LANES = [
  ['types', 'lint:layers'],
  ['lint', 'format:check'],
] as const
const LAST = 'test:unit'

/** Runs one npm script; its exit code. */
async function run(script: string): Promise<number> {
  const began = performance.now()
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const child = spawn(npm, ['run', '--silent', script], {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk))
  const code = await new Promise<number>((resolve) => {
    child.on('close', (exit) => {
      resolve(exit ?? 1)
    })
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} npm run ${script} (${seconds} s)`)
  process.stdout.write(Buffer.concat(printed))
  return code
}

async function runLane(scripts: readonly string[]): Promise<readonly number[]> {
  const codes: number[] = []
  for (const script of scripts) codes.push(await run(script))
  return codes
}

const codes = [...(await Promise.all(LANES.map(runLane))).flat(), await run(LAST)]
process.exitCode = codes.every((code) => code === 0) ? 0 : 1
