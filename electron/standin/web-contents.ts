import type {
  IpcMainInvokeEvent,
  LoadFileOptions,
  LoadURLOptions,
  NativeImage,
  PrinterInfo,
  PrintToPDFOptions,
  WebContents,
  WebContentsPrintOptions,
  WebFrameMain,
  WebPreferences,
  WindowOpenHandlerResponse,
} from 'electron'
import { EventEmitter } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { makeCodec } from './codec.ts'
import { StandinEvent } from './event.ts'
import { asWebFrame, type Frame } from './frames.ts'
import { host } from './host.ts'
import type { PageCall, PageMessage } from './in-page.ts'
import { Ipc, ipcMain } from './ipc.ts'
import { nativeImage } from './native-image.ts'
import { Page } from './page.ts'
import { listPrinters, print, printToPdf } from './printing.ts'
import type { PausedRequest } from './protocol.ts'
import type { CdpSession } from './cdp.ts'
import { answerRequest } from './requests.ts'
import { fromBrowser } from './schemes.ts'
import { defaultSession } from './session.ts'
import { strict } from './strict.ts'
import { applyZoom } from './zoom.ts'

const codec = makeCodec()
const all = new Map<number, StandinWebContents>()
let count = 0

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

type Covered = Pick<
  WebContents,
  | 'id'
  | 'mainFrame'
  | 'hostWebContents'
  | 'loadURL'
  | 'loadFile'
  | 'send'
  | 'executeJavaScript'
  | 'insertCSS'
  | 'print'
  | 'printToPDF'
  | 'getPrintersAsync'
  | 'capturePage'
  | 'setWindowOpenHandler'
  | 'getURL'
  | 'getTitle'
  | 'isDestroyed'
  | 'isLoading'
  | 'isCrashed'
  | 'isFocused'
  | 'reload'
  | 'close'
  | 'focus'
  | 'setZoomFactor'
  | 'getZoomFactor'
  | 'zoomFactor'
  | 'setZoomLevel'
  | 'getZoomLevel'
  | 'setVisualZoomLevelLimits'
  | 'setBackgroundThrottling'
  | 'openDevTools'
  | 'closeDevTools'
  | 'isDevToolsOpened'
  | 'getUserAgent'
  | 'setUserAgent'
>

/** Electron's webContents. Always used through its strict proxy, `_shown`. */
export class StandinWebContents extends EventEmitter implements Covered {
  readonly id = ++count
  readonly session = defaultSession
  readonly ipc = new Ipc()
  readonly _page: Page
  readonly _shown: WebContents
  _open: OpenHandler | undefined
  private title = ''
  private factor = 1
  private isDocumentLoading = false

  constructor(preferences: WebPreferences) {
    super()
    this._shown = strict('webContents', this) as unknown as WebContents
    this._page = new Page(this, preferences, {
      onMessage: (message, frame) => this.receive(message, frame),
      onRequest: (request, session) => this.answer(request, session),
      onGone: () => {
        all.delete(this.id)
        this.emit('destroyed')
      },
    })
    this.on('did-finish-load', () => (this.isDocumentLoading = false))
    all.set(this.id, this)
  }

  get mainFrame(): WebFrameMain {
    return asWebFrame(this._page.mainFrame)
  }

  // No <webview> here.
  get hostWebContents(): WebContents {
    return null as unknown as WebContents
  }

  async loadURL(url: string, _options?: LoadURLOptions): Promise<void> {
    this.isDocumentLoading = true
    this.emit('did-start-loading', new StandinEvent())
    try {
      await this._page.navigate(url)
    } finally {
      this.isDocumentLoading = false
    }
  }

  async loadFile(file: string, options: LoadFileOptions = {}): Promise<void> {
    const url = pathToFileURL(path.resolve(host.appPath, file))
    url.hash = options.hash ?? ''
    url.search = options.search ?? ''
    await this.loadURL(url.href)
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed')
    this._page.mainFrame.send(channel, ...args)
  }

  async executeJavaScript(expression: string, userGesture = false): Promise<unknown> {
    await this._page.ready.promise
    const { session } = this._page
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      userGesture,
    })
    if (exceptionDetails) {
      const [line] = exceptionDetails.exception?.description?.split('\n') ?? []
      throw new Error(line ?? 'Script failed to execute')
    }
    if (result.unserializableValue !== undefined) return Number(result.unserializableValue)
    if (result.objectId === undefined) return result.value
    const copied = await session.send('Runtime.callFunctionOn', {
      objectId: result.objectId,
      functionDeclaration: `function () { return (${String(makeCodec)})().encode(this) }`,
      returnByValue: true,
    })
    if (copied.exceptionDetails) throw new Error('An object could not be cloned.')
    return codec.decode(String(copied.result.value))
  }

  async insertCSS(css: string): Promise<string> {
    await this.executeJavaScript(`{
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(${JSON.stringify(css)})
      document.adoptedStyleSheets.push(sheet)
    } 0`)
    return String(Date.now())
  }

  print(
    options: WebContentsPrintOptions = {},
    callback: (success: boolean, failureReason: string) => void = () => undefined,
  ): void {
    if (!options.silent) {
      throw new Error('[standin] electron.webContents.print without silent is not implemented')
    }
    print(this._page, options, callback).catch((error: unknown) => {
      console.error('[standin] print:', error)
      callback(false, 'Print job failed')
    })
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    return await printToPdf(this._page, options)
  }

  async getPrintersAsync(): Promise<PrinterInfo[]> {
    return await listPrinters()
  }

  async capturePage(): Promise<NativeImage> {
    const { data } = await this._page.session.send('Page.captureScreenshot', { format: 'png' })
    return nativeImage.createFromBuffer(Buffer.from(data, 'base64'))
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this._open = handler
  }

  getURL(): string {
    return this._page.mainFrame.url
  }

  getTitle(): string {
    return this.title
  }

  isDestroyed(): boolean {
    return this._page.isGone
  }

  isLoading(): boolean {
    return this.isDocumentLoading
  }

  isCrashed(): boolean {
    return false
  }

  isFocused(): boolean {
    return true
  }

  reload(): void {
    this._page.expected = this._page.mainFrame._url
    this.quietly(this._page.session.send('Page.reload'))
  }

  close(options: { readonly waitForBeforeUnload?: boolean } = {}): void {
    if (!this.isDestroyed()) void this._page.close(options.waitForBeforeUnload ?? false)
  }

  focus(): void {
    void this._page.ready.promise.then(() =>
      this.quietly(this._page.session.send('Page.bringToFront')),
    )
  }

  get zoomFactor(): number {
    return this.factor
  }

  set zoomFactor(factor: number) {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.factor = factor
    this._fit()
  }

  setZoomFactor(factor: number): void {
    this.zoomFactor = factor
  }

  getZoomFactor(): number {
    return this.factor
  }

  // Each level is a fifth larger, as in Chromium.
  setZoomLevel(level: number): void {
    this.zoomFactor = 1.2 ** level
  }

  getZoomLevel(): number {
    return Math.log(this.factor) / Math.log(1.2)
  }

  // There is no touch screen, no throttling and no inspector window to set up.
  async setVisualZoomLevelLimits(): Promise<void> {}
  setBackgroundThrottling(): void {}
  openDevTools(): void {}
  closeDevTools(): void {}
  isDevToolsOpened(): boolean {
    return false
  }

  getUserAgent(): string {
    return defaultSession.getUserAgent()
  }

  setUserAgent(userAgent: string): void {
    this.quietly(this._page.session.send('Emulation.setUserAgentOverride', { userAgent }))
  }

  /** Lays the page out again, after its window or its zoom has changed. */
  _fit(): void {
    void this._page.ready.promise.then(() => applyZoom(this._page, this.factor))
  }

  /** Asks the application whether a window may open, as the browser's own opening would. */
  _mayOpen(url: string, frameName: string, features: string): WindowOpenHandlerResponse {
    const referrer = { url: '', policy: 'strict-origin-when-cross-origin' } as const
    const details = { url: fromBrowser(url), frameName, features, referrer }
    return this._open?.({ ...details, disposition: 'new-window' }) ?? { action: 'allow' }
  }

  /** For commands whose failure only means that the window is closing. */
  private quietly(command: Promise<unknown>): void {
    command.catch(() => undefined)
  }

  private async answer(request: PausedRequest, session: CdpSession): Promise<void> {
    if (!request.request.url.includes(`/.standin/${this._page.token}`)) {
      await answerRequest(this._page, request, session)
      return
    }
    const call = JSON.parse(request.request.postData ?? '') as PageCall
    await session.send('Fetch.fulfillRequest', {
      requestId: request.requestId,
      responseCode: 200,
      body: Buffer.from(this.answerCall(call)).toString('base64'),
    })
  }

  private answerCall(call: PageCall): string {
    if (call.type === 'open') {
      const response = this._mayOpen(call.url, call.name, call.features)
      if (response.action === 'allow') this.emit('-open', fromBrowser(call.url), response)
      return 'null'
    }
    const event = { ...this.eventFrom(this._page.mainFrame), returnValue: undefined as unknown }
    ipcMain.emit(call.channel, event, ...(codec.decode(call.args) as unknown[]))
    return codec.encode(event.returnValue)
  }

  private receive(message: PageMessage, frame: Frame): void {
    switch (message.type) {
      case 'send': {
        const reply = (channel: string, ...args: unknown[]): void => frame.send(channel, ...args)
        const event = { ...this.eventFrom(frame), reply, ports: [] }
        this.emit('ipc-message', event, message.channel, ...message.args)
        this.ipc.emit(message.channel, event, ...message.args)
        ipcMain.emit(message.channel, event, ...message.args)
        break
      }
      case 'invoke':
        void this.invoke(message, frame)
        break
      case 'title':
        this.title = message.title
        this.emit('page-title-updated', new StandinEvent(), message.title, true)
    }
  }

  private async invoke(
    { id, channel, args }: Extract<PageMessage, { type: 'invoke' }>,
    frame: Frame,
  ): Promise<void> {
    const handler = this.ipc._handlers.get(channel) ?? ipcMain._handlers.get(channel)
    const event = this.eventFrom(frame) as unknown as IpcMainInvokeEvent
    try {
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      const value = await handler(event, ...args)
      this._page.post(frame, { type: 'reply', id, value })
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      this._page.post(frame, { type: 'reply', id, error: String(error) })
    }
  }

  private eventFrom(frame: Frame): object {
    return Object.assign(new StandinEvent(), {
      type: 'frame',
      sender: this._shown,
      senderFrame: asWebFrame(frame),
      frameId: frame.routingId,
      processId: frame.processId,
    })
  }
}

function shown(contents: StandinWebContents | undefined): WebContents | undefined {
  return contents?._shown
}

/** The static side of Electron's webContents. */
export const webContents = strict('webContents', {
  getAllWebContents: () => [...all.values()].map((contents) => contents._shown),
  fromId: (id: number) => shown(all.get(id)),
  fromDevToolsTargetId: (targetId: string) => shown(contentsOf(targetId)),
  fromFrame: (frame: WebFrameMain) =>
    shown([...all.values()].find((contents) => contents.mainFrame === frame.top)),
  getFocusedWebContents: () => shown([...all.values()].at(-1)) ?? null,
})

/** The contents shown by a tab of the browser. */
export function contentsOf(targetId: string): StandinWebContents | undefined {
  return [...all.values()].find((contents) => contents._page.targetId === targetId)
}

/** The contents that a session of the browser belongs to. */
export function contentsOfSession(sessionId: string): StandinWebContents | undefined {
  return [...all.values()].find((contents) => contents._page.sessionId === sessionId)
}
