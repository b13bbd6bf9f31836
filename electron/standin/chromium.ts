import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { CdpConnection } from './cdp.ts'

/** A running Chromium and the pipe to it. */
export interface Browser {
  readonly cdp: CdpConnection
  readonly process: ChildProcess
  readonly executable: string
  readonly flags: readonly string[]
  /** For example `156.0.8078.79`. */
  readonly version: string
}

export interface BrowserOptions {
  /** Folder of the browser's own files; made when missing. */
  readonly profile: string
  readonly visible: boolean
  /** Command-line switches of the application, passed on as they are. */
  readonly switches: readonly string[]
  /** Opens a port as well and prints its address on stderr, exactly as Electron does. */
  readonly debuggingPort: string | undefined
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'msedge']

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((variable) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
      (file) => path.join(process.env[variable] ?? '', file),
    ),
  ),
}

/** `STANDIN_CHROMIUM`, else the first Chromium, Chrome or Edge of the machine, else undefined. */
export function findChromium(): string | undefined {
  const chosen = process.env['STANDIN_CHROMIUM']
  if (chosen) return chosen
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const candidates = folders.flatMap((folder) => names.map((name) => path.join(folder, name)))
  return [...candidates, ...(usualPlaces[process.platform] ?? [])].find((file) => existsSync(file))
}

const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-back-forward-cache',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-features=Translate,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,MediaRouter',
  '--disable-popup-blocking',
  '--disable-sync',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
]

/** What a browser offers by itself and Electron does not: to translate, to keep passwords. */
const preferences = {
  translate: { enabled: false },
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
  autofill: { profile_enabled: false, credit_card_enabled: false },
}

/** A new profile begins with these; the browser keeps them from then on. */
function prepareProfile(profile: string): void {
  const folder = path.join(profile, 'Default')
  const file = path.join(folder, 'Preferences')
  if (existsSync(file)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify(preferences))
}

/** Starts the browser. Refuses when none is installed or it ends before it answers. */
export async function launchChromium(options: BrowserOptions): Promise<Browser> {
  const executable = findChromium()
  if (!executable) {
    throw new Error('[standin] no Chromium on the PATH; install it or set STANDIN_CHROMIUM')
  }
  prepareProfile(options.profile)
  const isRoot = process.getuid?.() === 0
  const flags = [
    `--user-data-dir=${options.profile}`,
    ...quiet,
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
    ...options.switches,
  ]
  const mode = options.visible
    ? ['--app=data:text/html,']
    : ['--headless=new', '--no-startup-window', '--force-color-profile=srgb']
  const debugging = [
    '--remote-debugging-pipe',
    ...(options.debuggingPort === undefined
      ? []
      : [`--remote-debugging-port=${options.debuggingPort}`]),
  ]
  // A browser of a run that was killed holds the profile for a moment longer.
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(executable, flags, [...debugging, ...mode], options)
    } catch (cause) {
      if (attempt === 8) throw cause
      await new Promise((resolve) => setTimeout(resolve, 400))
    }
  }
}

async function start(
  executable: string,
  flags: readonly string[],
  mode: readonly string[],
  options: BrowserOptions,
): Promise<Browser> {
  const child = spawn(executable, [...flags, ...mode], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  })
  let said = ''
  let listening = (_address: string): void => undefined
  const address = new Promise<string>((resolve) => {
    listening = resolve
  })
  child.stderr?.on('data', (piece: Buffer) => {
    said = (said + piece.toString()).slice(-20_000)
    const match = /^DevTools listening on (ws:\/\/\S+)/m.exec(said)
    if (match?.[1]) listening(match[1])
  })
  const exited = new Promise<never>((_resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      reject(new Error(`[standin] Chromium exited ${String(code)}: ${said.slice(-2000)}`))
    })
  })
  exited.catch(() => undefined)
  const [, , , input, output] = child.stdio
  const cdp = new CdpConnection(input as Writable, output as Readable)
  const answer = cdp.root.send('Browser.getVersion').catch(() => exited)
  const { product } = await Promise.race([answer, exited])
  // Playwright waits for this line.
  if (options.debuggingPort !== undefined) {
    process.stderr.write(`DevTools listening on ${await Promise.race([address, exited])}\n`)
  }
  return { cdp, process: child, executable, flags, version: product.split('/')[1] ?? '' }
}
