import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { EventEmitter } from 'node:events'

type InvokeListener = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown

/** Channels from pages to the main process: `ipcMain`, and each page's own `ipc`. */
export class Ipc
  extends EventEmitter
  implements Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  readonly _handlers = new Map<string, InvokeListener>()

  handle(channel: string, listener: InvokeListener): void {
    if (this._handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    this._handlers.set(channel, listener)
  }

  handleOnce(channel: string, listener: InvokeListener): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return listener(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this._handlers.delete(channel)
  }
}

export const ipcMain = new Ipc()
