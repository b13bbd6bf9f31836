import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { findElectron } from '../../electron/standin/find-electron.ts'

export const root = path.resolve(import.meta.dirname, '../..')

/** What runs the application in this run. */
export const found = findElectron()

export interface LaunchOptions {
  /** The folder of the office and the settings; a fresh one when left out. */
  readonly userDataDir?: string
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>
  /** Words after the application's own. */
  readonly args?: readonly string[]
  /** Folder with a package.json; the product itself when left out. */
  readonly application?: string
}

export interface Launched {
  readonly app: ElectronApplication
  /** The first window, once it shows the application's own page. */
  readonly page: Page
  readonly userDataDir: string
}

/** Starts the built application with a profile of its own; the caller closes it. */
export async function launchApp(options: LaunchOptions = {}): Promise<Launched> {
  const userDataDir = options.userDataDir ?? (await mkdtemp(path.join(os.tmpdir(), 'bajeh-')))
  const app = await _electron.launch({
    executablePath: found.path,
    args: [options.application ?? root, `--user-data-dir=${userDataDir}`, ...(options.args ?? [])],
    env: { ...inherited(), ...options.env },
    colorScheme: null,
  })
  const page = await app.firstWindow()
  // The window is blank until the application loads its page.
  await page.waitForURL((url) => !['about:', 'data:'].includes(url.protocol))
  await page.waitForLoadState('load')
  return { app, page, userDataDir }
}

function inherited(): Record<string, string> {
  const entries = Object.entries(process.env)
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
