import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { findChromium } from './chromium.ts'

/** What of each Debian package tells that it is there: a program, on the PATH or at a place of its own. */
const programs = {
  chromium: 'chromium',
  openssl: 'openssl',
  'poppler-utils': 'pdftotext',
  qpdf: 'qpdf',
  'zbar-tools': 'zbarimg',
  zenity: 'zenity',
  cups: 'cupsd',
  'printer-driver-cups-pdf': '/usr/lib/cups/backend/cups-pdf',
} as const

export type SystemPackage = keyof typeof programs

function isOnPath(program: string): boolean {
  if (path.isAbsolute(program)) return isExecutable(program)
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : ['']
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .some((folder) => endings.some((ending) => isExecutable(path.join(folder, program + ending))))
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function isPresent(name: SystemPackage): boolean {
  return name === 'chromium' ? findChromium() !== undefined : isOnPath(programs[name])
}

/**
 * Installs what the machine lacks, where this process may: on Debian, as root.
 *
 * Elsewhere it throws an error that names what is missing and how to install it.
 */
export function ensureSystemPackages(names: readonly SystemPackage[]): void {
  const lacking = names.filter((name) => !isPresent(name))
  if (lacking.length === 0) return
  const isDebian = existsSync('/etc/debian_version')
  if (!isDebian || process.getuid?.() !== 0) throw new Error(advice(lacking, isDebian))
  console.log(`Installing ${lacking.join(', ')} …`)
  if (!install(lacking)) {
    apt(['update'])
    if (!install(lacking)) throw new Error(advice(lacking, isDebian))
  }
}

function install(names: readonly SystemPackage[]): boolean {
  return apt(['install', '-y', '--no-install-recommends', ...names])
}

function apt(words: readonly string[]): boolean {
  // Another installation may be under way: its lock is waited for.
  const { status } = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=900', '-q', ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}

function advice(names: readonly SystemPackage[], isDebian: boolean): string {
  const list = names.join(' ')
  if (isDebian) return `Missing: ${list}. Run: sudo apt-get install ${list}`
  const tools = names.map((name) => `${name} (${programs[name]})`).join(', ')
  return `Missing on the PATH: ${tools}. Install them with the system's package manager.`
}
