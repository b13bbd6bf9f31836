import type { CustomScheme, Protocol, Session, WebRequest } from 'electron'
import { EventEmitter } from 'node:events'
import { host } from './host.ts'
import { type Handler, handlerOf, registerSchemes, removeHandler, setHandler } from './schemes.ts'
import { strict } from './strict.ts'

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0]

/** The browser's names of what Electron asks the application about. */
const permissions = {
  notifications: ['notifications'],
  geolocation: ['geolocation'],
  media: ['microphone', 'camera'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  midi: ['midi'],
  'storage-access': ['storage-access'],
  'window-management': ['window-management'],
  'idle-detection': ['idle-detection'],
} as const

let onRequest: RequestHandler = null
let onCheck: CheckHandler = null

/** Asks the application once for each permission and tells the browser, which never prompts. */
export async function applyPermissions(): Promise<void> {
  const browser = host.browser
  if (!browser) return
  for (const name of Object.keys(permissions) as (keyof typeof permissions)[]) {
    const setting = (await isGranted(name)) ? 'granted' : 'denied'
    for (const permission of permissions[name]) {
      // A browser that does not know one of them asks nobody for it either.
      await browser.cdp.root
        .send('Browser.setPermission', { permission: { name: permission }, setting })
        .catch(() => undefined)
    }
  }
}

async function isGranted(name: keyof typeof permissions): Promise<boolean> {
  const ask = onRequest as unknown as
    | ((
        contents: null,
        permission: string,
        answer: (yes: boolean) => void,
        details: object,
      ) => void)
    | null
  const check = onCheck as unknown as
    ((contents: null, permission: string, origin: string, details: object) => boolean) | null
  if (check && !check(null, name, '', {})) return false
  if (!ask) return true
  return await new Promise((resolve) => ask(null, name, resolve, {}))
}

interface HookAnswer {
  readonly cancel?: boolean
  readonly responseHeaders?: Record<string, string | string[]>
}

type HookListener = (details: object, answer: (answer?: HookAnswer) => void) => void

/** A webRequest event: remembers one listener and the addresses it is for. */
class Hook {
  private urls: readonly string[] = []
  private listener: HookListener | undefined

  readonly register = (
    filter: { readonly urls: readonly string[] } | HookListener | null,
    listener?: HookListener | null,
  ): void => {
    this.listener = (typeof filter === 'function' ? filter : listener) ?? undefined
    this.urls = filter && typeof filter === 'object' ? filter.urls : ['<all_urls>']
  }

  async run(url: string, details: object): Promise<HookAnswer> {
    const listener = this.listener
    if (!listener || !this.urls.some((pattern) => matches(pattern, url))) return {}
    return await new Promise((resolve) => listener(details, (answer) => resolve(answer ?? {})))
  }
}

/** Whether an address is in a Chromium match pattern such as `https://*\/*`. */
function matches(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${source}$`).test(url)
}

export const beforeRequest = new Hook()
export const headersReceived = new Hook()

const webRequest = {
  onBeforeRequest: beforeRequest.register as unknown as WebRequest['onBeforeRequest'],
  onHeadersReceived: headersReceived.register as unknown as WebRequest['onHeadersReceived'],
} satisfies Partial<WebRequest>

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: CustomScheme[]) => registerSchemes(schemes),
  handle: (scheme: string, handler: Handler) => setHandler(scheme, handler),
  unhandle: (scheme: string) => removeHandler(scheme),
  isProtocolHandled: (scheme: string) => handlerOf(`${scheme}:`) !== undefined,
} satisfies Partial<Protocol>)

type Covered = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
  | 'clearCache'
  | 'setProxy'
  | 'getUserAgent'
>

class DefaultSession extends EventEmitter implements Covered {
  readonly webRequest = strict('session.webRequest', webRequest)
  readonly protocol = protocol

  setPermissionRequestHandler(handler: RequestHandler): void {
    onRequest = handler
    void applyPermissions()
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    onCheck = handler
    void applyPermissions()
  }

  // No devices, spelling checker, cache or proxy here: there is nothing to set.
  setDevicePermissionHandler(): void {}
  setSpellCheckerEnabled(): void {}
  setSpellCheckerLanguages(): void {}
  async clearCache(): Promise<void> {}
  async setProxy(): Promise<void> {}

  getUserAgent(): string {
    return `Electron/${process.versions.electron} standin`
  }
}

export const defaultSession = strict('session.defaultSession', new DefaultSession())

export const session = strict('session', { defaultSession })
