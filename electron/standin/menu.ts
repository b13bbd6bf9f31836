import type { BaseWindow, MenuItem, MenuItemConstructorOptions, PopupOptions } from 'electron'
import { EventEmitter } from 'node:events'
import { host } from './host.ts'
import { strict } from './strict.ts'

type Click = (item: object, window: BaseWindow | undefined, event: object) => void

/** An entry of a menu. Nothing draws it: tests and code click it. */
export class StandinMenuItem implements Partial<
  Pick<MenuItem, 'id' | 'label' | 'type' | 'enabled' | 'visible' | 'checked' | 'click'>
> {
  readonly id: string = ''
  readonly label: string
  readonly type: MenuItem['type']
  readonly role: MenuItemConstructorOptions['role']
  readonly accelerator: MenuItemConstructorOptions['accelerator']
  readonly submenu: StandinMenu | undefined
  readonly click: (event?: object, window?: BaseWindow) => void
  enabled: boolean
  visible: boolean
  checked: boolean

  constructor(options: MenuItemConstructorOptions) {
    const { submenu } = options
    if (options.id !== undefined) this.id = options.id
    this.label = options.label ?? options.role ?? ''
    this.type = options.type ?? (submenu ? 'submenu' : 'normal')
    this.role = options.role
    this.accelerator = options.accelerator
    this.submenu = Array.isArray(submenu) ? StandinMenu.buildFromTemplate(submenu) : undefined
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    const action = options.click as Click | undefined
    this.click = (event = {}, window) => action?.(this, window, event)
    return strict('MenuItem', this)
  }
}

/** A list of entries; the application's own is only remembered. */
export class StandinMenu extends EventEmitter {
  readonly items: StandinMenuItem[] = []

  constructor() {
    super()
    return strict('Menu', this)
  }

  append(item: StandinMenuItem): void {
    this.items.push(item)
  }

  insert(position: number, item: StandinMenuItem): void {
    this.items.splice(position, 0, item)
  }

  getMenuItemById(id: string): StandinMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  popup(options?: PopupOptions): void {
    options?.callback?.()
  }

  closePopup(): void {}

  static buildFromTemplate(
    template: readonly (MenuItemConstructorOptions | StandinMenuItem)[],
  ): StandinMenu {
    const menu = new StandinMenu()
    for (const entry of template) {
      menu.append(entry instanceof StandinMenuItem ? entry : new StandinMenuItem(entry))
    }
    return menu
  }

  static setApplicationMenu(menu: StandinMenu | null): void {
    host.menu = menu
  }

  static getApplicationMenu(): object | null {
    return host.menu
  }
}
