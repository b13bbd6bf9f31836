import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  LoadFileOptions,
  NativeImage,
  WebContents,
} from 'electron'
import { spawn } from 'node:child_process'
import { StandinEvent } from './event.ts'
import { host, runningBrowser } from './host.ts'
import type { Page } from './page.ts'
import { PlacedWindow } from './placed-window.ts'
import { expectTab } from './targets.ts'
import { strict } from './strict.ts'
import { StandinWebContents } from './web-contents.ts'

const windows = new Map<number, StandinBrowserWindow>()
let count = 0

type Covered = Pick<
  BrowserWindow,
  | 'id'
  | 'webContents'
  | 'loadURL'
  | 'loadFile'
  | 'reload'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'isVisible'
  | 'focus'
  | 'blur'
  | 'isFocused'
  | 'isDestroyed'
  | 'close'
  | 'destroy'
  | 'setTitle'
  | 'getTitle'
  | 'setBackgroundColor'
  | 'setIcon'
  | 'setProgressBar'
  | 'flashFrame'
  | 'setContentProtection'
  | 'capturePage'
>

/** Electron's BrowserWindow, without its static side. Always used through its strict proxy. */
export class StandinBrowserWindow extends PlacedWindow implements Covered {
  readonly id = ++count
  readonly webContents: WebContents
  readonly _contents: StandinWebContents
  readonly _shown: BrowserWindow
  private ownTitle: string | undefined
  private isGone = false
  private isClosing = false

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super(options)
    if (!host.isReady) throw new Error('Cannot create BrowserWindow before app is ready')
    const preferences = options.webPreferences ?? {}
    if (preferences.nodeIntegration || preferences.contextIsolation === false) {
      throw new Error('[standin] only sandboxed, isolated renderers are implemented')
    }
    this.ownTitle = options.title
    this._contents = new StandinWebContents(preferences)
    this.webContents = this._contents._shown
    this._shown = strict('BrowserWindow', this) as unknown as BrowserWindow
    windows.set(this.id, this)
    this.watchContents()
    expectTab(this._contents._page, () => this.openTab())
    void this._contents._page.ready.promise.then(() => this.place())
    host.events.emit('window-created', this._shown)
    host.events.emit('contents-created', this.webContents)
    return this._shown as unknown as StandinBrowserWindow
  }

  protected get page(): Page {
    return this._contents._page
  }

  protected fit(): void {
    const { width, height } = this.getContentBounds()
    this.page.size = { width, height }
    this._contents._fit()
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.loadURL(url)
  }

  async loadFile(file: string, options?: LoadFileOptions): Promise<void> {
    await this.webContents.loadFile(file, options)
  }

  reload(): void {
    this.webContents.reload()
  }

  show(): void {
    this.isShown = true
    this.hasToHide = true
    if (this.isMinimized()) this.restore()
    void this.place()
    this.emit('show', new StandinEvent())
    this.focus()
  }

  showInactive(): void {
    this.show()
  }

  hide(): void {
    this.isShown = false
    void this.place()
    this.emit('hide', new StandinEvent())
  }

  isVisible(): boolean {
    return this.isShown
  }

  focus(): void {
    this.webContents.focus()
    this.emit('focus', new StandinEvent())
  }

  blur(): void {
    this.emit('blur', new StandinEvent())
  }

  isFocused(): boolean {
    return this.isShown
  }

  isDestroyed(): boolean {
    return this.isGone
  }

  close(): void {
    void this._close()
  }

  destroy(): void {
    this.isClosing = true
    void this._contents._page.close(false)
  }

  /** True when the window is closed, false when the application or the page refused. */
  async _close(): Promise<boolean> {
    if (this.isGone) return true
    const event = new StandinEvent()
    this.emit('close', event)
    if (event.defaultPrevented) return false
    this.isClosing = true
    const closed = new Promise<boolean>((resolve) => {
      this.once('closed', () => resolve(true))
      this._contents.once('-close-refused', () => {
        this.isClosing = false
        resolve(false)
      })
    })
    // A page that does not even answer is closed all the same.
    const patience = setTimeout(() => void this._contents._page.close(false), 2000)
    void this._contents._page.close(true)
    const result = await closed
    clearTimeout(patience)
    return result
  }

  setTitle(title: string): void {
    this.ownTitle = title
  }

  getTitle(): string {
    return this.webContents.getTitle() || (this.ownTitle ?? host.name)
  }

  // Decorations of a window that the browser's window does not have.
  setBackgroundColor(): void {}
  setIcon(): void {}
  setProgressBar(): void {}
  flashFrame(): void {}
  setContentProtection(): void {}

  async capturePage(): Promise<NativeImage> {
    return await this.webContents.capturePage()
  }

  private watchContents(): void {
    this._contents.on('did-finish-load', () => {
      if (!this.isGone && this.listenerCount('ready-to-show') > 0) {
        this.emit('ready-to-show', new StandinEvent())
        this.removeAllListeners('ready-to-show')
      }
    })
    this._contents.on('page-title-updated', (...args: unknown[]) =>
      this.emit('page-title-updated', ...args),
    )
    this._contents.on('-open', (url: string, response: Electron.WindowOpenHandlerResponse) => {
      const options = response.action === 'allow' ? response.overrideBrowserWindowOptions : {}
      void new StandinBrowserWindow(options).loadURL(url).catch(() => undefined)
    })
    this._contents.on('destroyed', () => this.closed())
    void this._contents._page.ready.promise.then(() => {
      if (host.visible) this._contents._page.session.on('Page.frameResized', () => void this.look())
    })
  }

  private closed(): void {
    this.isGone = true
    windows.delete(this.id)
    // The clerk closed the browser's window itself: too late to refuse, not to remember its place.
    if (!this.isClosing) this.emit('close', new StandinEvent())
    this.emit('closed')
    if (windows.size === 0) host.events.emit('all-closed')
  }

  /** Opens the browser's tab for this window. */
  private openTab(): void {
    const browser = runningBrowser()
    const { width, height } = this.getBounds()
    if (host.visible && this.isShown) {
      // A second start of the browser with the same profile opens a window in the first.
      spawn(browser.executable, [...browser.flags, '--app=data:text/html,'], { stdio: 'ignore' })
      return
    }
    this.hasToHide = true
    const hidden = host.visible ? ({ windowState: 'minimized' } as const) : {}
    browser.cdp.root
      .send('Target.createTarget', {
        url: 'about:blank',
        newWindow: true,
        width,
        height,
        ...hidden,
      })
      .catch((error: unknown) => console.error('[standin]', error))
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()].map((window) => window._shown)
  }

  static fromId(id: number): BrowserWindow | null {
    return windows.get(id)?._shown ?? null
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    const found = [...windows.values()].find((window) => window.webContents.id === contents.id)
    return found?._shown ?? null
  }

  static getFocusedWindow(): BrowserWindow | null {
    return [...windows.values()].findLast((window) => window.isShown)?._shown ?? null
  }
}

/** Closes every window politely; false as soon as one refuses. */
export async function closeAllWindows(): Promise<boolean> {
  for (const window of [...windows.values()]) {
    if (!(await window._close())) return false
  }
  return true
}
