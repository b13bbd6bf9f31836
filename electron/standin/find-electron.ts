import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The program that runs the application, and why it is this one. */
export interface FoundElectron {
  readonly path: string
  readonly kind: 'electron' | 'standin'
  readonly reason: string
}

const root = path.resolve(import.meta.dirname, '../..')
const electronPackage = path.join(root, 'node_modules/electron')
const standin = path.join(
  import.meta.dirname,
  process.platform === 'win32' ? 'electron.cmd' : 'electron.sh',
)

/** A download that does not even begin should not keep anyone waiting. */
const patience = 300_000

const usualNames: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/** The file that Electron's own installer names in `path.txt`, in its folder or the chosen one. */
function installed(): string | undefined {
  const note = path.join(electronPackage, 'path.txt')
  const name = existsSync(note)
    ? readFileSync(note, 'utf8').trim()
    : (usualNames[process.platform] ?? 'electron')
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(electronPackage, 'dist')
  const file = path.join(folder, name)
  return existsSync(file) ? file : undefined
}

/** Undefined when Electron's installer succeeded, else the first line of what went wrong. */
function download(): string | undefined {
  const script = path.join(electronPackage, 'install.js')
  if (!existsSync(script)) return 'the package electron is not installed'
  const { status, stderr, error } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    timeout: patience,
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  if (status === 0) return undefined
  const lines = stderr.split('\n').filter((line) => line.trim() !== '')
  const told = lines.find((line) => /error/i.test(line)) ?? lines[0]
  return (
    told?.trim().replace(/^\w*Error: /, 'its download failed: ') ??
    error?.message ??
    `its installer ended with ${String(status)}`
  )
}

/**
 * Finds what runs the application: the installed Electron, else the stand-in.
 *
 * `STANDIN=1` in the environment asks for the stand-in even where Electron is installed.
 *
 * @param options  with `download`, Electron's own download is tried once before the stand-in
 */
export function findElectron(options: { readonly download?: boolean } = {}): FoundElectron {
  if (process.env['STANDIN'] === '1') {
    return { path: standin, kind: 'standin', reason: 'STANDIN=1 asks for the stand-in' }
  }
  const present = installed()
  if (present) return { path: present, kind: 'electron', reason: 'Electron is installed' }
  const failure = options.download ? download() : 'it is not installed'
  const fetched = failure === undefined ? installed() : undefined
  if (fetched) return { path: fetched, kind: 'electron', reason: 'Electron has been downloaded' }
  const reason = `Electron cannot be used (${failure ?? 'its executable is missing'})`
  return { path: standin, kind: 'standin', reason }
}
