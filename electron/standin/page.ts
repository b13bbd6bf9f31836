import type { WebPreferences } from 'electron'
import { randomBytes } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { CdpSession } from './cdp.ts'
import { makeCodec } from './codec.ts'
import { deferred } from './deferred.ts'
import { StandinEvent, eventWith } from './event.ts'
import { asWebFrame, Frame } from './frames.ts'
import { host, runningBrowser } from './host.ts'
import { type HostMessage, type PageMessage, pageSource, preloadSource } from './in-page.ts'
import type { CdpEvents, PausedRequest } from './protocol.ts'
import { fromBrowser, toBrowser } from './schemes.ts'

/** Electron's own name for the isolated world of a preload script. */
const world = 'Electron Isolated Context'

const codec = makeCodec()

/** What a page asks of the object that owns it. */
export interface PageOwner {
  onMessage(message: PageMessage, frame: Frame): void
  onRequest(request: PausedRequest, session: CdpSession): Promise<void>
  /** The browser opened a tab for a link; it is closed already. */
  onGone(): void
}

/** Every page that has not been closed. */
export const pages = new Set<Page>()

/** The browser's side of one webContents: a tab, its frames and its scripts. */
export class Page {
  readonly token = `s${randomBytes(12).toString('hex')}`
  readonly ready = deferred()
  readonly preferences: WebPreferences
  readonly owner: PageOwner
  readonly contents: EventEmitter
  mainFrame: Frame
  targetId = ''
  /** The browser's address that this program itself asked for, until its document is requested. */
  expected: string | undefined
  /** The document of the window when it is a PDF: what `print` sends to the printer. */
  pdf: Buffer | undefined
  lastOpen: CdpEvents['Page.windowOpen'][0] | undefined
  /** Of the window's content, in pixels; the window keeps it up to date. */
  size = { width: 800, height: 600 }
  isZoomed = false
  isGone = false
  private attached: CdpSession | undefined
  private readonly frames = new Map<string, Frame>()

  constructor(contents: EventEmitter, preferences: WebPreferences, owner: PageOwner) {
    this.contents = contents
    this.preferences = preferences
    this.owner = owner
    this.mainFrame = this.newFrame('', undefined)
    pages.add(this)
  }

  /** Throws while the browser has not opened the tab yet. */
  get session(): CdpSession {
    if (!this.attached) throw new Error('[standin] the window is still opening')
    return this.attached
  }

  get sessionId(): string | undefined {
    return this.attached?.id
  }

  /** Binds this object to a tab, which waits until all of this is in place. */
  async attach(sessionId: string, targetId: string): Promise<void> {
    const session = runningBrowser().cdp.session(sessionId)
    this.targetId = targetId
    this.attached = session
    this.mainFrame = this.newFrame(targetId, undefined)
    this.watchDocument(session)
    await Promise.all([
      ...this.install(session),
      session.send('Inspector.enable'),
      this.applyTheme(),
      session.send('Runtime.runIfWaitingForDebugger'),
    ])
    this.ready.resolve()
  }

  /** Loads an address; the error has Electron's message, code and number. */
  async navigate(address: string): Promise<void> {
    await this.ready.promise
    const url = toBrowser(address)
    this.expected = URL.canParse(url) ? new URL(url).href : url
    this.mainFrame._url = url
    const loaded = new Promise((resolve) => this.contents.once('did-finish-load', resolve))
    const { errorText } = await this.session.send('Page.navigate', { url })
    if (errorText === undefined) {
      await loaded
      return
    }
    const code = errorText.replace('net::', '')
    const errno = errorNumbers[code] ?? -2
    this.contents.emit('did-fail-load', new StandinEvent(), errno, code, address, true)
    throw Object.assign(new Error(`${code} (${errno}) loading '${address}'`), {
      code,
      errno,
      url: address,
    })
  }

  post(frame: Frame, message: HostMessage): void {
    const text = codec.encode(message)
    const place = frame._world
    if (!place) return
    const call = `globalThis[${JSON.stringify(this.token)}](${JSON.stringify(text)})`
    // A page that goes away while it is spoken to has nothing more to hear.
    place.session
      .send('Runtime.evaluate', { contextId: place.contextId, expression: call })
      .catch(() => undefined)
  }

  async applyTheme(): Promise<void> {
    const value = host.theme === 'system' ? '' : host.theme
    const features = [{ name: 'prefers-color-scheme', value }]
    await this.session.send('Emulation.setEmulatedMedia', { features })
  }

  /** Asks the browser to close the tab; with `polite` the page may object (`beforeunload`). */
  async close(polite: boolean): Promise<void> {
    await this.ready.promise
    const closing = polite
      ? this.session.send('Page.close')
      : runningBrowser().cdp.root.send('Target.closeTarget', { targetId: this.targetId })
    await closing.catch(() => undefined)
  }

  gone(): void {
    if (this.isGone) return
    this.isGone = true
    pages.delete(this)
    this.mainFrame.detached = true
    this.owner.onGone()
  }

  private newFrame(id: string, parent: Frame | undefined): Frame {
    const frame = new Frame(id, parent ? asWebFrame(parent) : null, (to, channel, args) =>
      this.post(to, { type: 'event', channel, args }),
    )
    parent?._children.add(asWebFrame(frame))
    this.frames.set(id, frame)
    return frame
  }

  /** The scripts, the channel and the interception that every session of the page needs. */
  private install(session: CdpSession): Promise<unknown>[] {
    const { preferences } = this
    const settings = {
      token: this.token,
      platform: process.platform,
      arch: process.arch,
      versions: {
        node: process.versions.node,
        chrome: runningBrowser().version,
        electron: process.versions.electron,
      },
      inSubFrames: preferences.nodeIntegrationInSubFrames ?? false,
      argv: preferences.additionalArguments ?? [],
    }
    const preload = preferences.preload ? readFileSync(preferences.preload, 'utf8') : ''
    this.watchScripts(session)
    session.on('Fetch.requestPaused', (request) => {
      this.owner.onRequest(request, session).catch((error: unknown) => {
        if (!host.isExiting && !this.isGone) console.error('[standin]', request.request.url, error)
      })
    })
    return [
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', { name: '__standinSend', executionContextName: world }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageSource(settings) }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: preloadSource(settings, preload),
        worldName: world,
      }),
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      session.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: true,
        flatten: true,
      }),
    ]
  }

  /** Which frame each preload script belongs to, and what those scripts send. */
  private watchScripts(session: CdpSession): void {
    const speakers = new Map<number, Frame>()
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const frame = this.frames.get(context.auxData?.frameId ?? '')
      if (context.name !== world || !frame) return
      frame._world = { session, contextId: context.id }
      speakers.set(context.id, frame)
    })
    const silence = (id: number, frame: Frame): void => {
      if (frame._world?.session === session && frame._world.contextId === id) {
        frame._world = undefined
      }
    }
    session.on('Runtime.executionContextDestroyed', ({ executionContextId: id }) => {
      const frame = speakers.get(id)
      if (frame) silence(id, frame)
      speakers.delete(id)
    })
    session.on('Runtime.executionContextsCleared', () => {
      for (const [id, frame] of speakers) silence(id, frame)
      speakers.clear()
    })
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      const frame = speakers.get(executionContextId)
      if (name !== '__standinSend' || !frame) return
      this.owner.onMessage(codec.decode(payload) as PageMessage, frame)
    })
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      if (!this.frames.has(frameId)) this.newFrame(frameId, this.frames.get(parentFrameId))
    })
    session.on('Page.frameNavigated', ({ frame }) => {
      const known = this.frames.get(frame.id)
      if (!known) return
      known._url = frame.url
      known.name = frame.name ?? ''
    })
    session.on('Page.frameDetached', ({ frameId, reason }) => {
      const frame = this.frames.get(frameId)
      if (!frame || reason === 'swap') return
      frame.detached = true
      this.frames.delete(frameId)
      for (const other of this.frames.values()) other._children.delete(asWebFrame(frame))
    })
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      void this.adopt(runningBrowser().cdp.session(sessionId), targetInfo.type)
    })
  }

  /** Workers and frames of other sites have sessions of their own. */
  private async adopt(session: CdpSession, kind: string): Promise<void> {
    const gone = (): undefined => undefined
    if (kind === 'iframe') await Promise.all(this.install(session)).catch(gone)
    else {
      session.on('Fetch.requestPaused', (request) => {
        this.owner.onRequest(request, session).catch(gone)
      })
      await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }).catch(gone)
    }
    await session.send('Runtime.runIfWaitingForDebugger').catch(gone)
  }

  /** Events of the main document. */
  private watchDocument(session: CdpSession): void {
    const { contents } = this
    const isBlank = (): boolean => this.mainFrame.url === ''
    session.on('Page.windowOpen', (event) => (this.lastOpen = event))
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return
      this.mainFrame._url = frame.url
      if (isBlank()) return
      contents.emit('did-navigate', new StandinEvent(), fromBrowser(frame.url), 200, 'OK')
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== this.mainFrame.frameToken) return
      this.mainFrame._url = url
      contents.emit('did-navigate-in-page', new StandinEvent(), fromBrowser(url), true, 1, 1)
    })
    session.on('Page.domContentEventFired', () => {
      if (!isBlank()) contents.emit('dom-ready', new StandinEvent())
    })
    session.on('Page.loadEventFired', () => {
      if (isBlank()) return
      contents.emit('did-finish-load', new StandinEvent())
      contents.emit('did-stop-loading', new StandinEvent())
    })
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      const message = args.map((arg) => arg.description ?? JSON.stringify(arg.value)).join(' ')
      contents.emit('console-message', eventWith({ level: type, message }))
    })
    session.on('Inspector.targetCrashed', () => {
      const details = { reason: 'crashed', exitCode: 1 }
      contents.emit('render-process-gone', new StandinEvent(), details)
    })
    session.on('Page.javascriptDialogOpening', ({ type }) => {
      if (type !== 'beforeunload') return
      const event = new StandinEvent()
      contents.emit('will-prevent-unload', event)
      const accept = event.defaultPrevented
      session.send('Page.handleJavaScriptDialog', { accept }).catch(() => undefined)
      if (!accept) contents.emit('-close-refused')
    })
  }
}

/** Chromium's numbers of the errors that a window's address can meet. */
const errorNumbers: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_INTERNET_DISCONNECTED: -106,
  ERR_INVALID_URL: -300,
  ERR_UNKNOWN_URL_SCHEME: -302,
}
