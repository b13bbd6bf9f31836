import { open, readFile, rm, stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE = 10_000
const STALE = 5000

/** Whether the program that wrote its number into a lock still runs. */
export function isRunning(written: string): boolean {
  const pid = Number(written.trim())
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    // EPERM: it runs, for somebody else.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}

/** 'stale' was left by a program that died. A lock without a number is being written just now. */
async function stateOf(file: string): Promise<'held' | 'stale' | 'gone'> {
  try {
    const written = await readFile(file, 'utf8')
    if (written !== '') return isRunning(written) ? 'held' : 'stale'
    return Date.now() - (await stat(file)).mtimeMs < STALE ? 'held' : 'stale'
  } catch {
    return 'gone'
  }
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(String(process.pid))
    await handle.close()
    return true
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false
    throw cause
  }
}

/**
 * Runs work while no other window or program of the same office does. A lock left by a program that
 * died is taken over; after `patience` milliseconds of waiting it gives up (Error).
 */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  patience: number = PATIENCE,
): Promise<T> {
  const until = Date.now() + patience
  while (!(await take(file))) {
    const state = await stateOf(file)
    if (state === 'stale') await rm(file, { force: true })
    if (state !== 'held') continue
    if (Date.now() > until) throw new Error('another program is at work in this office folder')
    await pause(20)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}
