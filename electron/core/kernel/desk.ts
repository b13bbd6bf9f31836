import type { Reply } from './reply.ts'
import type { DeskSettings, DeskSettingsChange } from './settings.ts'

/** A printer as the operating system names it. */
export interface PrinterName {
  readonly name: string
  readonly isDefault: boolean
  /** Names of its trays, empty where the system does not tell. */
  readonly trays: readonly string[]
}

export interface FileToSave {
  readonly name: string
  readonly bytes: Uint8Array
}

/** One paper for the printer. `fileAllowed`: without a printer it may become a file (demonstration). */
export interface PrintJob {
  readonly pdf: Uint8Array
  readonly title: string
  readonly printer: string | null
  readonly tray: string | null
  readonly copies: number
  readonly duplex: 'simplex' | 'longEdge' | 'shortEdge'
  readonly fileAllowed: boolean
}

/** `where` is the printer's name or the path of the file; `reason` a code when nothing was printed. */
export type PrintOutcome =
  | { readonly printed: true; readonly where: string }
  | { readonly printed: false; readonly reason: 'no-printer' | 'failed' | 'cancelled' }

/** How the operating system keeps secrets; `trusted` is false for plain text in disguise. */
export interface SealKind {
  readonly name: string
  readonly trusted: boolean
}

/**
 * What the backend asks of the machine it runs on: the shell answers in the window, the console
 * without one. Bytes in, bytes out; refusals are thrown.
 */
export interface Desk {
  sealKind(): Promise<SealKind>
  seal(plain: Uint8Array): Promise<Uint8Array>
  unseal(sealed: Uint8Array): Promise<Uint8Array>
  readSettings(): Promise<DeskSettings>
  writeSettings(change: DeskSettingsChange): Promise<DeskSettings>
  listPrinters(): Promise<readonly PrinterName[]>
  print(job: PrintJob): Promise<PrintOutcome>
  /** Lets the clerk choose an extract (folder or zip); null when he cancels. */
  chooseExtract(what: 'folder' | 'zip'): Promise<string | null>
  /** Lets the clerk choose where to save and writes there; null when he cancels, else the path. */
  saveFile(suggestedName: string, bytes: Uint8Array): Promise<string | null>
  /** Lets the clerk choose a folder and writes there, never over a file; null when he cancels, else the folder. */
  saveFiles(files: readonly FileToSave[]): Promise<string | null>
}

export type DeskVerb = keyof Desk

/**
 * Messages from the shell to the backend process. `desk-reply`: with `ok` false the value is a
 * `RefusalData`. `console-input`: one line typed at the console, null when there are no more.
 */
export type ToBackend =
  | {
      readonly type: 'call'
      readonly id: number
      readonly window: number
      readonly method: unknown
      readonly input: unknown
    }
  | {
      readonly type: 'desk-reply'
      readonly id: number
      readonly ok: boolean
      readonly value: unknown
    }
  | { readonly type: 'window-closed'; readonly window: number }
  | { readonly type: 'lock' }
  | { readonly type: 'stop' }
  | { readonly type: 'console-input'; readonly line: string | null }

/**
 * Messages from the backend process to the shell. `ready` comes once, when calls may begin. The
 * console's come only when the backend was started with the word `office` as its first argument:
 * `console-echo` hides what is typed (a secret), `exit` ends the program with that code.
 */
export type FromBackend =
  | { readonly type: 'ready' }
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | {
      readonly type: 'desk-call'
      readonly id: number
      readonly verb: DeskVerb
      readonly args: readonly unknown[]
    }
  | { readonly type: 'event'; readonly topic: string; readonly payload: unknown }
  | { readonly type: 'stopped' }
  | {
      readonly type: 'console-output'
      readonly stream: 'out' | 'error'
      readonly text: string
    }
  | { readonly type: 'console-echo'; readonly on: boolean }
  | { readonly type: 'exit'; readonly code: number }
