import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch } from 'node:fs'
import { writeFileSync } from 'node:fs'
import path from 'node:path'

/** What a second start tells the first. */
export interface Call {
  readonly argv: string[]
  readonly cwd: string
  readonly data: unknown
}

let held: string | undefined

/**
 * The first instance holds a lock file and watches a folder for the words of the others.
 *
 * @param folder  the application's `userData`
 * @returns false when another instance holds the lock; it has been told
 */
export function takeLock(folder: string, call: Call, onCall: (call: Call) => void): boolean {
  mkdirSync(folder, { recursive: true })
  const lock = path.join(folder, 'standin.lock')
  const inbox = path.join(folder, 'standin.inbox')
  if (!held && !claim(lock)) {
    const letter = path.join(inbox, String(process.pid))
    writeFileSync(letter, JSON.stringify(call))
    renameSync(letter, `${letter}.json`)
    return false
  }
  held = lock
  mkdirSync(inbox, { recursive: true })
  watch(inbox, () => {
    for (const name of readdirSync(inbox).filter((file) => file.endsWith('.json'))) {
      const letter = path.join(inbox, name)
      const text = readFileSync(letter, 'utf8')
      rmSync(letter)
      onCall(JSON.parse(text) as Call)
    }
  }).unref()
  return true
}

export function holdsLock(): boolean {
  return held !== undefined
}

export function releaseLock(): void {
  if (held) rmSync(held, { force: true })
  held = undefined
}

/** Linking makes the lock appear with its content, or not at all. */
function claim(lock: string): boolean {
  const draft = `${lock}.${process.pid}`
  writeFileSync(draft, String(process.pid))
  try {
    if (link(draft, lock)) return true
    if (isRunning(Number(readFileSync(lock, 'utf8')))) return false
    rmSync(lock, { force: true })
    return link(draft, lock)
  } finally {
    rmSync(draft, { force: true })
  }
}

function link(draft: string, lock: string): boolean {
  try {
    linkSync(draft, lock)
    return true
  } catch {
    return false
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
