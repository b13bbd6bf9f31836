import { ipcMain, webContents, type IpcMainInvokeEvent } from 'electron'
import { refused, type Reply } from '#core/kernel/reply.ts'
import { exceeds, largestInput } from './input-size.ts'
import { appOrigin } from './protocol.ts'

export interface RelayParts {
  /** Whether this is one of the program's own windows, by the id of its contents. */
  readonly isOurs: (window: number) => boolean
  readonly call: (window: number, method: unknown, input: unknown) => Promise<Reply<unknown>>
}

/**
 * The one channel between windows and the office. It asks one question, whether our own window
 * speaks; the router asks the rest. Whatever happens, the window gets a reply.
 */
export function openRelay({ isOurs, call }: RelayParts): void {
  ipcMain.handle(
    'app:call',
    async (event, method: unknown, input: unknown): Promise<Reply<unknown>> => {
      if (!isTrusted(event, isOurs)) return refused({ code: 'forbidden', what: 'sender' })
      if (exceeds([method, input], largestInput(method))) {
        return refused({ code: 'invalid-input', fault: 'too_big' })
      }
      try {
        return await call(event.sender.id, method, input)
      } catch {
        return refused({ code: 'unavailable', what: 'office' })
      }
    },
  )
}

/** Tells every one of the given windows something on the one channel for events. */
export function tell(windows: Iterable<number>, topic: string, payload: unknown): void {
  for (const window of windows) {
    const contents = webContents.fromId(window)
    if (contents && !contents.isDestroyed()) contents.send('app:event', topic, payload)
  }
}

function isTrusted(event: IpcMainInvokeEvent, isOurs: RelayParts['isOurs']): boolean {
  const frame = event.senderFrame
  return frame?.parent === null && frame.origin === appOrigin && isOurs(event.sender.id)
}
