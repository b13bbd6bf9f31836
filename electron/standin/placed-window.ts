import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { EventEmitter } from 'node:events'
import { StandinEvent } from './event.ts'
import { host, runningBrowser } from './host.ts'
import type { Page } from './page.ts'

/** Height of the menu bar that Electron puts over the page, on Linux. */
const menuBarHeight = 25

const wholeScreen: Rectangle = { x: 0, y: 0, width: 1920, height: 1040 }

type Covered = Pick<
  BrowserWindow,
  | 'setBounds'
  | 'getBounds'
  | 'getNormalBounds'
  | 'getContentBounds'
  | 'setSize'
  | 'getSize'
  | 'setContentSize'
  | 'getContentSize'
  | 'setPosition'
  | 'getPosition'
  | 'setMinimumSize'
  | 'getMinimumSize'
  | 'center'
  | 'maximize'
  | 'unmaximize'
  | 'isMaximized'
  | 'minimize'
  | 'restore'
  | 'isMinimized'
  | 'setFullScreen'
  | 'isFullScreen'
  | 'setMenu'
  | 'removeMenu'
  | 'setMenuBarVisibility'
  | 'isMenuBarVisible'
  | 'setAutoHideMenuBar'
>

/** A window's place on the screen: what it says, and where the browser's window really is. */
export abstract class PlacedWindow extends EventEmitter implements Covered {
  protected isShown: boolean
  /** The browser's first window is there before it is shown; it should not flicker. */
  protected hasToHide: boolean
  private bounds: Rectangle
  private normal: Rectangle
  private minimum: readonly [number, number]
  private state: 'normal' | 'minimized' | 'maximized' | 'fullscreen' = 'normal'
  private hasMenu: boolean

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
    this.normal = this.bounds
    this.minimum = [options.minWidth ?? 0, options.minHeight ?? 0]
    this.hasMenu = !options.autoHideMenuBar && options.frame !== false
    this.isShown = options.show !== false
    this.hasToHide = this.isShown
  }

  /** The tab that the window shows. */
  protected abstract get page(): Page

  /** Called when the size of the content has changed. */
  protected abstract fit(): void

  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.bounds
    const [minWidth, minHeight] = this.minimum
    const wanted = { ...before, ...bounds }
    this.bounds = {
      ...wanted,
      width: Math.max(wanted.width, minWidth),
      height: Math.max(wanted.height, minHeight),
    }
    if (this.state === 'normal') this.normal = this.bounds
    void this.place()
    this.tellChanges(before)
  }

  getBounds(): Rectangle {
    return { ...this.bounds }
  }

  getNormalBounds(): Rectangle {
    return { ...this.normal }
  }

  getContentBounds(): Rectangle {
    return { ...this.bounds, height: this.bounds.height - this.menuHeight() }
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  getSize(): [number, number] {
    return [this.bounds.width, this.bounds.height]
  }

  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height: height + this.menuHeight() })
  }

  getContentSize(): [number, number] {
    const { width, height } = this.getContentBounds()
    return [width, height]
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }

  getPosition(): [number, number] {
    return [this.bounds.x, this.bounds.y]
  }

  setMinimumSize(width: number, height: number): void {
    this.minimum = [width, height]
    this.setBounds({})
  }

  getMinimumSize(): [number, number] {
    return [...this.minimum]
  }

  center(): void {
    const { width, height } = this.bounds
    const x = Math.max(0, Math.round((wholeScreen.width - width) / 2))
    this.setPosition(x, Math.max(0, Math.round((wholeScreen.height - height) / 2)))
  }

  maximize(): void {
    this.enter('maximized', wholeScreen)
    this.emit('maximize', new StandinEvent())
  }

  unmaximize(): void {
    if (!this.isMaximized()) return
    this.enter('normal', this.normal)
    this.emit('unmaximize', new StandinEvent())
  }

  isMaximized(): boolean {
    return this.state === 'maximized'
  }

  minimize(): void {
    this.enter('minimized', this.bounds)
    this.emit('minimize', new StandinEvent())
  }

  restore(): void {
    this.enter('normal', this.normal)
    this.emit('restore', new StandinEvent())
  }

  isMinimized(): boolean {
    return this.state === 'minimized'
  }

  setFullScreen(isFull: boolean): void {
    this.enter(isFull ? 'fullscreen' : 'normal', isFull ? wholeScreen : this.normal)
    this.emit(isFull ? 'enter-full-screen' : 'leave-full-screen', new StandinEvent())
  }

  isFullScreen(): boolean {
    return this.state === 'fullscreen'
  }

  setMenu(menu: Electron.Menu | null): void {
    this.setMenuBarVisibility(menu !== null)
  }

  removeMenu(): void {
    this.setMenuBarVisibility(false)
  }

  setMenuBarVisibility(isVisible: boolean): void {
    this.hasMenu = isVisible
    void this.place()
  }

  isMenuBarVisible(): boolean {
    return this.hasMenu
  }

  setAutoHideMenuBar(hide: boolean): void {
    this.setMenuBarVisibility(!hide)
  }

  private menuHeight(): number {
    return this.hasMenu && host.menu !== null ? menuBarHeight : 0
  }

  private enter(state: typeof this.state, bounds: Rectangle): void {
    const before = this.bounds
    this.state = state
    this.bounds = bounds
    void this.place()
    this.tellChanges(before)
  }

  private tellChanges(before: Rectangle): void {
    const now = this.bounds
    if (now.width !== before.width || now.height !== before.height) {
      this.emit('resize', new StandinEvent())
      this.emit('resized', new StandinEvent())
    }
    if (now.x !== before.x || now.y !== before.y) {
      this.emit('move', new StandinEvent())
      this.emit('moved', new StandinEvent())
    }
  }

  /** Puts the browser's window where this one is said to be, shown or hidden as it is said to be. */
  protected async place(): Promise<void> {
    const { root } = runningBrowser().cdp
    const { targetId } = this.page
    this.fit()
    if (targetId === '' || this.page.isGone) return
    try {
      const { windowId } = await root.send('Browser.getWindowForTarget', { targetId })
      if (host.visible) {
        const windowState = !this.isShown && this.hasToHide ? 'minimized' : this.state
        await root.send('Browser.setWindowBounds', { windowId, bounds: { windowState } })
        if (windowState !== 'normal') return
        const { x: left, y: top } = this.bounds
        await root.send('Browser.setWindowBounds', { windowId, bounds: { left, top } })
      }
      const { width, height } = this.getContentBounds()
      await root.send('Browser.setContentsSize', { windowId, width, height })
    } catch {
      // The window is closing.
    }
  }

  /** Reads where the clerk has put the browser's window. */
  protected async look(): Promise<void> {
    const before = this.bounds
    const { targetId } = this.page
    const { root } = runningBrowser().cdp
    const found = await root.send('Browser.getWindowForTarget', { targetId }).catch(() => undefined)
    if (!found || this.state !== 'normal' || found.bounds.windowState !== 'normal') return
    const { left = before.x, top = before.y, width, height } = found.bounds
    this.bounds = {
      x: left,
      y: top,
      width: width ?? before.width,
      height: height ?? before.height,
    }
    this.normal = this.bounds
    this.fit()
    this.tellChanges(before)
  }
}
