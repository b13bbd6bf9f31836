import { BrowserWindow, nativeTheme, screen } from 'electron'
import { appPage } from './protocol.ts'
import type { SettingsStore } from './settings-store.ts'
import { visiblePlace } from './window-place.ts'

export interface WindowParts {
  readonly preload: string
  readonly icon: string
  readonly settings: SettingsStore
  /** Called once when the window is gone, with the id of its contents. */
  readonly closed: (window: number) => void
}

const firstSize = { width: 1366, height: 768 }
const smallest = { minWidth: 800, minHeight: 560 }

/** Opens the program's window where it was last time, if that can still be seen. */
export function openWindow({ preload, icon, settings, closed }: WindowParts): BrowserWindow {
  const remembered = settings.windowPlace()
  const place =
    remembered &&
    visiblePlace(
      remembered,
      screen.getAllDisplays().map((display) => display.workArea),
    )
  const window = new BrowserWindow({
    ...(place ? { x: place.x, y: place.y, width: place.width, height: place.height } : firstSize),
    ...smallest,
    icon,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#020618' : '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  const contents = window.webContents
  const { id } = contents
  window.setMenuBarVisibility(false)
  if (place?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => remember(window, settings))
  window.once('closed', () => closed(id))
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) void window.loadURL(appPage)
  })
  void window.loadURL(appPage)
  return window
}

function remember(window: BrowserWindow, settings: SettingsStore): void {
  try {
    settings.rememberWindow({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  } catch {
    // A disk that is full or read-only must not keep the window open.
  }
}
