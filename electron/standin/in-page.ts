import { type Bridge, makeBridge } from './bridge.ts'
import { type Codec, makeCodec } from './codec.ts'

/** What the two scripts in every document know of their window. */
export interface PageSettings {
  /** Secret name of the channels of this window. */
  readonly token: string
  readonly platform: string
  readonly arch: string
  readonly versions: { readonly node: string; readonly chrome: string; readonly electron: string }
  /** Whether frames inside the page get the preload script too. */
  readonly inSubFrames: boolean
  /** `additionalArguments` of the window. */
  readonly argv: readonly string[]
}

/** Messages from a page, as the main process reads them. */
export type PageMessage =
  | { readonly type: 'send'; readonly channel: string; readonly args: unknown[] }
  | {
      readonly type: 'invoke'
      readonly id: number
      readonly channel: string
      readonly args: unknown[]
    }
  | { readonly type: 'title'; readonly title: string }

/** Calls for which the page waits. */
export type PageCall =
  | { readonly type: 'sync'; readonly channel: string; readonly args: string }
  | {
      readonly type: 'open'
      readonly url: string
      readonly name: string
      readonly features: string
    }

/** Messages to a page. */
export type HostMessage =
  | { readonly type: 'event'; readonly channel: string; readonly args: unknown[] }
  | {
      readonly type: 'reply'
      readonly id: number
      readonly value?: unknown
      readonly error?: string
    }

/** In the page's own world: defines what the preload script exposes, and replaces window.open. */
function startPage(bridgeOf: typeof makeBridge, settings: PageSettings): void {
  if (window !== window.top && !settings.inSubFrames) return
  const bridge: Bridge = bridgeOf('page', 'preload', settings.token)
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
    if (!/^\[object (Object|Array)\]$/.test(Object.prototype.toString.call(value))) return
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  bridge.onExpose = (key, value) => {
    freeze(value)
    Object.defineProperty(window, key, {
      value,
      enumerable: true,
      configurable: false,
      writable: false,
    })
  }
  const Blocking = XMLHttpRequest
  window.open = (url = '', name = '', features = '') => {
    const request = new Blocking()
    request.open('POST', `${location.origin}/.standin/${settings.token}`, false)
    const whole = new URL(url, location.href).href
    request.send(JSON.stringify({ type: 'open', url: whole, name, features }))
    return null
  }
}

/** In the isolated world: ipcRenderer, contextBridge and the sandbox's require(). */
function startPreload(
  bridgeOf: typeof makeBridge,
  codecOf: typeof makeCodec,
  settings: PageSettings,
): { readonly require: (id: string) => unknown; readonly process: object } | undefined {
  type Listener = (event: object, ...args: unknown[]) => void
  if (window !== window.top && !settings.inSubFrames) return undefined
  const bridge: Bridge = bridgeOf('preload', 'page', settings.token)
  const codec: Codec = codecOf()
  const world = globalThis as unknown as Record<string, (text: string) => void>
  const raw = world['__standinSend']
  delete world['__standinSend']
  const send = (message: PageMessage): void => raw?.(codec.encode(message))
  const listeners = new Map<string, { readonly call: Listener; readonly once: boolean }[]>()
  const pending = new Map<
    number,
    {
      readonly resolve: (value: unknown) => void
      readonly reject: (error: Error) => void
      channel: string
    }
  >()
  let count = 0

  const missing = (name: string): never => {
    throw new Error(`[standin] electron.${name} is not implemented`)
  }
  const named = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get: (object, key): unknown =>
        key in object || typeof key === 'symbol' || key === 'then'
          ? Reflect.get(object, key)
          : missing(`${name}.${key}`),
    })
  const add = (channel: string, call: Listener, once: boolean): object => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { call, once }])
    return ipcRenderer
  }
  const remove = (channel: string, call: Listener): object => {
    const others = (listeners.get(channel) ?? []).filter((listener) => listener.call !== call)
    listeners.set(channel, others)
    return ipcRenderer
  }
  const ipcRenderer = named('ipcRenderer', {
    send: (channel: string, ...args: unknown[]) => send({ type: 'send', channel, args }),
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++count
        send({ type: 'invoke', id, channel, args })
        pending.set(id, { resolve, reject, channel })
      }),
    sendSync: (channel: string, ...args: unknown[]) => {
      const request = new XMLHttpRequest()
      request.open('POST', `${location.origin}/.standin/${settings.token}`, false)
      request.send(JSON.stringify({ type: 'sync', channel, args: codec.encode(args) }))
      return codec.decode(request.responseText)
    },
    on: (channel: string, call: Listener) => add(channel, call, false),
    addListener: (channel: string, call: Listener) => add(channel, call, false),
    once: (channel: string, call: Listener) => add(channel, call, true),
    off: remove,
    removeListener: remove,
    removeAllListeners: (channel?: string) => {
      if (channel === undefined) listeners.clear()
      else listeners.delete(channel)
      return ipcRenderer
    },
    listenerCount: (channel: string) => (listeners.get(channel) ?? []).length,
  })

  world[settings.token] = (text) => {
    const message = codec.decode(text) as HostMessage
    if (message.type === 'reply') {
      const call = pending.get(message.id)
      pending.delete(message.id)
      if (message.error === undefined) call?.resolve(message.value)
      else {
        const error = `Error invoking remote method '${call?.channel ?? ''}': ${message.error}`
        call?.reject(new Error(error))
      }
      return
    }
    for (const listener of [...(listeners.get(message.channel) ?? [])]) {
      if (listener.once) remove(message.channel, listener.call)
      listener.call({ sender: ipcRenderer, senderId: 0, ports: [] }, ...message.args)
    }
  }

  let title: string | undefined
  const watchTitle = (): void => {
    if (window !== window.top || document.title === title) return
    title = document.title
    send({ type: 'title', title })
  }
  addEventListener('DOMContentLoaded', () => {
    watchTitle()
    const changes = { subtree: true, childList: true, characterData: true }
    new MutationObserver(watchTitle).observe(document.head, changes)
  })

  const electron = named('(renderer)', {
    ipcRenderer,
    contextBridge: named('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown) =>
        bridge.post({ kind: 'expose', key, value: bridge.pack(api) }),
    }),
  })
  const process = {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: window === window.top,
    platform: settings.platform,
    arch: settings.arch,
    versions: settings.versions,
    env: {},
    argv: settings.argv,
  }
  const require = (id: string): unknown => {
    if (/^electron(\/(renderer|common))?$/.test(id)) return electron
    if (/^(node:)?(events|timers|url)$/.test(id)) return missing(`require('${id}') in a preload`)
    throw new Error(`module not found: ${id}`)
  }
  return { require, process }
}

/** Source for the page's own world of every new document. */
export function pageSource(settings: PageSettings): string {
  return `(${String(startPage)})(${String(makeBridge)}, ${JSON.stringify(settings)})`
}

/**
 * Source for the isolated world of every new document.
 *
 * @param preload  text of the window's preload script, CommonJS
 */
export function preloadSource(settings: PageSettings, preload: string): string {
  const values = `${String(makeBridge)}, ${String(makeCodec)}, ${JSON.stringify(settings)}`
  return `{
  const scope = (${String(startPreload)})(${values})
  const module = { exports: {} }
  if (scope) (function (require, process, exports, module) {${preload}
  })(scope.require, scope.process, module.exports, module)
}`
}
