// The parts of Electron that speak with the desktop: small, constant or private to the process.
import type {
  Clipboard,
  Display,
  NativeTheme,
  Notification,
  NotificationConstructorOptions,
  PowerMonitor,
  PowerSaveBlocker,
  Screen,
  Shell,
} from 'electron'
import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { host } from './host.ts'
import { pages } from './page.ts'
import { strict } from './strict.ts'

/** Opens a file or an address with the desktop's program for it, in a visible run only. */
function openOutside(target: string): void {
  if (!host.visible || process.platform !== 'linux') return
  const child = spawn('xdg-open', [target], { detached: true, stdio: 'ignore' })
  child.on('error', () => console.error(`[standin] install xdg-utils to open ${target}`))
  child.unref()
}

export const shell = strict('shell', {
  openPath: (file: string) => {
    if (!existsSync(file)) return Promise.resolve('Failed to open path')
    openOutside(file)
    return Promise.resolve('')
  },
  openExternal: (url: string) => {
    openOutside(url)
    return Promise.resolve()
  },
  showItemInFolder: () => undefined,
  beep: () => undefined,
  trashItem: async (file: string) => await rm(file, { recursive: true }),
} satisfies Partial<Shell>)

/** Says nothing by itself; tests emit `lock-screen`, `suspend` and the like. */
class StandinPowerMonitor
  extends EventEmitter
  implements
    Pick<
      PowerMonitor,
      | 'onBatteryPower'
      | 'getSystemIdleTime'
      | 'getSystemIdleState'
      | 'getCurrentThermalState'
      | 'isOnBatteryPower'
    >
{
  readonly onBatteryPower = false

  getSystemIdleTime(): number {
    return 0
  }

  getSystemIdleState(): 'active' {
    return 'active'
  }

  getCurrentThermalState(): 'unknown' {
    return 'unknown'
  }

  isOnBatteryPower(): boolean {
    return false
  }
}

export const powerMonitor = strict('powerMonitor', new StandinPowerMonitor())

const blockers = new Set<number>()
let lastBlocker = 0

export const powerSaveBlocker = strict('powerSaveBlocker', {
  start: () => {
    blockers.add(++lastBlocker)
    return lastBlocker
  },
  stop: (id: number) => blockers.delete(id),
  isStarted: (id: number) => blockers.has(id),
} satisfies PowerSaveBlocker)

class StandinNativeTheme
  extends EventEmitter
  implements
    Pick<
      NativeTheme,
      | 'themeSource'
      | 'shouldUseDarkColors'
      | 'shouldUseHighContrastColors'
      | 'shouldUseInvertedColorScheme'
      | 'inForcedColorsMode'
      | 'prefersReducedTransparency'
    >
{
  readonly shouldUseHighContrastColors = false
  readonly shouldUseInvertedColorScheme = false
  readonly inForcedColorsMode = false
  readonly prefersReducedTransparency = false

  get themeSource(): 'system' | 'light' | 'dark' {
    return host.theme
  }

  set themeSource(source: 'system' | 'light' | 'dark') {
    host.theme = source
    for (const page of pages) void page.ready.promise.then(() => page.applyTheme())
    this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return host.theme === 'dark'
  }
}

export const nativeTheme = strict('nativeTheme', new StandinNativeTheme())

let copied = ''

export const clipboard = strict('clipboard', {
  writeText: (text: string) => {
    copied = text
  },
  readText: () => copied,
  clear: () => {
    copied = ''
  },
} satisfies Partial<Record<keyof Clipboard, unknown>>)

/** Shown to nobody, but its events come. */
export class StandinNotification
  extends EventEmitter
  implements Pick<Notification, 'title' | 'body' | 'show' | 'close'>
{
  title: string
  body: string

  constructor(options: NotificationConstructorOptions = {}) {
    super()
    this.title = options.title ?? ''
    this.body = options.body ?? ''
    return strict('Notification', this)
  }

  show(): void {
    this.emit('show')
  }

  close(): void {
    this.emit('close')
  }

  static isSupported(): boolean {
    return true
  }
}

const display = {
  id: 1,
  label: 'standin',
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  workAreaSize: { width: 1920, height: 1040 },
  size: { width: 1920, height: 1080 },
  scaleFactor: 1,
  rotation: 0,
} satisfies Partial<Display> as unknown as Display

class StandinScreen
  extends EventEmitter
  implements
    Pick<
      Screen,
      | 'getPrimaryDisplay'
      | 'getAllDisplays'
      | 'getDisplayMatching'
      | 'getDisplayNearestPoint'
      | 'getCursorScreenPoint'
    >
{
  getPrimaryDisplay(): Display {
    return display
  }

  getAllDisplays(): Display[] {
    return [display]
  }

  getDisplayMatching(): Display {
    return display
  }

  getDisplayNearestPoint(): Display {
    return display
  }

  getCursorScreenPoint(): { x: number; y: number } {
    return { x: 0, y: 0 }
  }
}

export const screen = strict('screen', new StandinScreen())
