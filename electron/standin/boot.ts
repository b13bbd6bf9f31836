// Does what Electron's executable does before and after it loads the application's main script.
import { readFileSync, statSync } from 'node:fs'
import inspector from 'node:inspector'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { startApp } from './app.ts'
import { argument, host } from './host.ts'

interface Manifest {
  readonly name?: string
  readonly productName?: string
  readonly version?: string
  readonly main?: string
}

interface CommandLine {
  /** As the application sees it. */
  readonly argv: readonly string[]
  /** Scripts to load first; Playwright passes one of its own this way. */
  readonly preloads: readonly string[]
  /** A folder with a package.json, or a script. */
  readonly target: string
}

function read(words: readonly string[]): CommandLine {
  const argv: string[] = []
  const preloads: string[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word === '-r' || word === '--require') preloads.push(words[++i] ?? '')
    else argv.push(word)
  }
  const target = argv.find((word) => !word.startsWith('-'))
  if (target === undefined) throw new Error('[standin] name the application: a folder or a script')
  return { argv, preloads, target: path.resolve(target) }
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest

const { argv, preloads, target } = read(process.argv.slice(2))
host.argv = argv
process.argv = [process.argv[0] ?? '', ...argv]
const inspectorPort = argument('inspect')
// Says "Debugger listening on ws://…" on stderr: Playwright waits for it.
if (inspectorPort !== undefined) inspector.open(Number(inspectorPort || 9229))
Object.defineProperty(process.versions, 'electron', {
  value: manifestIn(path.join(import.meta.dirname, '../../node_modules/electron')).version,
  enumerable: true,
})
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: import.meta.dirname })

let main = target
if (statSync(target).isDirectory()) {
  const manifest = manifestIn(target)
  host.name = manifest.productName ?? manifest.name ?? host.name
  host.version = manifest.version ?? host.version
  host.appPath = target
  main = path.join(target, manifest.main ?? 'index.js')
} else host.appPath = path.dirname(target)

for (const preload of preloads) createRequire(target)(path.resolve(preload))

// Electron is not ready before the main script has run to its end, top-level awaits included.
const patience = setTimeout(() => {
  console.error('[standin] the main script still runs: it must not await app.whenReady() itself')
}, 10_000)
try {
  await import(pathToFileURL(main).href)
  clearTimeout(patience)
  if (!host.isExiting) await startApp()
} catch (error) {
  console.error('[standin] the application did not start:', error)
  process.exit(1)
}
