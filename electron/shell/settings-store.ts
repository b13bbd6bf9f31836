import Store from 'electron-store'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import {
  defaultDeskSettings,
  DeskSettings,
  type DeskSettingsChange,
} from '#core/kernel/settings.ts'
import { WindowPlace } from './window-place.ts'

/** The file as it is kept: what a clerk sets, and what the shell remembers on its own. */
const Stored = z.object({
  desk: DeskSettings.partial().default({}),
  window: WindowPlace.nullable().default(null),
  officeFolder: z.string().min(1).max(1000).nullable().default(null),
})
type Stored = z.infer<typeof Stored>

/** What this desk remembers between days, in `settings.json` of the user's data folder. */
export interface SettingsStore {
  read(): DeskSettings
  change(change: DeskSettingsChange): DeskSettings
  /** The office's data folder, if an administrator chose one. */
  officeFolder(): string | undefined
  windowPlace(): WindowPlace | undefined
  rememberWindow(place: WindowPlace): void
}

/**
 * Opens the settings of a folder. A file that cannot be read or breaks the schema is renamed to
 * `settings-damaged-<n>.json` and the defaults are used: settings must never keep a clerk from work.
 */
export function openSettings(folder: string, log: (line: string) => void): SettingsStore {
  setDamagedAside(path.join(folder, 'settings.json'), log)
  const store = new Store<Record<string, unknown>>({ name: 'settings', cwd: folder })
  const stored = (): Stored => {
    const checked = Stored.safeParse(store.store)
    return checked.success ? checked.data : Stored.parse({})
  }
  return {
    read: () => complete(stored().desk),
    change(change) {
      const desk = changed(complete(stored().desk), change)
      store.set('desk', desk)
      return desk
    },
    officeFolder: () => stored().officeFolder ?? undefined,
    windowPlace: () => stored().window ?? undefined,
    rememberWindow: (place) => store.set('window', place),
  }
}

function complete(known: Partial<Record<keyof DeskSettings, unknown>>): DeskSettings {
  return DeskSettings.parse({ ...defaultDeskSettings, ...known })
}

function changed(
  known: DeskSettings,
  { papers = {}, ...change }: DeskSettingsChange,
): DeskSettings {
  const kinds = Object.entries({ ...known.papers, ...papers }).filter(([, set]) => set !== null)
  return complete({ ...known, ...given(change), papers: Object.fromEntries(kinds) })
}

function given(change: DeskSettingsChange): Record<string, unknown> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

function setDamagedAside(file: string, log: (line: string) => void): void {
  if (!existsSync(file) || isSound(file)) return
  const { dir, name, ext } = path.parse(file)
  let turn = 1
  let aside = path.join(dir, `${name}-damaged-${turn}${ext}`)
  while (existsSync(aside)) aside = path.join(dir, `${name}-damaged-${++turn}${ext}`)
  renameSync(file, aside)
  log(`settings were damaged and set aside as ${path.basename(aside)}`)
}

function isSound(file: string): boolean {
  try {
    return Stored.safeParse(JSON.parse(readFileSync(file, 'utf8'))).success
  } catch {
    return false
  }
}
