import type { App, CommandLine, RelaunchOptions } from 'electron'
import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { closeAllWindows } from './browser-window.ts'
import { launchChromium } from './chromium.ts'
import { StandinEvent } from './event.ts'
import { argument, executable, host } from './host.ts'
import { applyPermissions } from './session.ts'
import { holdsLock, releaseLock, takeLock } from './single-instance.ts'
import { strict } from './strict.ts'
import { watchTargets } from './targets.ts'

type Covered = Pick<
  App,
  | 'whenReady'
  | 'isReady'
  | 'getName'
  | 'setName'
  | 'name'
  | 'getVersion'
  | 'getAppPath'
  | 'isPackaged'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getLocaleCountryCode'
  | 'getPreferredSystemLanguages'
  | 'getPath'
  | 'setPath'
  | 'setAppLogsPath'
  | 'setAppUserModelId'
  | 'setAboutPanelOptions'
  | 'enableSandbox'
  | 'disableHardwareAcceleration'
  | 'focus'
  | 'commandLine'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'quit'
  | 'exit'
  | 'relaunch'
>

const chosenPaths = new Map<string, string>()
let successor: RelaunchOptions | undefined

class StandinApp extends EventEmitter implements Covered {
  readonly isPackaged = false
  readonly commandLine = strict('app.commandLine', {
    appendSwitch: (name: string, value?: string) => {
      host.switches.push(value === undefined ? `--${name}` : `--${name}=${value}`)
    },
    hasSwitch: (name: string) => argument(name) !== undefined,
    getSwitchValue: (name: string) => argument(name) ?? '',
  } satisfies Partial<CommandLine>) as unknown as CommandLine

  get name(): string {
    return host.name
  }

  set name(name: string) {
    host.name = name
  }

  getName(): string {
    return host.name
  }

  setName(name: string): void {
    host.name = name
  }

  getVersion(): string {
    return host.version
  }

  getAppPath(): string {
    return host.appPath
  }

  async whenReady(): Promise<void> {
    await host.ready.promise
  }

  isReady(): boolean {
    return host.isReady
  }

  getLocale(): string {
    return argument('lang') ?? 'en-US'
  }

  getSystemLocale(): string {
    return this.getLocale()
  }

  getLocaleCountryCode(): string {
    return this.getLocale().split('-')[1] ?? ''
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()]
  }

  getPath(name: string): string {
    const folder = chosenPaths.get(name) ?? usualPath(name)
    if (folder === undefined) throw new Error(`Failed to get '${name}' path`)
    return folder
  }

  setPath(name: string, folder: string): void {
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute')
    mkdirSync(folder, { recursive: true })
    chosenPaths.set(name, folder)
  }

  setAppLogsPath(folder?: string): void {
    this.setPath('logs', folder ?? this.getPath('logs'))
  }

  // The browser's renderers are always sandboxed and drawn without a graphics card; the desktop
  // knows nothing of this program.
  enableSandbox(): void {}
  disableHardwareAcceleration(): void {}
  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
  focus(): void {}

  requestSingleInstanceLock(data: Record<PropertyKey, unknown> = {}): boolean {
    const call = { argv: process.argv, cwd: process.cwd(), data }
    return takeLock(this.getPath('userData'), call, (other) => {
      void host.ready.promise.then(() =>
        this.emit('second-instance', new StandinEvent(), other.argv, other.cwd, other.data),
      )
    })
  }

  hasSingleInstanceLock(): boolean {
    return holdsLock()
  }

  releaseSingleInstanceLock(): void {
    releaseLock()
  }

  quit(): void {
    if (host.isQuitting || host.isExiting) return
    const before = new StandinEvent()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    host.isQuitting = true
    void this._closeAndExit().finally(() => (host.isQuitting = false))
  }

  async _closeAndExit(): Promise<void> {
    if (!(await closeAllWindows())) return
    const will = new StandinEvent()
    this.emit('will-quit', will)
    if (!will.defaultPrevented) this.exit(0)
  }

  exit(code = 0): void {
    if (host.isExiting) return
    host.isExiting = true
    this.emit('quit', new StandinEvent(), code)
    releaseLock()
    const end = (): never => {
      if (successor) start(successor)
      process.exit(code)
    }
    const browser = host.browser
    if (!browser || browser.process.exitCode !== null) return end()
    browser.process.once('exit', end)
    browser.cdp.root.send('Browser.close').catch(() => undefined)
    setTimeout(() => browser.process.kill('SIGKILL'), 3000)
  }

  relaunch(options: RelaunchOptions = {}): void {
    successor = options
  }
}

function start(options: RelaunchOptions): void {
  const args = options.args ?? host.argv
  const shell = process.platform === 'win32'
  spawn(options.execPath ?? executable, args, { detached: true, stdio: 'ignore', shell }).unref()
}

function usualPath(name: string): string | undefined {
  const home = os.homedir()
  const config = process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config')
  const data =
    process.platform === 'win32'
      ? (process.env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'))
      : process.platform === 'darwin'
        ? path.join(home, 'Library', 'Application Support')
        : config
  const inCommand = argument('user-data-dir')
  const userData = (): string =>
    chosenPaths.get('userData') ??
    (inCommand ? path.resolve(inCommand) : path.join(data, host.name))
  switch (name) {
    case 'home':
      return home
    case 'appData':
      return data
    case 'userData':
    case 'sessionData':
      return userData()
    case 'logs':
      return path.join(userData(), 'logs')
    case 'crashDumps':
      return path.join(userData(), 'Crashpad')
    case 'temp':
      return os.tmpdir()
    case 'exe':
    case 'module':
      return executable
    case 'assets':
      return host.appPath
    case 'desktop':
    case 'documents':
    case 'downloads':
    case 'music':
    case 'pictures':
    case 'videos':
      return path.join(home, `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`)
    default:
      return undefined
  }
}

const standinApp = new StandinApp()

export const app = strict('app', standinApp)

host.events.on('window-created', (window) =>
  app.emit('browser-window-created', new StandinEvent(), window),
)
host.events.on('contents-created', (contents) =>
  app.emit('web-contents-created', new StandinEvent(), contents),
)
host.events.on('all-closed', () => {
  if (host.isQuitting || host.isExiting) return
  if (!app.emit('window-all-closed')) app.quit()
})

/** Starts the browser once the application's main script has run, and makes the app ready. */
export async function startApp(): Promise<void> {
  const sandbox = argument('no-sandbox') === undefined ? [] : ['--no-sandbox']
  host.browser = await launchChromium({
    profile: path.join(app.getPath('sessionData'), 'standin-profile'),
    visible: host.visible,
    switches: [...host.switches, ...sandbox],
    debuggingPort: argument('remote-debugging-port'),
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => app.quit())
  host.browser.process.once('exit', () => {
    if (!host.isExiting) app.exit(0)
  })
  await watchTargets()
  await applyPermissions()
  host.isReady = true
  app.emit('will-finish-launching')
  host.ready.resolve()
  app.emit('ready', new StandinEvent(), {})
}
