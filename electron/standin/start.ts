// `npm start`: builds the application if needed and opens it, or shows a tour where there is no display.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { findElectron, type FoundElectron } from './find-electron.ts'
import { ensureSystemPackages } from './system-packages.ts'
import { runTour } from './tour.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** What the built application is made of. */
const sources = ['electron', 'renderer', 'package.json', 'electron.vite.config.ts']

/** What building makes last, of each part. */
const products = [
  'out/main/main.js',
  'out/main/backend.js',
  'out/preload/preload.cjs',
  'out/renderer',
]

/** Milliseconds since 1970 of the newest file in a folder; 0 when there is none. */
function newest(name: string): number {
  const file = path.join(root, name)
  if (!existsSync(file)) return 0
  const status = statSync(file)
  if (!status.isDirectory()) return status.mtimeMs
  return Math.max(0, ...readdirSync(file).map((entry) => newest(path.join(name, entry))))
}

function isBuilt(): boolean {
  return Math.min(...products.map(newest)) >= Math.max(...sources.map(newest))
}

function build(): void {
  console.log('Building the application …')
  const tool = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status } = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The application could not be built: see above.')
}

function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
}

/** Runs the application in a visible window until it is closed. */
async function openWindow(found: FoundElectron, words: readonly string[]): Promise<number> {
  const isRoot = process.getuid?.() === 0
  const child = spawn(found.path, [root, ...(isRoot ? ['--no-sandbox'] : []), ...words], {
    stdio: 'inherit',
    env: { ...process.env, STANDIN_VISIBLE: '1' },
    shell: process.platform === 'win32' && found.kind === 'standin',
  })
  return await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

async function start(words: readonly string[]): Promise<number> {
  if (!isBuilt()) build()
  const found = findElectron({ download: true })
  const isTour = words.includes('--tour') || !hasDisplay()
  if (found.kind === 'standin') {
    console.log(`${found.reason}.\nBajeh opens in a Chromium window instead: the same program.`)
    const isVisibleLinux = !isTour && process.platform === 'linux'
    ensureSystemPackages(['chromium', ...(isVisibleLinux ? (['zenity'] as const) : [])])
  }
  if (!isTour) return await openWindow(found, words)
  if (!words.includes('--tour')) console.log('There is no display: a tour without one follows.')
  const pictures = words.includes('--pictures')
  for (const file of await runTour(found, { pictures })) console.log(file)
  return 0
}

try {
  process.exitCode = await start(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  if (error instanceof Error && error.cause instanceof Error) console.error(error.cause.message)
  process.exitCode = 1
}
