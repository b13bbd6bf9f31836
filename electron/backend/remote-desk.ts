import type { Desk, DeskVerb, FromBackend, ToBackend } from '#core/kernel/desk.ts'
import { Refusal, RefusalData } from '#core/kernel/refusal.ts'

type DeskReply = Extract<ToBackend, { type: 'desk-reply' }>

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (cause: Refusal) => void
}

/** The desk as the shell offers it, asked by message. */
export interface RemoteDesk {
  readonly desk: Desk
  /** Hands over an answer of the shell. */
  readonly settle: (reply: DeskReply) => void
}

/** Turns the desk's verbs into messages to the shell and its answers into values or refusals. */
export function remoteDesk(post: (message: FromBackend) => void): RemoteDesk {
  const waiting = new Map<number, Waiting>()
  let lastId = 0

  const ask = <T>(verb: DeskVerb, ...args: readonly unknown[]): Promise<T> =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++lastId
      waiting.set(id, { resolve, reject })
      post({ type: 'desk-call', id, verb, args })
    }) as Promise<T>

  return {
    desk: {
      sealKind: () => ask('sealKind'),
      seal: (plain) => ask('seal', plain),
      unseal: (sealed) => ask('unseal', sealed),
      readSettings: () => ask('readSettings'),
      writeSettings: (change) => ask('writeSettings', change),
      listPrinters: () => ask('listPrinters'),
      print: (job) => ask('print', job),
      chooseExtract: (what) => ask('chooseExtract', what),
      saveFile: (suggestedName, bytes) => ask('saveFile', suggestedName, bytes),
      saveFiles: (files) => ask('saveFiles', files),
    },
    settle({ id, ok, value }) {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (ok) asked?.resolve(value)
      else asked?.reject(toRefusal(value))
    },
  }
}

function toRefusal(value: unknown): Refusal {
  const told = RefusalData.safeParse(value)
  if (!told.success) return new Refusal('unavailable', { what: 'desk' })
  const { code, ...details } = told.data
  return new Refusal(code, details)
}
