import { Menu, type App, type MenuItemConstructorOptions } from 'electron'

/**
 * No menu is shown: every key of the counter belongs to the screen (F2, Alt+1…). Only zoom keeps
 * its keys, and on a Mac the keys for editing and quitting, which live in the menu there.
 */
export function setKeys(app: App): void {
  const zoom: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
      { role: 'zoomOut' },
    ],
  }
  const tools: MenuItemConstructorOptions = {
    label: 'Develop',
    submenu: [{ role: 'toggleDevTools' }],
  }
  const mac: readonly MenuItemConstructorOptions[] = [{ role: 'appMenu' }, { role: 'editMenu' }]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? mac : []),
      zoom,
      ...(app.isPackaged ? [] : [tools]),
    ]),
  )
}
