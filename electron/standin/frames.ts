import type { WebFrameMain } from 'electron'
import type { CdpSession } from './cdp.ts'
import { fromBrowser, originOf } from './schemes.ts'
import { strict } from './strict.ts'

type Covered = Pick<
  WebFrameMain,
  | 'url'
  | 'origin'
  | 'parent'
  | 'top'
  | 'frames'
  | 'framesInSubtree'
  | 'name'
  | 'frameToken'
  | 'frameTreeNodeId'
  | 'routingId'
  | 'processId'
  | 'detached'
  | 'isDestroyed'
  | 'send'
>

let count = 0

/** A frame of a page, as `webContents.mainFrame` and `event.senderFrame` show it. */
export class Frame implements Covered {
  readonly parent: WebFrameMain | null
  readonly frameToken: string
  readonly frameTreeNodeId = ++count
  readonly routingId = this.frameTreeNodeId
  readonly processId = 1
  name = ''
  detached = false
  /** The address as the browser has it. */
  _url = ''
  /** Where the preload script of this frame runs, once it does. */
  _world: { readonly session: CdpSession; readonly contextId: number } | undefined
  readonly _children = new Set<WebFrameMain>()
  readonly _post: (frame: Frame, channel: string, args: unknown[]) => void

  constructor(id: string, parent: WebFrameMain | null, post: Frame['_post']) {
    this.frameToken = id
    this.parent = parent
    this._post = post
  }

  /** Empty for the blank page of a window that has loaded nothing yet. */
  get url(): string {
    return /^(about|data):/.test(this._url) ? '' : fromBrowser(this._url)
  }

  get origin(): string {
    return originOf(this.url)
  }

  get top(): WebFrameMain | null {
    return this.parent ? this.parent.top : asWebFrame(this)
  }

  get frames(): WebFrameMain[] {
    return [...this._children]
  }

  get framesInSubtree(): WebFrameMain[] {
    return [asWebFrame(this), ...this.frames.flatMap((frame) => frame.framesInSubtree)]
  }

  isDestroyed(): boolean {
    return this.detached
  }

  send(channel: string, ...args: unknown[]): void {
    this._post(this, channel, args)
  }
}

const shown = new WeakMap<Frame, WebFrameMain>()

/** The same object each time, so that frames can be compared. */
export function asWebFrame(frame: Frame): WebFrameMain {
  const known = shown.get(frame)
  if (known) return known
  const made = strict('WebFrameMain', frame) as unknown as WebFrameMain
  shown.set(frame, made)
  return made
}
