import { EventEmitter } from 'node:events'
import path from 'node:path'
import type { Browser } from './chromium.ts'
import { deferred } from './deferred.ts'

interface HostEvents {
  /** The last window is closed. */
  'all-closed': []
  'window-created': [window: object]
  'contents-created': [contents: object]
}

interface Host {
  name: string
  version: string
  /** Folder of the application's package.json. */
  appPath: string
  /** Command line after the executable, as the application sees it. */
  argv: readonly string[]
  /** Real windows on the screen; otherwise the browser has no display. */
  readonly visible: boolean
  /** Switches that the application adds before the browser starts. */
  readonly switches: string[]
  browser: Browser | undefined
  isReady: boolean
  isExiting: boolean
  isQuitting: boolean
  theme: 'system' | 'light' | 'dark'
  /** The application's menu: nothing draws it, but it takes room. */
  menu: object | null
  readonly ready: ReturnType<typeof deferred<void>>
  readonly events: EventEmitter<HostEvents>
}

/** The one running application. */
export const host: Host = {
  name: 'Electron',
  version: '0.0.0',
  appPath: process.cwd(),
  argv: [],
  visible: Boolean(process.env['STANDIN_VISIBLE']),
  switches: [],
  browser: undefined,
  isReady: false,
  isExiting: false,
  isQuitting: false,
  theme: 'system',
  menu: null,
  ready: deferred(),
  events: new EventEmitter(),
}

/** The file that stands where Electron's executable would. */
export const executable = path.join(
  import.meta.dirname,
  process.platform === 'win32' ? 'electron.cmd' : 'electron.sh',
)

/** The running browser; throws before the application is ready. */
export function runningBrowser(): Browser {
  if (!host.browser) throw new Error('[standin] the application is not ready')
  return host.browser
}

/** Value of `--name=value` on the command line, an empty text for a bare `--name`, else undefined. */
export function argument(name: string): string | undefined {
  const found = host.argv.find((word) => word === `--${name}` || word.startsWith(`--${name}=`))
  return found?.slice(name.length + 3)
}
